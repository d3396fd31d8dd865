import { prose } from '../prose.ts';
import type { Venture } from '../venture.ts';

export const chiaviInPrestito: Venture = {
  key: 'chiavi-in-prestito',
  language: 'it',
  organisation: {
    name: 'Chiavi in Prestito (demo)',
    legalForm: 'ets',
    place: 'Torino',
    website: '',
    about: prose`
      Associazione inventata per questa dimostrazione: garantisce ai proprietari l'affitto di chi esce dalla
      strada e accompagna per due anni chi entra in casa.`,
  },
  texts: {
    title: 'Chiavi in Prestito: un fondo per la prima cauzione',
    tagline:
      'Trentamila euro che girano: cauzioni anticipate a chi lascia il dormitorio e le restituisce un poco al mese.',
    story: prose`
      Fra il dormitorio e una casa ci sono tre mensilità di cauzione. Per chi ha trovato un lavoro da poco sono un
      muro. Noi anticipiamo quella somma al proprietario e la persona la restituisce in trenta rate piccole; quando
      torna, la somma apre un'altra porta.

      In tre anni, con undicimila euro, abbiamo aperto ventidue porte. Due sole cauzioni non sono tornate. Con
      trentamila ne apriamo sessanta, e il fondo continua a girare.

      Chi partecipa fa una donazione: non riceve interessi e non riavrà il capitale. Riceve, due volte l'anno, il
      conto esatto di quante chiavi girano e di come va a chi le ha in mano.`,
    team: prose`
      Due operatrici part-time, una psicologa volontaria, un avvocato che segue i contratti e un gruppo di quaranta
      proprietari che ci hanno già affidato un alloggio.`,
    useOfProceeds: '27.000 € nel fondo cauzioni; 3.000 € per i piccoli lavori prima dell’ingresso.',
    risks: prose`
      Qualcuno non restituirà: contiamo una perdita del 9 % l'anno. Gli alloggi disponibili diminuiscono. È una
      donazione: il denaro versato non torna in nessun caso.`,
    redemption: 'Nessun rimborso: nota di donazione, senza interessi né capitale.',
    outcome: 'Persone senza dimora entrano in una casa con un contratto a loro nome e ci restano.',
    indicatorUnit: 'persone in casa con contratto proprio',
    what: 'Un contratto di affitto intestato a chi abita, con una cauzione che non deve chiedere a nessuno.',
    who: 'Adulti con un reddito da lavoro recente, da almeno sei mesi in dormitorio o in auto.',
    howMuch: 'Da 22 a 60 persone; dopo un anno, nove su dieci sono ancora in casa.',
    contribution:
      'I fondi pubblici coprono la morosità e non l’ingresso; il 12 % avrebbe trovato un garante in famiglia.',
    impactRisk:
      'Il lavoro recente può finire: per questo accompagniamo le persone per ventiquattro mesi e non per tre.',
    counterfactual:
      'Chi era in lista d’attesa l’anno scorso ha passato in dormitorio altri undici mesi, in media.',
    evidencePlan: 'Contratti registrati, rate incassate, colloquio a sei, dodici e ventiquattro mesi.',
  },
  facts: {
    sector: 'housing',
    instrument: 'donation_note',
    transferability: 'none',
    couponBps: null,
    accrual: 'none',
    indicator: 'PI2640',
    sdgTarget: '1.4',
    baseline: 22,
    target: 60,
    targetYears: 2,
    priceEuro: 5,
    lot: 2,
    softCapEuro: 18_000,
    hardCapEuro: 30_000,
    minimumEuro: 10,
    reserves: { community: 5_000, retail: 3_000, institutional: 0 },
  },
};
