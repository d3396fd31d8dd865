const words = {
  kiis_too_long: {
    what: 'La scheda occuperebbe più di sei pagine.',
    money: 'Nulla è cambiato.',
    next: 'Accorciate i testi più lunghi: la procedura mostra quante pagine occupa la scheda.',
  },
  offer_suspended: {
    what: 'L’offerta è sospesa: la sua scheda è in correzione.',
    money: 'Non ti è stato prelevato nulla.',
    next: 'Attendi che la correzione sia accolta, oppure revoca il tuo impegno.',
  },
  offer_over: {
    what: 'L’offerta è finita: non è più possibile.',
    money: 'Nulla è cambiato.',
    next: 'Apri la pagina dell’offerta per vedere com’è andata.',
  },
  disclosure_open: {
    what: 'Un’altra modifica o correzione di questa offerta è ancora aperta.',
    money: 'Nulla è cambiato.',
    next: 'Attendete la decisione, oppure ritiratela prima.',
  },
  defect_corrected: {
    what: 'Una correzione attende già un operatore.',
    money: 'Nulla è cambiato.',
    next: 'Attendete la decisione, oppure ritirate prima la correzione.',
  },
  event_in_future: {
    what: 'La data dell’evento è nel futuro.',
    money: 'Nulla è cambiato.',
    next: 'Indicate il giorno in cui è accaduto.',
  },
  too_many_questions: {
    what: 'Su questa offerta hai già posto tutte le domande consentite, o troppe attendono ancora.',
    money: 'Nulla è cambiato.',
    next: 'Attendi le risposte a quelle già poste.',
  },
  already_answered: {
    what: 'Alla domanda è già stata data risposta, o è stata nascosta.',
    money: 'Nulla è cambiato.',
    next: 'Riapri la pagina per vedere a che punto è.',
  },
} as const;

export default words;
