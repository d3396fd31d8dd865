import { prose } from '../prose.ts';
import type { Venture } from '../venture.ts';

export const terraComune: Venture = {
  key: 'terra-comune',
  language: 'it',
  organisation: {
    name: 'Terra Comune (demo)',
    legalForm: 'ets',
    place: 'Torino',
    website: '',
    about: prose`
      Fondazione di partecipazione inventata per questa dimostrazione. Compra il suolo e lo tiene per sempre fuori
      dal mercato; chi abita compra o affitta solo i muri. Nel consiglio siedono in parti uguali abitanti, vicini
      e sottoscrittori.`,
  },
  texts: {
    title: 'Terra Comune: diciotto case che restano accessibili',
    tagline:
      'Un community land trust compra un isolato: il suolo resta di tutti, le case costano un terzo in meno.',
    story: prose`
      Un isolato di ringhiera, diciotto alloggi, un cortile con un tiglio. Il proprietario vende, e il quartiere è
      di quelli dove gli affitti sono saliti del 38 % in cinque anni. Chi ci abita oggi – un'infermiera, due
      famiglie con bambini, un sarto in pensione – non potrebbe comprare, e presto nemmeno restare.

      Un land trust separa il suolo dai muri. La fondazione compra tutto, tiene il suolo per sempre e cede i muri
      a un prezzo che dipende dal reddito degli abitanti e non dal mercato. Chi un giorno va via rivende con una
      formula che gli restituisce quanto ha messo più una parte del valore creato, e la casa resta accessibile a
      chi viene dopo.

      Le quote di questa emissione finanziano il suolo e le parti comuni. Non promettono grandi rendimenti:
      promettono che fra trent'anni qui abiterà ancora chi lavora in questo quartiere.`,
    team: prose`
      Una direttrice con esperienza nelle cooperative di abitanti, un geometra, un notaio che ci segue a titolo
      gratuito, una mediatrice abitativa e un comitato di dodici residenti che si riunisce ogni quindici giorni.`,
    useOfProceeds: prose`
      1.020.000 € per il suolo e gli alloggi sfitti; 310.000 € per tetto, facciata e pompa di calore comune;
      95.000 € per imposte e atti; 75.000 € accantonati per due anni di canoni agevolati.`,
    risks: prose`
      I lavori sul tetto possono riservare sorprese: abbiamo un 12 % di imprevisti. Se il tasso del mutuo
      ipotecario salisse di due punti, il canone crescerebbe di 38 € al mese. Le quote non sono quotate, si
      rivendono solo a un altro ente del trust o con il suo consenso, e possono perdere valore fino a zero.`,
    redemption: prose`
      Dal decimo anno la fondazione può ricomprare le quote al nominale rivalutato dell'indice dei prezzi, fino al
      2 % del capitale l'anno.`,
    outcome: 'Famiglie di lavoratori vivono stabilmente in case che possono permettersi.',
    indicatorUnit: 'persone che abitano nel trust',
    what: prose`
      Una casa sicura il cui costo non supera il 30 % del reddito familiare, per un tempo che decide chi la
      abita.`,
    who: prose`
      Famiglie con reddito fra il 45 e l'80 % della mediana della città, già residenti o al lavoro nel quartiere;
      quattro alloggi sono riservati a chi ha subito uno sfratto incolpevole.`,
    howMuch: prose`
      Quarantotto persone in diciotto alloggi; una riduzione media del costo della casa di 215 € al mese, per
      tutta la durata dell'abitazione.`,
    contribution: prose`
      L'altra offerta ricevuta dal proprietario era di un operatore di affitti brevi. Abbiamo agli atti la
      proposta.`,
    impactRisk: prose`
      Il rischio maggiore è di durata: se la formula di rivendita fosse impugnata, il vincolo potrebbe indebolirsi.
      È stata esaminata da due studi indipendenti.`,
    counterfactual: prose`
      Nei tre isolati vicini venduti dal 2019 il 70 % degli inquilini è andato via entro due anni dal passaggio di
      proprietà.`,
    evidencePlan: prose`
      Contratti di locazione e cessione, attestazioni di reddito all'ingresso e ogni tre anni, registro pubblico
      dei prezzi di rivendita.`,
  },
  facts: {
    sector: 'housing',
    instrument: 'land_trust_share',
    transferability: 'with_consent',
    couponBps: 100,
    accrual: 'act_365',
    indicator: 'PI2640',
    sdgTarget: '11.1',
    baseline: 19,
    target: 48,
    targetYears: 3,
    priceEuro: 100,
    lot: 1,
    softCapEuro: 900_000,
    hardCapEuro: 1_500_000,
    minimumEuro: 200,
    reserves: { community: 2_500, retail: 3_500, institutional: 3_000 },
  },
};
