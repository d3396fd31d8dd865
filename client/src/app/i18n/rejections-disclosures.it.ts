const words = {
  kiis_too_long: {
    what: 'La scheda occuperebbe più di sei pagine.',
    money: 'Nulla è cambiato.',
    next: 'Accorci i testi più lunghi: la procedura mostra quante pagine occupa la scheda.',
  },
  offer_suspended: {
    what: 'L’offerta è sospesa: la sua scheda è in correzione.',
    money: 'Non le è stato prelevato nulla.',
    next: 'Attenda che la correzione sia accolta, oppure revochi il suo impegno.',
  },
  offer_over: {
    what: 'L’offerta è finita: non è più possibile.',
    money: 'Nulla è cambiato.',
    next: 'Apra la pagina dell’offerta per vedere com’è andata.',
  },
  disclosure_open: {
    what: 'Un’altra modifica o correzione di questa offerta è ancora aperta.',
    money: 'Nulla è cambiato.',
    next: 'Attenda la decisione, oppure la ritiri prima.',
  },
  defect_corrected: {
    what: 'Una correzione attende già un operatore.',
    money: 'Nulla è cambiato.',
    next: 'Attenda la decisione, oppure ritiri prima la correzione.',
  },
  event_in_future: {
    what: 'La data dell’evento è nel futuro.',
    money: 'Nulla è cambiato.',
    next: 'Indichi il giorno in cui è accaduto.',
  },
  too_many_questions: {
    what: 'Su questa offerta ha già posto tutte le domande consentite, o troppe attendono ancora.',
    money: 'Nulla è cambiato.',
    next: 'Attenda le risposte a quelle già poste.',
  },
  already_answered: {
    what: 'Alla domanda è già stata data risposta, o è stata nascosta.',
    money: 'Nulla è cambiato.',
    next: 'Riapra la pagina per vedere a che punto è.',
  },
} as const;

export default words;
