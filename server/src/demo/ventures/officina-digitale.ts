import { prose } from '../prose.ts';
import type { Venture } from '../venture.ts';

export const officinaDigitale: Venture = {
  key: 'officina-digitale',
  language: 'it',
  organisation: {
    name: 'Officina Digitale (demo)',
    legalForm: 'societa_benefit',
    place: 'Novara',
    website: '',
    about: prose`
      Società benefit inventata per questa dimostrazione: forma donne sopra i trentacinque anni a mestieri
      digitali e si fa pagare dalle imprese che le assumono.`,
  },
  texts: {
    title: 'Officina Digitale: ricominciare a quarant’anni',
    tagline: 'Sei mesi di formazione gratuita per donne fuori dal lavoro, pagata da chi poi le assume.',
    story: prose`
      Metà delle donne che si iscrivono da noi ha smesso di lavorare alla nascita del secondo figlio. L'altra metà
      ha un contratto di dodici ore in una mensa. Tutte hanno sentito dire almeno una volta che è troppo tardi.

      Il nostro corso dura sei mesi, si segue al mattino, ha un nido accanto e finisce con un tirocinio: collaudo
      di programmi, assistenza ai clienti, contabilità digitale. Le imprese che assumono pagano 3.800 € per
      persona dopo il periodo di prova; se la persona se ne va nel primo anno, ne restituiamo metà.

      Delle prime 96 diplomate, 71 lavorano. Con questa emissione apriamo due sedi e portiamo le aule da una a
      quattro.`,
    team: prose`
      Sei docenti che vengono dalle imprese, due orientatrici, un'educatrice di nido e una fondatrice che ha fatto
      il corso pilota da allieva.`,
    useOfProceeds: prose`
      88.000 € per due sedi attrezzate; 61.000 € di docenza prima dei primi incassi; 24.000 € per i nidi; 17.000 €
      per la piattaforma e le certificazioni.`,
    risks: prose`
      Se le imprese assumono meno, incassiamo meno: nel 2023 i posti offerti sono calati del 14 %. Il modello è
      giovane. La quota dei ricavi può non bastare a restituire il capitale, che può andare perso.`,
    redemption: 'Il 7 % dei ricavi ogni semestre, fino a 1,4 volte il capitale o per otto anni al massimo.',
    outcome: 'Donne lontane dal lavoro ne trovano uno qualificato e lo tengono.',
    indicatorUnit: 'donne formate in un anno',
    what: 'Una competenza richiesta, un tirocinio retribuito e un nido mentre si impara.',
    who: 'Donne fra i 35 e i 55 anni fuori dal lavoro o con meno di venti ore la settimana; una su tre è straniera.',
    howMuch: 'Da 96 a 320 donne formate l’anno; il reddito medio passa da 410 a 1.260 € al mese.',
    contribution:
      'I corsi pubblici della zona sono di sera o in altre città: ne avrebbe frequentato uno il 17 %.',
    impactRisk:
      'Potremmo formare chi ce l’avrebbe fatta da sola: selezioniamo per motivazione e non per titolo di studio.',
    counterfactual:
      'Confronto con le 58 candidate arrivate quando il corso era pieno: un anno dopo ne lavorava il 26 %.',
    evidencePlan:
      'Contratti a 6, 12 e 24 mesi, dichiarazioni dei redditi per chi acconsente, verifica indipendente ogni anno.',
  },
  facts: {
    sector: 'education',
    instrument: 'revenue_share',
    transferability: 'with_consent',
    couponBps: null,
    accrual: 'none',
    indicator: 'PI2998',
    sdgTarget: '4.4',
    baseline: 96,
    target: 320,
    targetYears: 3,
    priceEuro: 25,
    lot: 4,
    softCapEuro: 110_000,
    hardCapEuro: 190_000,
    minimumEuro: 100,
    reserves: { community: 3_000, retail: 3_500, institutional: 500 },
  },
};
