import { prose } from '../prose.ts';
import type { Venture } from '../venture.ts';

const organisation: Venture['organisation'] = {
  name: 'Orto di Cintura (demo)',
  legalForm: 'impresa_sociale',
  place: 'Chieri',
  website: '',
  about: prose`
    Impresa sociale agricola inventata per questa dimostrazione. Coltiva undici ettari ai margini della città,
    vende ogni settimana quattrocento cassette a prezzo solidale e tiene un patto con le famiglie: chi può paga
    un poco di più, chi non può paga la metà, e nessuno chiede conto.`,
};

export const serre: Venture = {
  key: 'serre',
  language: 'it',
  organisation,
  texts: {
    title: 'Serre d’inverno per la cassetta solidale',
    tagline:
      'Verdura locale anche da dicembre a marzo per seicento famiglie, metà delle quali in difficoltà.',
    story: prose`
      Da aprile a novembre la cassetta solidale funziona: quattrocento famiglie la ritirano in sei punti della
      cintura, e una su due la paga metà prezzo. Poi arriva l'inverno, la terra si ferma e la cassetta anche.
      Proprio nei mesi in cui il riscaldamento mangia il bilancio di casa, la verdura fresca sparisce.

      Con quattro serre fredde e una cella alimentata dai pannelli che abbiamo già sul tetto, possiamo coltivare
      insalate, cavoli, spinaci e radici tutto l'anno. Le abbiamo provate in piccolo per due inverni: la resa
      regge anche con dieci giorni di gelo.

      Chi sottoscrive diventa socio, con un voto a testa, e riceve ogni anno il bilancio del patto di
      solidarietà: quante cassette a metà prezzo, a chi, e quanto sono costate.`,
    team: prose`
      Tre agronomi, otto braccianti assunti (cinque con un percorso di inclusione), una responsabile della
      logistica e una coordinatrice dei punti di ritiro, dove lavorano quaranta volontari.`,
    useOfProceeds: prose`
      72.000 € per quattro serre fredde da 600 metri quadrati; 26.000 € per la cella e il quadro elettrico;
      14.000 € per teli, irrigazione e sementi; 8.000 € di riserva per il primo inverno.`,
    risks: prose`
      Grandine e gelate restano il nostro primo rischio; le serre sono assicurate, il raccolto solo in parte. Il
      prezzo solidale si regge finché abbastanza famiglie pagano quello pieno. Le quote non si possono rivendere
      facilmente e il loro valore può azzerarsi.`,
    redemption: prose`
      Le quote si rimborsano al valore nominale su richiesta, dopo tre anni e nei limiti di un decimo del capitale
      sociale l'anno.`,
    outcome:
      'Famiglie in difficoltà mangiano verdura fresca tutto l’anno, senza passare da un aiuto caritativo.',
    indicatorUnit: 'famiglie con accesso nuovo alla cassetta',
    what: prose`
      Accesso regolare a verdura fresca a un prezzo che si può pagare, in un luogo dove la si compra come tutti
      gli altri.`,
    who: prose`
      Famiglie con reddito equivalente sotto i 12.000 €, indicate dai servizi sociali o da sé: basta una firma.
      Per due terzi hanno figli piccoli.`,
    howMuch: prose`
      Da 210 a 320 famiglie a metà prezzo, per quarantotto settimane l'anno invece di trentaquattro: circa
      15.000 cassette solidali ogni anno.`,
    contribution: prose`
      Le mense e gli empori solidali della zona distribuiscono quasi solo prodotti secchi. Stimiamo che una
      famiglia su dieci avrebbe trovato altrove verdura fresca in inverno.`,
    impactRisk: prose`
      Rischio di partecipazione: chi avrebbe diritto spesso non chiede. Lavoriamo con i medici di base e le
      scuole perché la proposta arrivi senza imbarazzo.`,
    counterfactual: prose`
      Nei quattro mesi senza cassetta abbiamo chiesto a 120 famiglie che cosa compravano: la spesa in verdura
      fresca scendeva del 61 %.`,
    evidencePlan: prose`
      Registro dei ritiri con codice anonimo, questionario due volte l'anno, verifica di un'università su un
      campione di scontrini.`,
  },
  facts: {
    sector: 'food',
    instrument: 'community_share',
    transferability: 'free',
    couponBps: null,
    accrual: 'none',
    indicator: 'PI2845',
    sdgTarget: '2.1',
    baseline: 210,
    target: 320,
    targetYears: 2,
    priceEuro: 20,
    lot: 5,
    softCapEuro: 70_000,
    hardCapEuro: 120_000,
    minimumEuro: 100,
    reserves: { community: 5_000, retail: 3_000, institutional: 0 },
  },
};

