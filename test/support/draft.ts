import type { Draft, ListingFacts, ListingTexts } from '@piazza/shared/contract';
import { emptyDraft } from '@piazza/shared/contract';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export interface DraftChanges {
  readonly texts?: Partial<ListingTexts>;
  readonly facts?: Partial<ListingFacts>;
}

const texts: ListingTexts = {
  ...emptyDraft.texts,
  title: 'Gli orti di via Cigna',
  tagline: 'Verdura di quartiere, lavoro vero',
  story: 'Sessanta orti e una cucina.',
  team: 'Dodici socie e soci.',
  useOfProceeds: 'Serre e attrezzi.',
  risks: 'Il raccolto può mancare.',
  outcome: 'Persone che trovano lavoro',
  indicatorUnit: 'persone',
  what: 'Lavoro stabile',
  who: 'Persone lontane dal lavoro',
  howMuch: 'Quaranta in tre anni',
  contribution: 'Senza di noi nessuno',
  impactRisk: 'Il mercato del lavoro',
  counterfactual: 'Cinque su quaranta',
  evidencePlan: 'Buste paga',
  redemption: 'A valore nominale, dal quarto anno.',
  activities: 'Orti, una cucina e un banco al mercato.',
  responsible: 'Il consiglio di amministrazione.',
  contact: 'via Cigna 1, Torino; orti@example.org',
  capitalChange: 'Il capitale passa da 40.000 a 50.000 €.',
  riskSector: 'Il prezzo della verdura scende.',
  riskDefault: 'Senza due clienti la cooperativa non paga.',
  riskReturn: 'Può non esserci alcun dividendo.',
  riskLiquidity: 'Le quote si rivendono di rado.',
  interestTerms: 'Ogni anno il 30 giugno.',
  rights: 'Una testa, un voto.',
};

/** Ten euro a unit, in lots of ten (€100); soft cap €1,000, hard cap €10,000, tickets from €200; thirty days from `now`. */
export const completeDraft = (now: number, changes: DraftChanges = {}): Draft => ({
  texts: { ...texts, ...changes.texts },
  facts: {
    sector: 'food',
    instrument: 'community_share',
    transferability: 'with_consent',
    couponBps: null,
    accrual: 'none',
    indicator: 'OI1234',
    sdgTarget: '8.5',
    baseline: 0,
    target: 40,
    targetDate: new Date(now + 3 * 365 * day).toISOString().slice(0, 10),
    price: 1_000 as never,
    lot: 10 as never,
    softCap: 100_000 as never,
    hardCap: 1_000_000 as never,
    minimumTicket: 20_000 as never,
    opensAt: null,
    closesAt: (now + 30 * day) as never,
    ownFunds: 500_000 as never,
    maturityDate: null,
    reserves: { community: 0, retail: 0, institutional: 0 },
    ...changes.facts,
  },
});
