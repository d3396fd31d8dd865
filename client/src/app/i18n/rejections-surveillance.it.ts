const words = {
  alert_settled: {
    what: 'Questa segnalazione è già stata trattata: è stata archiviata, oppure fa parte di un caso.',
    money: 'Nulla è cambiato.',
    next: 'Rileggi la segnalazione per vedere che cosa ne è stato.',
  },
  case_closed: {
    what: 'Il caso è chiuso.',
    money: 'Nulla è cambiato.',
    next: 'Se è emerso qualcosa di nuovo, apri un altro caso dalla relativa segnalazione.',
  },
  not_an_operator: {
    what: 'Solo un operatore della borsa può seguire un caso.',
    money: 'Nulla è cambiato.',
    next: 'Scegli una collega o un collega che sia operatore.',
  },
} as const;

export default words;
