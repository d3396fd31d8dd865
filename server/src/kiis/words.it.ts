import type { SheetWords } from './words.ts';

/** Il modello del regolamento delegato (UE) 2022/2119 in italiano. */
export const it: SheetWords = {
  title: 'Scheda contenente le informazioni chiave sull’investimento',
  fictional: 'Dimostrazione: organizzazione, persone e cifre sono inventate.',
  disclaimer:
    'La presente offerta di crowdfunding non è stata verificata né approvata dalle autorità competenti o dall’Autorità europea degli strumenti finanziari e dei mercati (ESMA). L’adeguatezza della sua esperienza e delle sue conoscenze non è stata necessariamente valutata prima che le fosse concesso l’accesso a questo investimento. Effettuando questo investimento, Lei si assume pienamente il rischio ad esso associato, compreso il rischio di perdita parziale o totale del denaro investito.',
  warningTitle: 'Avvertenza sui rischi',
  riskWarning:
    'L’investimento in questo progetto di crowdfunding comporta rischi, compreso il rischio di perdita parziale o totale del denaro investito. Il suo investimento non è coperto dai sistemi di garanzia dei depositi istituiti in conformità della direttiva 2014/49/UE del Parlamento europeo e del Consiglio. Il suo investimento non è coperto neppure dai sistemi di indennizzo degli investitori istituiti in conformità della direttiva 97/9/CE del Parlamento europeo e del Consiglio. Lei potrebbe non ricevere alcun rendimento dal suo investimento. Non si tratta di un prodotto di risparmio e Le consigliamo di non investire più del 10 % del suo patrimonio netto in progetti di crowdfunding. Lei potrebbe non essere in grado di vendere gli strumenti di investimento quando lo desidera. Se è in grado di venderli, potrebbe comunque subire perdite.',
  reflectionTitle: 'Periodo di riflessione precontrattuale',
  reflection: (days) =>
    `Gli investitori non sofisticati possono revocare l’impegno per ${days} giorni di calendario, in qualsiasi momento, senza motivazione e senza penali, per la stessa via con cui lo hanno preso. Nessuna somma è prelevata prima della fine del periodo.`,
  footer: (listing, day) => `Offerta ${listing} · scheda del ${day}`,
  page: (page, of) => `Pagina ${page} di ${of}`,
  parts: {
    overview: 'L’offerta in breve',
    A: 'Parte A: Il titolare del progetto e il progetto',
    B: 'Parte B: Caratteristiche principali del processo e condizioni della raccolta di capitale',
    C: 'Parte C: Fattori di rischio',
    D: 'Parte D: L’offerta di valori mobiliari e di strumenti ammessi',
    E: 'Parte E: Società veicolo',
    F: 'Parte F: Diritti degli investitori',
    G: 'Parte G: Informazioni relative ai prestiti',
    H: 'Parte H: Commissioni, informazioni e mezzi di ricorso',
    I: 'Parte I: Gestione individuale di portafogli di prestiti',
  },
  labels: {
    identifier: 'Identificativo dell’offerta',
    owner: 'Titolare e progetto',
    type: 'Tipo di offerta e di strumento',
    target: 'Importo da raccogliere',
    deadline: 'Termine',
    identity: 'Identità e forma giuridica',
    management: 'Proprietà e gestione',
    contact: 'Recapiti',
    responsible: 'Persone responsabili',
    activities: 'Attività principali, prodotti e servizi',
    accounts: 'Bilanci',
    figures: 'Dati e indici annuali',
    project: 'Il progetto e il suo scopo',
    useOfProceeds: 'Impiego del denaro',
    impact: 'Risultato e come si misura',
    minimum: 'Obiettivo minimo e offerte concluse',
    until: 'Termine per l’obiettivo',
    missed: 'Se l’obiettivo non è raggiunto',
    maximum: 'Importo massimo',
    ownFunds: 'Fondi propri impegnati',
    capitalChange: 'Variazione di capitale o prestiti',
    riskProject: '1. Rischio di progetto',
    riskSector: '2. Rischio di settore',
    riskDefault: '3. Rischio di insolvenza',
    riskReturn: '4. Rischio di rendimento inferiore, ritardato o assente',
    riskPlatform: '5. Rischio di cessazione della piattaforma',
    riskLiquidity: '6. Rischio di illiquidità',
    riskOther: '7. Altri rischi',
    total: 'Importo e tipo',
    price: 'Prezzo di sottoscrizione',
    overallotment: 'Sottoscrizioni in eccesso',
    payment: 'Sottoscrizione e pagamento',
    custody: 'Custodia e consegna',
    security: 'Garanzie',
    buyBack: 'Rimborso e riacquisto',
    interest: 'Interessi',
    maturity: 'Scadenza',
    spv: 'Società interposta',
    rights: 'Diritti principali',
    restrictions: 'Limiti al trasferimento',
    exit: 'Possibilità di uscita',
    voting: 'Capitale e voti prima e dopo',
    loans: 'Prestiti',
    fees: 'Commissioni e costi',
    information: 'Altre informazioni',
    complaints: 'Reclami',
    portfolio: 'Gestione di portafogli',
  },
  legalForms: {
    cooperativa_sociale: 'cooperativa sociale',
    impresa_sociale: 'impresa sociale',
    societa_benefit: 'società benefit',
    siavs: 'start-up innovativa a vocazione sociale (SIAVS)',
    ets: 'ente del Terzo settore (ETS)',
    other: 'altra forma giuridica',
  },
  instruments: {
    equity_share: 'azioni',
    community_share: 'quote di comunità',
    bond: 'obbligazioni',
    impact_linked_bond: 'obbligazioni legate all’impatto',
    revenue_share: 'titoli di partecipazione ai ricavi',
    land_trust_share: 'quote di community land trust',
    outcome_contract_note: 'titoli su contratti a risultato',
    donation_note: 'titoli di donazione',
  },
  transferability: {
    free: 'Le quote sono liberamente trasferibili.',
    with_consent: 'Ogni trasferimento richiede il consenso dell’emittente.',
    none: 'Le quote non sono trasferibili.',
  },
  accrual: {
    none: 'senza calcolo dei giorni',
    act_365: 'giorni effettivi / 365',
    '30_360': '30 giorni al mese / 360',
  },
  statement:
    'Il titolare del progetto dichiara che, per quanto a sua conoscenza, nessuna informazione è stata omessa o è sostanzialmente fuorviante o inesatta. Il titolare del progetto è responsabile della preparazione della presente scheda contenente le informazioni chiave sull’investimento.',
  notStated: 'Non dichiarato.',
  notApplicable: 'Non applicabile.',
  owner: (name, title) => `${name} · ${title}`,
  type: (instrument) => `Offerta di ${instrument}`,
  target: (soft, hard) => `${soft}, al massimo ${hard}`,
  minimum: (soft, done) =>
    `${soft} in questa offerta. Offerte che il titolare ha già concluso su questa sede: ${done}.`,
  missed: 'Ogni impegno è restituito per intero, subito e senza costi; non è emessa alcuna quota.',
  capitalSame: 'L’offerta non cambia la composizione del capitale.',
  impact: ({ outcome, unit, baseline, target, day, indicator, sdg }) =>
    `${outcome} Indicatore ${indicator} (${unit}): da ${baseline} a ${target} entro il ${day}. Traguardo ${sdg} degli Obiettivi di sviluppo sostenibile.`,
  riskPlatform:
    'La sede può non essere in grado di continuare i propri servizi, per qualche tempo o per sempre. Gli impegni sono tenuti separati dal denaro della sede; il registro di chi possiede le quote è tenuto in modo che l’emittente possa continuarlo.',
  total: (units, instrument, hard) => `Fino a ${units} unità (${instrument}), ${hard} in tutto.`,
  price: (price, lot, minimum) => `${price} per unità, in lotti da ${lot}; impegno minimo ${minimum}.`,
  overallotment: (reserves) =>
    `Gli impegni oltre il massimo sono accettati fino al termine; le quote sono poi assegnate per fascia, in parti uguali dentro ogni fascia, e il resto è restituito. Parti riservate: ${reserves}.`,
  reserves: (community, retail, institutional) =>
    `comunità ${community}, al dettaglio ${retail}, istituzionali ${institutional}`,
  payment:
    'L’impegno si prende sulla sede ed è pagato dal saldo dell’investitore finito il periodo di riflessione, contro la consegna delle quote alla chiusura.',
  custody: 'Le quote sono iscritte nel registro tenuto dalla sede nello stesso istante in cui sono pagate.',
  interest: (rate, accrual) => `${rate} l’anno (${accrual}).`,
  interestAndYield: (rate) =>
    `Rendimento al prezzo di sottoscrizione: ${rate} l’anno, al lordo delle imposte.`,
  noInterest: 'Lo strumento non dà interessi.',
  noSpv: 'Nessuna società veicolo è interposta tra il titolare del progetto e l’investitore.',
  exit: {
    free: 'Le quote possono essere offerte sul mercato secondario o sulla bacheca della sede, dove ci sono; nessuno è tenuto a comprarle.',
    none: 'Nessuna prima del rimborso.',
  },
  votingElsewhere: 'Si veda la parte B, variazione di capitale.',
  noLoans: 'Non applicabile: l’offerta riguarda valori mobiliari o strumenti ammessi, non prestiti.',
  fees: ({ commitment, trade, success, admission, vat }) =>
    [
      commitment === '' && trade === ''
        ? 'La sede non chiede nulla agli investitori per prendere un impegno, tenere le quote o revocare.'
        : `La sede chiede agli investitori ${[
            ...(commitment === '' ? [] : [`${commitment} di quanto impegnano, insieme all’impegno stesso`]),
            ...(trade === '' ? [] : [`${trade} del valore delle quote che vendono sul mercato secondario`]),
          ].join(' e ')}; nulla per tenere le quote o revocare.`,
      ...(success === '' && admission === ''
        ? []
        : [
            `Il titolare del progetto paga alla sede ${[
              ...(success === '' ? [] : [`${success} di quanto raccoglie l’offerta`]),
              ...(admission === '' ? [] : [`${admission} per l’ammissione`]),
            ].join(' e ')}.`,
          ]),
      ...(commitment + trade + success + admission === ''
        ? []
        : [`A ciò si aggiunge l’IVA al ${vat}. Altre commissioni sono annunciate almeno 30 giorni prima.`]),
      'Imposte e costi della propria banca restano a carico dell’investitore.',
    ].join(' '),
  information: (listing) =>
    `La pagina dell’offerta (${listing}) sulla sede contiene ogni versione di questa scheda, il prospetto d’impatto, domande e risposte e i documenti dell’emittente, senza costi.`,
  complaints:
    'I reclami sono gratuiti: alla sede, dalla pagina dei reclami; al titolare del progetto, ai recapiti indicati sopra; poi ai tribunali o agli organismi di composizione stragiudiziale.',
};
