const nessunImpegno = 'Non hai impegnato nulla.';
const fermo = 'Nessun denaro si è mosso.';

const words = {
  no_open_question: {
    what: 'Questa non è la domanda aperta.',
    money: 'Non hai impegnato nulla.',
    next: 'Rileggi la domanda nella pagina e rispondi a quella.',
  },
  tax_code_invalid: {
    what: 'Il codice fiscale non torna: un carattere è sbagliato, oppure appartiene a un’altra data di nascita.',
    money: fermo,
    next: 'Confrontalo con la tessera, lettera per lettera, e invialo di nuovo.',
  },
  under_age: {
    what: 'Qui può investire solo chi è maggiorenne.',
    money: fermo,
    next: 'Controlla la data di nascita. Se è giusta, torna quando avrai l’età.',
  },
  answers_invalid: {
    what: 'Queste risposte non corrispondono al questionario estratto per te.',
    money: fermo,
    next: 'Riapri il questionario: il tuo è ancora lì.',
  },
  criteria_insufficient: {
    what: 'La legge chiede più criteri di quelli che hai indicato.',
    money: fermo,
    next: 'Una persona ne indica due su tre, un ente uno su tre.',
  },
  attestation_missing: {
    what: 'Senza la tua attestazione la classe non può essere concessa.',
    money: fermo,
    next: 'Leggi le tutele a cui rinunceresti e attesta che i criteri sono soddisfatti.',
  },
  identity_needed: {
    what: 'La borsa non sa ancora chi sei.',
    money: nessunImpegno,
    next: 'Compila la tua identità nel percorso di ingresso: bastano pochi minuti.',
  },
  identity_not_approved: {
    what: 'Per un importo così grande la tua identità dev’essere già stata verificata.',
    money: nessunImpegno,
    next: 'Attendi l’approvazione della tua identità, o scegli un importo più piccolo.',
  },
  knowledge_test_needed: {
    what: 'Il questionario di ingresso viene prima del primo impegno.',
    money: nessunImpegno,
    next: 'Rispondi al questionario nel percorso di ingresso. Non superarlo non esclude nessuno: è un avviso, di cui prendi atto.',
  },
  loss_simulation_needed: {
    what: 'La simulazione della capacità di sostenere perdite viene prima del primo impegno.',
    money: nessunImpegno,
    next: 'Falla nel percorso di ingresso. Si calcola sul tuo dispositivo; sei tu a decidere se condividere il risultato.',
  },
  request_pending: {
    what: 'Una richiesta di questo tipo è già in attesa.',
    money: fermo,
    next: 'Attendi la decisione: riceverai un avviso.',
  },
  nothing_to_decide: {
    what: 'Qui non c’è nulla da decidere: è già stato deciso, o nessuno l’ha chiesto.',
    money: fermo,
    next: 'Ricarica la pagina per vedere come stanno le cose.',
  },
  no_open_test: {
    what: 'Nessun questionario attende le tue risposte.',
    money: fermo,
    next: 'Comincia il questionario: ne viene estratto uno per te.',
  },
  nothing_to_acknowledge: {
    what: 'Non c’è un questionario non superato di cui prendere atto.',
    money: fermo,
    next: 'Guarda il tuo percorso di ingresso per sapere che cosa viene dopo.',
  },
} as const;

export default words;
