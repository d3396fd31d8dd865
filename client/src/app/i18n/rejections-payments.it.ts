const words = {
  payments_off: {
    what: 'Questa sede usa denaro finto: non ci sono carte, addebiti né bonifici.',
    money: 'Nulla è cambiato.',
    next: 'Aggiungi denaro finto dal tuo portafoglio.',
  },
  no_play_money: {
    what: 'Questa sede lavora con un fornitore di pagamenti: il denaro finto non c’è.',
    money: 'Nulla è cambiato.',
    next: 'Invia un bonifico, oppure paga con carta o addebito SEPA quando aderisci.',
  },
  method_not_usable: {
    what: 'Questo metodo di pagamento è stato rimosso o non si può usare.',
    money: 'Nulla è stato addebitato.',
    next: 'Scegline un altro, oppure aggiungine uno in “Pagamenti”.',
  },
  method_limit: {
    what: 'È più di quanto si possa pagare così: il massimo è {{limitCents}}.',
    money: 'Nulla è stato addebitato.',
    next: 'Invia il denaro con un bonifico e aderisci dal saldo, oppure scegli un importo minore.',
  },
  method_in_use: {
    what: 'È in corso un pagamento con questo metodo.',
    money: 'Il pagamento prosegue.',
    next: 'Rimuovilo quando il pagamento sarà concluso.',
  },
  too_many_methods: {
    what: 'Hai {{most}} metodi di pagamento, il massimo che si può conservare.',
    money: 'Nulla è cambiato.',
    next: 'Rimuovine uno che non usi più.',
  },
  setup_unfinished: {
    what: 'Il fornitore di pagamenti non conosce ancora questo metodo.',
    money: 'Nulla è stato addebitato.',
    next: 'Concludi sulla pagina del fornitore, oppure ricomincia.',
  },
  payment_closed: {
    what: 'Per questo pagamento non c’è più nulla da fare.',
    money: 'La sua pagina dice dov’è il denaro.',
    next: 'Apri l’impegno per vedere com’è andata.',
  },
  payee_not_ready: {
    what: 'Il denaro può uscire solo verso un tuo conto bancario verificato dal fornitore di pagamenti.',
    money: 'Il tuo denaro resta dov’è.',
    next: 'Apri “Pagamenti” e completa la configurazione del conto.',
  },
  holders_unpaid: {
    what: 'Un pagamento ai tuoi titolari di quote è in ritardo.',
    money: 'Il denaro tuo resta qui finché non è pagato.',
    next: 'Accantonane il denaro in «Pagamenti ai titolari»; quello che resta potrà poi uscire.',
  },
  funding_closed: {
    what: 'Questo bonifico è già arrivato o è stato annullato.',
    money: 'Ciò che è arrivato è sul tuo saldo.',
    next: 'Annunciane un altro se vuoi inviare altro denaro.',
  },
  too_many_fundings: {
    what: 'Hai annunciato {{most}} bonifici che non sono arrivati.',
    money: 'Nulla è cambiato; arrivano anche i bonifici non annunciati.',
    next: 'Annulla quelli che non invierai.',
  },
  outgoing_closed: {
    what: 'Questo denaro è già uscito, oppure è stato annullato prima.',
    money: 'L’elenco dice dov’è.',
    next: 'Rileggi l’elenco.',
  },
  break_closed: {
    what: 'Questa differenza è già risolta o spiegata.',
    money: 'Nulla è cambiato.',
    next: 'Rileggi l’elenco.',
  },
  not_executed: {
    what: 'Per questo impegno non sono state consegnate quote: la nota non esiste.',
    money: 'Nulla è cambiato.',
    next: 'La sua pagina dice a che punto è.',
  },
  provider_unavailable: {
    what: 'Il fornitore di pagamenti non risponde.',
    money: 'Nulla è stato addebitato e nulla è uscito.',
    next: 'Riprova tra un minuto.',
  },
  message_not_genuine: {
    what: 'Il messaggio non viene dal fornitore di pagamenti, o è troppo vecchio.',
    money: 'Nulla è stato conservato e nulla è cambiato.',
    next: 'Il fornitore invia di nuovo ciò che non è stato accolto; se continua, confronta il segreto di firma.',
  },
} as const;
export default words;
