/** What the key investment information sheet asks beside the story. */
export const sheetFields = {
  activities: {
    label: 'Attività',
    help: 'Che cosa fa l’organizzazione, e quali prodotti o servizi offre?',
    example: 'Cooperativa sociale di tipo B: un forno in carcere e un banco in città, 14 dipendenti.',
  },
  responsible: {
    label: 'Responsabili delle informazioni',
    help: 'Nomi e cariche delle persone responsabili di ciò che la scheda dice.',
    example: 'Il consiglio: Anna Neri (presidente), Luca Bianchi (tesoriere).',
  },
  contact: {
    label: 'Recapiti',
    help: 'Sede legale, e-mail, telefono: come saranno pubblicati.',
    example: 'via Cigna 1, 10152 Torino; info@example.org; +39 011 000000',
  },
  accounts: { label: 'Bilancio', help: 'L’indirizzo al quale leggere l’ultimo bilancio, se c’è.' },
  figures: {
    label: 'Dati annuali',
    help: 'Ricavi, risultato, patrimonio netto e debiti degli ultimi tre anni, se ci sono.',
    example:
      '2023: ricavi 412.000 €, risultato 3.000 €, patrimonio netto 90.000 €, debiti 130.000 €. 2024: …',
  },
  capitalChange: {
    label: 'Variazione del capitale',
    help: 'Chi detiene capitale e voti prima dell’offerta, e chi dopo, se tutto è collocato?',
    example: 'Oggi 40 soci detengono 60.000 €. A offerta piena: 220 soci, 240.000 €; una testa, un voto.',
  },
  riskSector: {
    label: 'Rischio di settore',
    help: 'Che cosa può accadere a tutti, nel vostro settore?',
    example: 'Prezzi dell’energia e delle farine; meno appalti pubblici.',
  },
  riskDefault: {
    label: 'Rischio di insolvenza',
    help: 'Che cosa potrebbe impedirvi di pagare, e chi verrebbe pagato prima degli investitori?',
    example: 'Senza due clienti non pagheremmo la banca, che viene prima.',
  },
  riskReturn: {
    label: 'Rischio di rendimento inferiore, tardivo o assente',
    help: 'Da che cosa dipende il rendimento, e che cosa succede se manca?',
    example: 'Per quattro anni non sono previsti dividendi; possono non arrivare mai.',
  },
  riskLiquidity: {
    label: 'Rischio di illiquidità',
    help: 'Quanto sarà difficile uscire prima della fine?',
    example: 'Le quote sono rimborsate al più una volta l’anno; nessuno è tenuto a comprarle su un mercato.',
  },
  riskOther: {
    label: 'Altri rischi',
    help: 'Ogni altra cosa che chi investe dovrebbe sapere.',
    example: 'Il permesso edilizio può tardare.',
  },
  interestTerms: {
    label: 'Interessi e rimborso',
    help: 'Da quando decorrono gli interessi, quando sono pagati, come è rimborsato il capitale?',
    example: 'Dal giorno della consegna, ogni 30 giugno; cinque rate uguali dal secondo anno.',
  },
  security: {
    label: 'Garanzie',
    help: 'Chi o che cosa garantisce i pagamenti? Lasciare vuoto se nulla li garantisce.',
    example: 'Un fondo di garanzia copre metà del capitale.',
  },
  rights: {
    label: 'Diritti di chi possiede le quote',
    help: 'Quali diritti dà una quota: voto, informazione, pagamenti, precedenza?',
    example: 'Una testa, un voto; il bilancio annuale; dividendi nei limiti dello statuto.',
  },
  spv: {
    label: 'Società veicolo',
    help: 'Se tra voi e chi investe c’è un’altra società: nome, sede e ruolo. Lasciare vuoto se non c’è.',
    example: 'Orti SPV srl, via Cigna 1, Torino: detiene il terreno.',
  },
} as const;
