import { prose } from '../prose.ts';
import type { Venture } from '../venture.ts';

export const cassaComune: Venture = {
  key: 'cassa-comune',
  language: 'it',
  organisation: {
    name: 'Cassa Comune (demo)',
    legalForm: 'impresa_sociale',
    place: 'Asti',
    website: '',
    about: prose`
      Operatore di microcredito inventato per questa dimostrazione. Presta piccole somme a chi le banche non
      ascoltano e affianca a ogni prestito un volontario che se ne intende: il tasso di restituzione è del 94 %.`,
  },
  texts: {
    title: 'Cassa Comune: tremila euro al momento giusto',
    tagline: 'Un fondo di microcredito per riparare un furgone, pagare una cauzione, cominciare un lavoro.',
    story: prose`
      Una sarta compra una macchina a cinque aghi. Un rider paga la cauzione di una casa e smette di dormire sul
      divano di un amico. Un meccanico sostituisce il ponte sollevatore. Sono prestiti di duemila, quattromila,
      seimila euro: troppo piccoli per una banca, troppo grandi per chi non ha nulla da parte.

      In sei anni la Cassa ne ha fatti 612. Ogni domanda passa per un colloquio, non per un punteggio, e ogni
      prestito ha un accompagnatore: commercialiste, artigiani, bancari in pensione. È questo che tiene le
      perdite sotto il 4 %.

      Con l'emissione portiamo il fondo da 900.000 € a un milione e mezzo e apriamo due sportelli in paesi dove
      l'ultima filiale ha chiuso.`,
    team: prose`
      Quattro dipendenti, trentuno accompagnatori volontari formati, un comitato crediti di cinque persone che si
      riunisce ogni giovedì e un organismo di vigilanza esterno.`,
    useOfProceeds: prose`
      540.000 € entrano nel fondo prestiti; 34.000 € per gli sportelli di due paesi; 16.000 € per il programma di
      gestione; 10.000 € per la formazione di venti nuovi accompagnatori.`,
    risks: prose`
      In una recessione le restituzioni calano: nel piano reggiamo perdite fino all'11 %. I tassi sul nostro
      rifinanziamento possono salire. Le obbligazioni non sono depositi, non sono coperte da alcun fondo di
      garanzia e potete perdere il capitale.`,
    redemption: 'Rimborso in un’unica soluzione dopo quattro anni; interessi pagati ogni dodici mesi.',
    outcome:
      'Persone escluse dal credito ottengono una somma piccola e la usano per stare meglio in modo durevole.',
    indicatorUnit: 'persone con un primo accesso al credito',
    what: 'Un prestito equo, con tempi certi e qualcuno che aiuta a fare i conti prima e dopo.',
    who: prose`
      Lavoratori a tempo determinato, partite IVA recenti, donne che tornano al lavoro, persone straniere con
      meno di cinque anni di residenza: sette su dieci hanno avuto un rifiuto da una banca.`,
    howMuch: 'Da 612 a 900 persone; un anno dopo, sei su dieci dichiarano un reddito più alto.',
    contribution: prose`
      Abbiamo chiesto ai clienti che cosa avrebbero fatto senza di noi: il 38 % nulla, il 27 % un prestito a tasso
      d'usura o da parenti, il resto avrebbe trovato altro. Contiamo solo i primi due gruppi.`,
    impactRisk:
      'Un prestito mal dato fa danni: il rischio è l’indebitamento eccessivo, e lo misuriamo a sei e dodici mesi.',
    counterfactual: prose`
      Confrontiamo chi ha avuto il prestito con chi lo ha chiesto quando il fondo era esaurito: differenza di
      reddito del 9 % dopo un anno.`,
    evidencePlan: prose`
      Dati di portafoglio pubblicati ogni trimestre, interviste a un campione di 120 clienti, revisione legale dei
      conti.`,
  },
  facts: {
    sector: 'finance',
    instrument: 'bond',
    transferability: 'free',
    couponBps: 250,
    accrual: '30_360',
    indicator: 'PI2822',
    sdgTarget: '8.10',
    baseline: 612,
    target: 900,
    targetYears: 2,
    priceEuro: 100,
    lot: 1,
    softCapEuro: 300_000,
    hardCapEuro: 600_000,
    minimumEuro: 200,
    reserves: { community: 2_000, retail: 4_000, institutional: 2_500 },
  },
};
