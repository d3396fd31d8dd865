const words = {
  already_proposed: {
    what: 'La stessa cosa è già stata proposta e attende un consenso.',
    money: 'Nulla è cambiato.',
    next: 'Apri la proposta nella coda: un’altra persona la approva lì.',
  },
  approval_expired: {
    what: 'La proposta è scaduta: nessuno l’ha approvata in tempo.',
    money: 'Nulla è cambiato.',
    next: 'Proponila di nuovo se serve ancora.',
  },
  same_person: {
    what: 'Quattro occhi sono di due persone, e questi due account sono entrambi tuoi.',
    money: 'Nulla è cambiato.',
    next: 'Chiedi a una collega o a un collega di guardare.',
  },
  setting_out_of_bounds: {
    what: 'Il valore è fuori da ciò che la legge e le regole della sede consentono.',
    money: 'Nulla è cambiato.',
    next: 'Scegli un valore tra il minimo e il massimo.',
  },
  setting_date_invalid: {
    what: 'Un numero non può valere da quel giorno: è già passato, oppure è oltre un anno più in là.',
    money: 'Nulla è cambiato.',
    next: 'Proponilo di nuovo con un giorno futuro, oppure con effetto immediato.',
  },
} as const;

export default words;
