const fermo = 'Non è cambiato nulla.';

const words = {
  second_factor_needed: {
    what: 'La password è giusta; questo conto chiede anche un secondo fattore.',
    money: fermo,
    next: 'Inserisci un codice della tua app, oppure usa una passkey.',
  },
  sign_in_expired: {
    what: 'Questo accesso è durato troppo, oppure sono stati provati troppi codici.',
    money: fermo,
    next: 'Ricomincia con il tuo indirizzo email e la password.',
  },
  step_up_needed: {
    what: 'Prima di questo passo la borsa ti chiede di nuovo chi sei.',
    money: fermo,
    next: 'Conferma che sei tu, poi riprova.',
  },
  code_wrong: {
    what: 'Il codice non è giusto, oppure è già stato usato.',
    money: fermo,
    next: 'Aspetta il prossimo codice della tua app e inserisci quello; controlla che l’orologio del telefono sia esatto.',
  },
  passkey_refused: {
    what: 'Questa passkey non è stata accettata.',
    money: fermo,
    next: 'Riprova, oppure entra in un altro modo.',
  },
  too_many_passkeys: {
    what: 'Hai già il numero massimo di passkey per un conto.',
    money: fermo,
    next: 'Togline una che non usi più.',
  },
  two_factor_on: {
    what: 'L’accesso in due passaggi è già attivo.',
    money: fermo,
    next: 'Disattivalo prima, se vuoi usarlo con un’altra app.',
  },
  two_factor_off: {
    what: 'L’accesso in due passaggi non è attivo.',
    money: fermo,
    next: 'Attivalo dall’inizio.',
  },
  confirmation_wrong: {
    what: 'Quello che hai scritto non è l’indirizzo email di questo conto.',
    money: fermo,
    next: 'Scrivilo esattamente come compare nel tuo profilo.',
  },
  erasure_blocked: {
    what: 'Qualcosa impedisce ancora di cancellare il tuo conto.',
    money: 'Il tuo denaro e i tuoi titoli sono dov’erano.',
    next: 'L’elenco nella pagina dice che cosa: sistemalo e chiedi di nuovo.',
  },
} as const;

export default words;
