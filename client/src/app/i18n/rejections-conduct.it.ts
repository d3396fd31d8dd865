const words = {
  complaint_closed: {
    what: 'Questo reclamo è stato chiuso o ritirato.',
    money: 'Nulla è cambiato.',
    next: 'Se è emerso qualcosa di nuovo, presenta un altro reclamo indicando il riferimento di questo.',
  },
  admissibility_told: {
    what: 'A chi reclama è già stato comunicato che il reclamo è ricevibile.',
    money: 'Nulla è cambiato.',
    next: 'Rispondi, oppure chiudilo come accolto, accolto in parte o respinto, con i motivi.',
  },
  extension_invalid: {
    what: 'Il termine si può spostare al massimo {{most}} volte, a un giorno successivo al {{after}} e non oltre il {{until}}.',
    money: 'Nulla è cambiato.',
    next: 'Scegli meno giorni, oppure rispondi ora con ciò che si sa.',
  },
  too_many_complaints: {
    what: 'Hai {{most}} reclami ancora aperti, il massimo per una persona.',
    money: 'Nulla è cambiato; il reclamo è gratuito.',
    next: 'Attendi una risposta, oppure ritira un reclamo già risolto.',
  },
  declaration_ended: {
    what: 'Questo interesse risulta già cessato.',
    money: 'Nulla è cambiato.',
    next: 'Se esiste di nuovo, dichiaralo un’altra volta.',
  },
  fee_date_invalid: {
    what: 'Le commissioni si annunciano per tempo: possono decorrere tra il {{from}} e il {{until}}.',
    money: 'Le commissioni restano come sono.',
    next: 'Scegli un giorno successivo; lascia alla seconda persona il tempo di approvare.',
  },
  fee_out_of_bounds: {
    what: 'Una commissione supera quanto consente la policy della sede.',
    money: 'Le commissioni restano come sono.',
    next: 'Scegli commissioni più basse.',
  },
} as const;

export default words;
