import { prose } from '../prose.ts';
import type { Venture } from '../venture.ts';

export const casaDelViale: Venture = {
  key: 'casa-del-viale',
  language: 'it',
  organisation: {
    name: 'Casa del Viale (demo)',
    legalForm: 'cooperativa_sociale',
    place: 'Collegno',
    website: '',
    about: prose`
      Cooperativa sociale inventata per questa dimostrazione: infermiere di comunità, medici di famiglia e una
      portineria aperta sotto lo stesso tetto, in un quartiere dove il pronto soccorso era l'ambulatorio più
      vicino.`,
  },
  texts: {
    title: 'Casa del Viale: la salute al piano terra',
    tagline: 'Una casa della comunità con infermiere, psicologa e portineria per ventiduemila abitanti.',
    story: prose`
      Il martedì mattina la fila comincia alle sette: prelievi, ricette, una ferita da medicare, una solitudine da
      ascoltare. La Casa del Viale è nata due anni fa in un ex negozio di scarpe, con tre infermiere e molta buona
      volontà. Oggi la usano 2.900 persone e i trenta metri quadrati non bastano più.

      Nel palazzo accanto si è liberato tutto il piano terra: 410 metri quadrati con ingresso a raso. Ci
      entreranno sei ambulatori, una stanza per i gruppi, una cucina e la portineria sociale che fissa le visite
      per chi non usa il computer.

      L'azienda sanitaria copre le prestazioni con una convenzione di otto anni. A noi tocca lo spazio, ed è lo
      spazio che finanziamo con queste quote.`,
    team: prose`
      Cinque infermiere di comunità, due medici di medicina generale associati, una psicologa, due operatori di
      portineria e una presidente che ha diretto per anni un distretto sanitario.`,
    useOfProceeds: prose`
      196.000 € per i lavori e l'accessibilità; 58.000 € per arredi e apparecchi; 40.000 € per il sistema
      informatico e il collegamento con il fascicolo sanitario; 26.000 € di scorta di cassa.`,
    risks: prose`
      La convenzione può essere rivista alla scadenza. Mancano infermiere in tutta la regione e sostituirne una
      richiede in media cinque mesi. Le quote sociali non hanno un mercato, e in caso di liquidazione sono
      rimborsate per ultime: potete perdere tutto.`,
    redemption: 'Rimborso al nominale in caso di recesso, dopo cinque anni, entro i limiti di statuto.',
    outcome:
      'Chi non arrivava alle cure le riceve vicino a casa, prima che servano il ricovero o l’ambulanza.',
    indicatorUnit: 'persone con accesso nuovo alle cure di base',
    what: 'Assistenza di base continua: la stessa infermiera, a piedi da casa, entro due giorni.',
    who: prose`
      Anziani soli, malati cronici e famiglie senza medico stabile: il 44 % di chi entra ha più di settant'anni,
      il 19 % non parla bene italiano.`,
    howMuch: 'Da 2.900 a 7.500 persone in tre anni; per i malati cronici almeno quattro contatti l’anno.',
    contribution: prose`
      Nel piano regionale la casa della comunità del quartiere è prevista, senza data. Consideriamo nostro il
      tempo guadagnato: da quattro a sei anni.`,
    impactRisk:
      'Se arrivasse soprattutto chi si cura già, l’effetto sarebbe piccolo: per questo usciamo noi, casa per casa.',
    counterfactual: prose`
      Confronto con un quartiere gemello per età e reddito: lì gli accessi evitabili al pronto soccorso sono
      cresciuti del 9 % mentre da noi sono scesi del 4 %.`,
    evidencePlan: prose`
      Dati aggregati del distretto, registro degli accessi della Casa e un'indagine annuale di un istituto di
      ricerca, pubblicata per intero.`,
  },
  facts: {
    sector: 'health',
    instrument: 'community_share',
    transferability: 'with_consent',
    couponBps: null,
    accrual: 'none',
    indicator: 'PI2822',
    sdgTarget: '3.8',
    baseline: 2_900,
    target: 7_500,
    targetYears: 3,
    priceEuro: 25,
    lot: 4,
    softCapEuro: 180_000,
    hardCapEuro: 320_000,
    minimumEuro: 100,
    reserves: { community: 4_500, retail: 3_500, institutional: 500 },
  },
};
