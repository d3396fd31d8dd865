import type { RefusalWords } from './rejections.en.ts';
import type en from './rejections-trading.en.ts';

const nessunOrdine = 'Nessun ordine è stato accettato e nulla è vincolato.';

/** Refusals of markets and orders. */
const words: Record<keyof typeof en, RefusalWords> = {
  not_transferable: {
    what: 'Le condizioni di questa emissione non permettono di negoziarla qui.',
    money: 'Chi la possiede conserva ciò che ha.',
    next: 'Leggi le condizioni di trasferimento. Con il solo consenso dell’emittente si può pubblicare in bacheca.',
  },
  already_trading: {
    what: 'Questa emissione è già ammessa alla negoziazione.',
    money: 'Nessun denaro si è mosso.',
    next: 'Apri il suo mercato per vedere o cambiare come si negozia.',
  },
  calendar_invalid: {
    what: 'Le sedute non stanno insieme.',
    money: 'Nessun denaro si è mosso.',
    next: 'Ogni fase deve iniziare dopo la precedente, le sedute non possono sovrapporsi e almeno un giorno dev’essere di borsa.',
  },
  matching_forbidden: {
    what: 'Qui non si eseguono ordini: è una bacheca di annunci che non vincolano nessuno.',
    money: nessunOrdine,
    next: 'Contatta chi ha pubblicato, o scegli un’emissione che si negozia.',
  },
  trading_blocked: {
    what: 'La borsa ha fermato la negoziazione qui o per questo conto.',
    money: 'Nessun ordine è stato accettato. Ciò che possiedi e il denaro nel portafoglio restano tuoi.',
    next: 'Aspetta l’avviso della borsa, o scrivile per sapere perché.',
  },
  market_closed: {
    what: 'Ora questo mercato non accetta ordini.',
    money: nessunOrdine,
    next: 'La pagina del mercato mostra quando inizia la prossima seduta.',
  },
  phase_forbids: {
    what: 'La seduta è in una fase che non lo permette.',
    money: 'I tuoi ordini restano com’erano, e così ciò che vincolano.',
    next: 'Durante il congelamento nulla si può ritirare: aspetta la fine dell’asta e riprova.',
  },
  order_kind_forbidden: {
    what: 'Questo tipo di ordine non è possibile nella fase attuale.',
    money: nessunOrdine,
    next: 'In asta usa un semplice ordine con limite. Gli ordini immediati e al mercato vogliono la negoziazione continua, quelli d’asta un’asta davanti a sé.',
  },
  off_tick: {
    what: 'Il prezzo non è sui gradini di prezzo di questo mercato.',
    money: nessunOrdine,
    next: 'Scegli il gradino sopra o sotto: più la quota è cara, più il gradino è largo.',
  },
  good_till_invalid: {
    what: 'L’ultimo giorno dell’ordine non va bene.',
    money: nessunOrdine,
    next: 'Scegli un giorno da oggi a 90 giorni, e solo per un ordine valido fino a una data.',
  },
  order_value_exceeded: {
    what: 'Un ordine può valere al massimo {{mostCents}}.',
    money: nessunOrdine,
    next: 'Scegli una quantità più piccola, o invia più ordini.',
  },
  outside_collar: {
    what: 'Il prezzo è fuori da ciò che ora si accetta: da {{lowCents}} a {{highCents}}.',
    money: 'Nessun ordine è stato accettato e nulla è vincolato. I limiti ti proteggono dagli errori.',
    next: 'Scegli un prezzo in questo intervallo.',
  },
  call_collar_out_of_bounds: {
    what: 'I limiti di prezzo di una sola asta non sono mai più stretti dei soliti, e al massimo il doppio.',
    money: 'Nessun denaro si è mosso e nessun ordine è cambiato.',
    next: 'Scegli una distanza dal riferimento dal 10 % al 20 %, o lasciala com’è.',
  },
  interruption_spent: {
    what: 'In questa seduta un tuo ordine ha già interrotto gli scambi senza restare nel book: un secondo non può farlo.',
    money: nessunOrdine,
    next: 'Scegli {{priceCents}} per scambiare ciò che i limiti permettono, o invia un ordine che possa aspettare nel book.',
  },
  too_many_orders: {
    what: 'In questo mercato hai già {{most}} ordini, e di più non si può.',
    money: 'I tuoi ordini aperti restano com’erano; non ne è stato accettato un altro.',
    next: 'Ritira quelli che non ti servono più.',
  },
  self_match: {
    what: 'Questo ordine incontrerebbe un tuo stesso ordine.',
    money: nessunOrdine,
    next: 'Prima ritira o cambia l’altro ordine, o scegli un prezzo che non lo incontri.',
  },
  not_fillable: {
    what: 'L’intera quantità non si può scambiare subito a questo prezzo.',
    money: 'Nulla è stato scambiato e nulla è vincolato.',
    next: 'Scegli una quantità più piccola, un prezzo migliore, o un ordine che possa aspettare.',
  },
  minimum_not_met: {
    what: 'A questo prezzo si può scambiare subito meno della tua quantità minima.',
    money: 'Nulla è stato scambiato e nulla è vincolato.',
    next: 'Abbassa il minimo, scegli un prezzo migliore, o un ordine che possa aspettare.',
  },
  insufficient_units: {
    what: 'Non hai tante quote da vendere: ne sono libere {{freeUnits}}.',
    money: 'Nulla è stato venduto e le tue quote restano tue.',
    next: 'Scegli una quantità più piccola, o ritira un altro ordine che ne vincola.',
  },
  not_a_board: {
    what: 'Questo titolo si scambia in un libro degli ordini, non con annunci.',
    money: 'Nulla è stato pubblicato e nulla è cambiato.',
    next: 'Inserisci un ordine nella pagina del suo mercato.',
  },
  own_post: {
    what: 'Questo annuncio è tuo.',
    money: 'Nulla è cambiato.',
    next: 'Le risposte degli altri compaiono insieme all’annuncio.',
  },
  already_replied: {
    what: 'Hai già risposto a questo annuncio.',
    money: 'Nulla è cambiato.',
    next: 'L’autore ha il tuo messaggio: scrivigli direttamente.',
  },
  nothing_to_change: {
    what: 'È già così: non cambierebbe nulla.',
    money: 'Nessun denaro si è mosso.',
    next: 'Non occorre fare nulla.',
  },
};

export default words;
