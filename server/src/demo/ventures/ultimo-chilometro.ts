import { prose } from '../prose.ts';
import type { Venture } from '../venture.ts';

export const ultimoChilometro: Venture = {
  key: 'ultimo-chilometro',
  language: 'it',
  organisation: {
    name: 'Ultimo Chilometro (demo)',
    legalForm: 'siavs',
    place: 'Cuneo',
    website: '',
    about: prose`
      Start-up innovativa a vocazione sociale inventata per questa dimostrazione: consegne in bicicletta da carico
      con fattorini assunti, non a cottimo.`,
  },
  texts: {
    title: 'Ultimo Chilometro: consegne senza motore e senza cottimo',
    tagline: 'Biciclette da carico e contratti veri per consegnare nel centro storico.',
    story: prose`
      Nel centro della città girano ogni giorno 340 furgoni, mezzi vuoti, per consegnare pacchi che pesano in media
      un chilo e mezzo. Nello stesso centro pedalano fattorini pagati a consegna, senza ferie e senza assicurazione.

      Mettiamo insieme le due cose: un magazzino al margine della zona a traffico limitato, dodici biciclette da
      carico, diciotto fattorini assunti con il contratto della logistica. Tre corrieri ci affidano già l'ultimo
      chilometro di ottocento pacchi al giorno.

      Vendiamo azioni ordinarie per portare i pacchi a duemila e le biciclette a trenta.`,
    team: 'Due fondatori che hanno fatto i fattorini, una responsabile operativa e un meccanico di biciclette.',
    useOfProceeds: prose`
      96.000 € per diciotto biciclette e rimorchi; 52.000 € per il magazzino; 40.000 € per il programma dei giri;
      22.000 € di circolante.`,
    risks: prose`
      Tre clienti fanno tutto il fatturato. Un cambio delle regole di accesso al centro può togliere il vantaggio.
      Le azioni di una start-up possono valere zero.`,
    redemption: 'Azioni ordinarie: nessun rimborso; il diritto di vendita segue quello dei fondatori.',
    outcome: 'Consegne più pulite fatte da persone con un lavoro dignitoso.',
    indicatorUnit: 'fattorini assunti a tempo indeterminato',
    what: 'Un contratto stabile, un orario, un mezzo sicuro e mantenuto.',
    who: 'Fattorini oggi pagati a consegna, per due terzi sotto i trent’anni o stranieri.',
    howMuch: 'Da 18 a 45 assunti; 190 furgoni in meno al giorno nel centro.',
    contribution:
      'Due corrieri su tre avevano già provato le biciclette e smesso per mancanza di un magazzino.',
    impactRisk:
      'Se crescessimo troppo in fretta, la pressione sui tempi tornerebbe: il limite è scritto nello statuto.',
    counterfactual:
      'Nelle due città vicine di pari misura il numero di furgoni in centro è cresciuto del 6 % l’anno.',
    evidencePlan: 'Contratti, tracciati anonimi dei giri, conteggi dei varchi, questionario ai fattorini.',
  },
  facts: {
    sector: 'mobility',
    instrument: 'equity_share',
    transferability: 'free',
    couponBps: null,
    accrual: 'none',
    indicator: 'OI8869',
    sdgTarget: '8.8',
    baseline: 18,
    target: 45,
    targetYears: 3,
    priceEuro: 15,
    lot: 10,
    softCapEuro: 120_000,
    hardCapEuro: 210_000,
    minimumEuro: 150,
    reserves: { community: 2_500, retail: 4_000, institutional: 1_000 },
  },
};