export const bottega: Venture = {
  key: 'bottega',
  language: 'it',
  organisation,
  texts: {
    title: 'Bottega agricola al capolinea',
    tagline: 'Un negozio di vicinato dove il tram finisce e i negozi sono finiti da tempo.',
    story: prose`
      Al capolinea abitano settemila persone e non c'è più un negozio di alimentari: l'ultimo ha chiuso tre anni
      fa. Chi ha l'auto va al centro commerciale, chi non ce l'ha compra al distributore di benzina.

      Vogliamo aprire lì la nostra prima bottega: ortofrutta nostra, pane del forno vicino, latte e legumi di sei
      aziende della cintura, e uno sportello dove prenotare una visita o stampare un modulo. Il locale è
      comunale, vuoto, con un canone simbolico per dodici anni in cambio di orari lunghi e di due assunzioni dal
      quartiere.

      Abbiamo raccolto 340 firme di famiglie che si impegnano a farvi la spesa almeno una volta la settimana: è
      la prova che la domanda c'è.`,
    team: prose`
      La squadra dell'Orto, più una responsabile di negozio che viene dalla piccola distribuzione e due addette da
      assumere nel quartiere.`,
    useOfProceeds: prose`
      41.000 € per banchi frigo, bilance e cassa; 22.000 € per impianti e insegna; 15.000 € per le scorte
      iniziali; 12.000 € per i primi sei mesi di stipendi.`,
    risks: prose`
      Un negozio di vicinato ha margini sottili: sotto i 420 scontrini la settimana perde. Il cantiere della
      fermata può ridurre il passaggio per un anno. Il capitale investito può andare perso per intero.`,
    redemption: 'Quote rimborsabili al nominale dal quarto anno, nei limiti degli utili accantonati.',
    outcome: 'Un quartiere senza negozi torna ad avere cibo fresco, un presidio e due posti di lavoro.',
    indicatorUnit: 'famiglie servite ogni settimana',
    what: 'Un luogo a piedi da casa dove comprare cibo fresco e risolvere piccole pratiche.',
    who: prose`
      Residenti del capolinea, per il 31 % oltre i sessantacinque anni, per un quarto senza automobile in
      famiglia.`,
    howMuch: 'Cinquecento famiglie la settimana al secondo anno, cioè una su cinque del quartiere.',
    contribution: 'Tre catene hanno rifiutato il locale; il bando comunale è andato deserto due volte.',
    impactRisk:
      'Se la bottega attirasse soprattutto chi passa e non chi abita, l’effetto sul quartiere sarebbe minore.',
    counterfactual:
      'Senza la bottega il quartiere resta come oggi: il negozio più vicino è a 2,4 chilometri.',
    evidencePlan:
      'Scontrini per codice postale, conteggio settimanale e un questionario porta a porta ogni anno.',
  },
  facts: {
    sector: 'food',
    instrument: 'community_share',
    transferability: 'with_consent',
    couponBps: null,
    accrual: 'none',
    indicator: 'PI4060',
    sdgTarget: '11.3',
    baseline: 0,
    target: 500,
    targetYears: 3,
    priceEuro: 20,
    lot: 5,
    softCapEuro: 60_000,
    hardCapEuro: 90_000,
    minimumEuro: 100,
    reserves: { community: 6_000, retail: 2_000, institutional: 0 },
  },
};
