const words = {
  trading_suspended: {
    what: 'Gli scambi di questo titolo sono sospesi.',
    money: 'Quote e denaro restano come sono; gli ordini si possono sempre annullare.',
    next: 'La pagina del titolo dice perché, e quando gli scambi potranno riprendere.',
  },
  closed_period: {
    what: 'Sei nell’elenco di chi ha informazioni privilegiate, ed è in corso un periodo di chiusura.',
    money: 'Non è stato scambiato nulla. Gli ordini di prima restano e si possono annullare.',
    next: 'Attendi che il rapporto sia pubblicato: la pagina dell’emittente dice quando.',
  },
  payment_day_invalid: {
    what: 'Per quel giorno non si può annunciare un pagamento.',
    money: 'Nulla è cambiato.',
    next: 'Scegliete un altro giorno: tra almeno cinque giorni, e senza altri pagamenti.',
  },
  insider_dates_invalid: {
    what: 'La fine non può venire prima dell’inizio.',
    money: 'Nulla è cambiato.',
    next: 'Correggete le date e salvate di nuovo.',
  },
  insider_list_full: {
    what: 'L’elenco non ha più posto per altre persone.',
    money: 'Nulla è cambiato.',
    next: 'Scrivete agli operatori della sede.',
  },
  not_a_manager: {
    what: 'Quella persona, nell’elenco, non è indicata come dirigente.',
    money: 'Nulla è cambiato.',
    next: 'Indicatela prima come dirigente nell’elenco.',
  },
  trade_day_invalid: {
    what: 'L’operazione non può essere avvenuta in quel giorno.',
    money: 'Nulla è cambiato.',
    next: 'Indica il giorno dell’operazione: dopo il finanziamento, e non nel futuro.',
  },
} as const;

export default words;
