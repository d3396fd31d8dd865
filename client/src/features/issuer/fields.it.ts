import { sheetFields } from './fields-sheet.it.ts';
import type { Words } from '../../locale/words.ts';
import type en from './fields.en.ts';

const words: Words<typeof en> = {
  texts: {
    title: { label: 'Titolo', help: 'Come si chiama l’impresa? Il nome con cui la si cercherà.' },
    tagline: { label: 'In una riga', help: 'Che cosa fa, e per chi? Una frase, senza gergo.' },
    story: {
      label: 'Storia',
      help: 'Qual è il problema, che cosa fate, che cosa avete già fatto?',
      example:
        'In Barriera di Milano un alloggio su nove è vuoto mentre 1.400 famiglie aspettano. Dal 2021 ne abbiamo presi in affitto, riparati e assegnati 38…',
    },
    team: {
      label: 'Squadra',
      help: 'Chi lavora, e che cosa ha fatto prima? Ruoli più che lodi.',
      example: 'Due architette, un assistente sociale, una contabile; dodici soci, un voto a testa.',
    },
    useOfProceeds: {
      label: 'Uso del denaro',
      help: 'Che cosa si comprerà o pagherà, e quanto va a ciascuna voce? Che cosa cambia tra soglia minima e massima?',
      example:
        'Con la soglia minima: lavori in 12 alloggi (160.000 €), riserva (40.000 €). Con la massima: altri 18 alloggi e un laboratorio comune.',
    },
    risks: {
      label: 'Rischi',
      help: 'Che cosa può andare storto, quanto è probabile, e che cosa ne sarebbe del denaro di chi investe?',
      example:
        'Se la Città chiude l’accordo si perde un terzo degli affitti e per due anni non si pagano dividendi.',
    },
    redemption: {
      label: 'Rimborso',
      help: 'Quando e come chi possiede le quote riavrà il denaro, se lo riavrà?',
      example:
        'Le quote sono rimborsate al valore nominale dal quarto anno, al massimo il 5 % del capitale l’anno.',
    },
    outcome: {
      label: 'Risultato',
      help: 'Che cosa sarà cambiato per le persone o per l’ambiente, in una frase?',
      example: 'Famiglie rimaste senza casa vivono in un alloggio che possono pagare, per almeno due anni.',
    },
    indicatorUnit: {
      label: 'Unità',
      help: 'Che cosa si conta? «persone alloggiate», «tonnellate di rifiuti», «alunni».',
    },
    what: {
      label: 'Che cosa',
      help: 'Quale risultato è, è desiderato, e quanto conta per chi lo vive?',
      example:
        'Una casa stabile. Nella nostra indagine 2024 le famiglie la mettono prima tra undici bisogni.',
    },
    who: {
      label: 'Chi',
      help: 'Chi vive il cambiamento, quante persone sono, e quanto erano trascurate prima?',
      example:
        'Famiglie sfrattate negli ultimi 24 mesi, con reddito sotto i 15.000 €, in due quartieri di Torino.',
    },
    howMuch: {
      label: 'Quanto',
      help: 'Quante persone, quanto a fondo e per quanto tempo?',
      example:
        '30 alloggi, circa 95 persone; affitto del 35 % sotto il mercato; contratti di almeno quattro anni.',
    },
    contribution: {
      label: 'Contributo',
      help: 'Che cosa sarebbe accaduto comunque? Che cosa si deve a voi, e che cosa ad altri?',
      example:
        'Senza di noi la maggior parte resterebbe vuota: in cinque anni solo 3 proprietari su 38 avevano provato ad affittare.',
    },
    impactRisk: {
      label: 'Rischio d’impatto',
      help: 'Che cosa potrebbe impedire il risultato o fare danno, e che cosa fareste?',
      example: 'I proprietari possono uscire dopo quattro anni; due contratti su cinque sono rinnovabili.',
    },
    counterfactual: {
      label: 'Controfattuale',
      help: 'Come sapete che cosa accadrebbe senza di voi? Quali dati o confronti usate?',
      example:
        'L’elenco comunale degli sfratti 2019–2024: il 22 % di famiglie simili ha trovato casa stabile in due anni.',
    },
    evidencePlan: {
      label: 'Piano delle prove',
      help: 'Chi misura che cosa, quando e come, e chi controlla?',
      example:
        'Contratti firmati e una telefonata dopo 6, 12 e 24 mesi; controllo annuale di un valutatore esterno.',
    },
    ...sheetFields,
  },
  facts: {
    sector: { label: 'Settore', help: 'Dove la si cercherà.' },
    instrument: { label: 'Strumento', help: 'Che cosa riceve chi investe?' },
    transferability: { label: 'Trasferibilità', help: 'Chi possiede le quote può cederle?' },
    couponBps: { label: 'Cedola, percento l’anno', help: 'Interesse annuo, fino al 30 %. Per esempio 3,5.' },
    accrual: { label: 'Calcolo dei giorni', help: 'Come si contano i giorni tra due pagamenti.' },
    price: {
      label: 'Prezzo di una quota',
      help: 'Da 1 € a 999 €. Deve stare su un passo: 1 centesimo sotto i 2 €, fino a 5 € dai 500 €.',
    },
    lot: { label: 'Lotto', help: 'Il numero di quote per volta. 1 se va bene qualunque numero.' },
    softCap: { label: 'Soglia minima', help: 'Il minimo che ha senso. Sotto, ognuno riavrà tutto.' },
    hardCap: {
      label: 'Soglia massima',
      help: 'Il massimo che accettate. Un numero intero di lotti, fino a 5 milioni di euro.',
    },
    minimumTicket: { label: 'Impegno minimo', help: 'L’impegno più piccolo che accettate.' },
    opensAt: {
      label: 'Apertura',
      help: 'Ora di Roma. Lasciare vuoto per aprire nel momento della pubblicazione.',
    },
    closesAt: { label: 'Chiusura', help: 'Ora di Roma. Almeno un giorno, al più un anno dopo l’apertura.' },
    ownFunds: {
      label: 'Fondi propri',
      help: 'Quanto l’organizzazione mette di suo nel progetto. Zero è una risposta.',
    },
    maturityDate: { label: 'Scadenza', help: 'Il giorno in cui è dovuta l’ultima parte del capitale.' },
    reserves: {
      label: 'Parti riservate',
      help: 'Quale parte della soglia massima è tenuta per ogni fascia. Ciò che una non usa passa alla successiva.',
    },
    indicator: {
      label: 'Indicatore (IRIS+)',
      help: 'Scegliere dal catalogo, o scrivere un altro codice come PI4060.',
    },
    sdgTarget: {
      label: 'Traguardo SDG',
      help: 'Il traguardo degli Obiettivi di sviluppo sostenibile, come 11.1 o 1.a.',
    },
    baseline: { label: 'Partenza', help: 'Dove sta oggi l’indicatore. Un numero intero.' },
    target: { label: 'Arrivo', help: 'Dove dovrà stare. Un numero intero.' },
    targetDate: { label: 'Entro', help: 'Il giorno dell’arrivo, dopo la chiusura dell’offerta.' },
  },
  optional: 'facoltativo',
  choose: 'Scegliere…',
  transferability: {
    free: 'Libera',
    with_consent: 'Con il consenso dell’emittente',
    none: 'Non trasferibile',
  },
  transferabilityText: {
    free: 'Chi possiede le quote può venderle o donarle a chiunque.',
    with_consent: 'Approvate ogni passaggio, come chiedono quasi tutti gli statuti cooperativi.',
    none: 'Le quote restano a chi le ha fino al rimborso.',
  },
  accrual: { none: 'Nessuno', act_365: 'Giorni effettivi / 365', '30_360': '30 giorni al mese / 360' },
  instrument: {
    equity_share: 'Una quota della società, con voti per capitale e dividendi se ci sono.',
    community_share: 'Una quota di cooperativa: una testa, un voto; si rimborsa, non si vende.',
    bond: 'Un prestito a interesse fisso con una data di rimborso.',
    impact_linked_bond: 'Un prestito il cui interesse segue i risultati confermati dai verificatori.',
    revenue_share: 'Una parte dei ricavi futuri, fino a un multiplo.',
    land_trust_share: 'Una quota di un trust che tiene terra o case fuori dalla speculazione.',
    outcome_contract_note: 'Pagato quando chi paga i risultati paga ciò che è stato raggiunto.',
    donation_note: 'Una donazione a registro: niente interessi, niente rimborso.',
  },
  iris: {
    PI4060: 'Persone servite',
    PI7098: 'Persone servite a basso reddito',
    PI7954: 'Famiglie servite',
    PI2575: 'Organizzazioni con un primo accesso',
    PI2640: 'Persone alloggiate',
    OI8869: 'Dipendenti stabili',
    OI4038: 'Dipendenti stabili con disabilità',
    OI8266: 'Dipendenti stabili da aree a basso reddito',
    PI3687: 'Posti creati nelle imprese sostenute',
    PI2389: 'Alunni iscritti',
    PI2173: 'Alunni di famiglie a basso reddito',
    PI9910: 'Quota di abbandono scolastico',
    PI5842: 'Energia rinnovabile prodotta per la vendita',
    OI6697: 'Energia risparmiata',
    OI4862: 'Emissioni di gas serra ridotte',
    PI5678: 'Rifiuti evitati dai servizi venduti',
    OI7920: 'Rifiuti ridotti nelle proprie attività',
    OI1674: 'Terra coltivata direttamente',
  },
  problem: {
    tooLong_one: '{{count}} carattere di troppo.',
    tooLong_other: '{{count}} caratteri di troppo.',
    character: 'C’è un carattere che non si può conservare (un a capo o un carattere di controllo).',
    euro: 'Non è un importo. Scrivere euro e centesimi come 1250 o 1.250,50.',
    price: 'Non è un prezzo da 1 € a 999,99 €. Scriverlo come 25 o 25,50.',
    whole: 'Non è un numero intero.',
    rate: 'Non è un tasso da 0 a 30 percento con al più due decimali.',
    share: 'Ogni parte è una percentuale da 0 a 100, con al più due decimali.',
    indicator: 'Un codice IRIS+ ha due lettere (OI, PI, OD, FP, PD) e quattro cifre, come PI4060.',
    sdgTarget: 'Un traguardo è un obiettivo con un numero o una lettera, come 11.1 o 1.a.',
    date: 'Non è una data.',
    moment: 'Non è una data con un’ora che esista a Roma.',
    choice: 'Scegliere dall’elenco.',
    tick: 'A questa altezza i prezzi vanno a passi di {{tickCents}}: scegliere {{belowCents}} o {{aboveCents}}.',
    hardCapLimit: 'Un emittente può raccogliere al più {{capCents}} in dodici mesi.',
    hardCapLots:
      'Non è un numero intero di lotti da {{lotCents}}: scegliere {{belowCents}} o {{aboveCents}}.',
    softCapAbove: 'La soglia minima supera la massima di {{hardCents}}.',
    minimumAbove: 'L’impegno minimo supera l’intera offerta di {{hardCents}}.',
    reservesAbove: 'Le parti riservate superano il tutto del {{overBps}}.',
    opensTooFar: 'Troppo lontano: al più tardi {{latestAt}}.',
    closesTooSoon: 'Un’offerta resta aperta almeno un giorno: non prima del {{earliestAt}}.',
    closesTooLate: 'Un’offerta resta aperta al più un anno: non oltre il {{latestAt}}.',
    targetTooSoon: 'L’arrivo deve cadere dopo la chiusura dell’offerta, il {{closesAt}}.',
  },
  note: {
    read: 'Letto come {{amount}}.',
    tick: 'Passo a questo prezzo: {{tick}}.',
    units: '{{units}} quote in {{lots}} lotti',
    unitsOnly: '{{units}} quote',
    lot: 'Un lotto costa {{amount}}.',
    minimum_one: 'È un lotto di {{units}} quote.',
    minimum_other: 'Sono {{count}} lotti, {{units}} quote: {{amount}}.',
    softShare: '{{share}} della soglia massima.',
    opensNow: 'È passato: l’offerta si apre alla pubblicazione.',
    counter: '{{count}} di {{max}}',
  },
  reserves: {
    tier: '{{tier}}, percento',
    slider: '{{tier}}, cursore',
    rest: 'Aperto a tutti, nell’ordine delle fasce: {{share}}',
    amount: '{{amount}}',
    legend: 'Parti riservate della soglia massima',
  },
  example: 'Esempio',
  comment: {
    title: 'Commento di chi esamina',
    edited: 'Dopo il commento hai cambiato questo campo.',
    open: 'Non ancora cambiato.',
  },
  missing: 'Manca ancora.',
};

export default words;
