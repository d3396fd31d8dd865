import { z } from 'zod';
import { amount, line, positiveAmount, positiveQuantity, price, stamp, text } from './kit.ts';

export const sectors = [
  'housing',
  'food',
  'energy',
  'health',
  'education',
  'work_inclusion',
  'culture',
  'circular_economy',
  'mobility',
  'finance',
] as const;
export type Sector = (typeof sectors)[number];

export const instruments = [
  'equity_share',
  'community_share',
  'bond',
  'impact_linked_bond',
  'revenue_share',
  'land_trust_share',
  'outcome_contract_note',
  'donation_note',
] as const;
export type Instrument = (typeof instruments)[number];

/** The free text of a listing. Kept in the vault; the journal holds only its reference and salted hash. */
export const listingTexts = z.object({
  title: line(80, 0),
  tagline: line(160, 0),
  story: text(8_000),
  team: text(4_000),
  useOfProceeds: text(4_000),
  risks: text(4_000),
  redemption: text(2_000),
  /** Impact prospectus: the outcome, and the five dimensions of the Impact Management Project. */
  outcome: text(1_000),
  indicatorUnit: line(60, 0),
  what: text(2_000),
  who: text(2_000),
  howMuch: text(2_000),
  contribution: text(2_000),
  impactRisk: text(2_000),
  counterfactual: text(2_000),
  evidencePlan: text(2_000),
  /** Key investment information sheet, ECSPR Annex I: what parts A to F ask beside the above. */
  activities: text(3_000),
  responsible: text(1_000),
  contact: text(600),
  /** Where the newest annual accounts can be read. */
  accounts: line(300, 0),
  figures: text(2_000),
  capitalChange: text(1_500),
  riskSector: text(2_000),
  riskDefault: text(2_000),
  riskReturn: text(2_000),
  riskLiquidity: text(2_000),
  riskOther: text(2_000),
  interestTerms: text(1_000),
  security: text(1_500),
  rights: text(2_000),
  spv: text(1_000),
});
export type ListingTexts = z.output<typeof listingTexts>;

/** The structured half of a draft. Everything may still be missing while it is a draft. */
export const listingFacts = z.object({
  sector: z.enum(sectors).nullable(),
  instrument: z.enum(instruments).nullable(),
  transferability: z.enum(['free', 'with_consent', 'none']).nullable(),
  /** Interest a year in hundredths of a percent; null where the instrument bears none. */
  couponBps: z.int().min(0).max(3_000).nullable(),
  accrual: z.enum(['none', 'act_365', '30_360']).nullable(),
  /** IRIS+ code of the indicator. */
  indicator: z
    .string()
    .regex(/^(?:OI|PI|OD|FP|PD)[0-9]{4}$/)
    .nullable(),
  /** SDG target, such as "11.1". */
  sdgTarget: z
    .string()
    .regex(/^(?:1[0-7]|[1-9])\.(?:[1-9][0-9]?|[a-d])$/)
    .nullable(),
  baseline: z.int().min(0).max(1_000_000_000).nullable(),
  target: z.int().min(0).max(1_000_000_000).nullable(),
  targetDate: z.iso.date().nullable(),
  price: price.nullable(),
  lot: positiveQuantity.nullable(),
  softCap: positiveAmount.nullable(),
  hardCap: positiveAmount.nullable(),
  minimumTicket: positiveAmount.nullable(),
  opensAt: stamp.nullable(),
  closesAt: stamp.nullable(),
  /** What the issuer puts in itself; zero is an answer. */
  ownFunds: amount.nullable(),
  /** When the principal is due, of an instrument that bears interest. */
  maturityDate: z.iso.date().nullable(),
  /** Share of the hard cap reserved for each tier, in hundredths of a percent; the rest is open to all in tier order. */
  reserves: z.object({
    community: z.int().min(0).max(10_000),
    retail: z.int().min(0).max(10_000),
    institutional: z.int().min(0).max(10_000),
  }),
});
export type ListingFacts = z.output<typeof listingFacts>;

export const draft = z.object({ texts: listingTexts, facts: listingFacts });
export type Draft = z.output<typeof draft>;

/** Where a draft starts, and what the wizard shows first. */
export const emptyDraft: Draft = {
  texts: {
    title: '',
    tagline: '',
    story: '',
    team: '',
    useOfProceeds: '',
    risks: '',
    redemption: '',
    outcome: '',
    indicatorUnit: '',
    what: '',
    who: '',
    howMuch: '',
    contribution: '',
    impactRisk: '',
    counterfactual: '',
    evidencePlan: '',
    activities: '',
    responsible: '',
    contact: '',
    accounts: '',
    figures: '',
    capitalChange: '',
    riskSector: '',
    riskDefault: '',
    riskReturn: '',
    riskLiquidity: '',
    riskOther: '',
    interestTerms: '',
    security: '',
    rights: '',
    spv: '',
  },
  facts: {
    sector: null,
    instrument: null,
    transferability: null,
    couponBps: null,
    accrual: null,
    indicator: null,
    sdgTarget: null,
    baseline: null,
    target: null,
    targetDate: null,
    price: null,
    lot: null,
    softCap: null,
    hardCap: null,
    minimumTicket: null,
    opensAt: null,
    closesAt: null,
    ownFunds: null,
    maturityDate: null,
    reserves: { community: 3_000, retail: 3_000, institutional: 0 },
  },
};

const requiredTexts = [
  'title',
  'tagline',
  'story',
  'team',
  'useOfProceeds',
  'risks',
  'redemption',
  'outcome',
  'what',
  'who',
  'howMuch',
  'contribution',
  'impactRisk',
  'counterfactual',
  'evidencePlan',
  'activities',
  'responsible',
  'contact',
  'riskSector',
  'riskDefault',
  'riskReturn',
  'riskLiquidity',
  'rights',
] as const satisfies readonly (keyof ListingTexts)[];

const requiredFacts = [
  'sector',
  'instrument',
  'transferability',
  'indicator',
  'sdgTarget',
  'baseline',
  'target',
  'targetDate',
  'price',
  'lot',
  'softCap',
  'hardCap',
  'minimumTicket',
  'closesAt',
  'ownFunds',
] as const satisfies readonly (keyof ListingFacts)[];

/** Whether the instrument bears interest, so that it needs a coupon and, where that is not zero, a day count. */
export const bearsInterest = (instrument: Instrument | null): boolean =>
  instrument === 'bond' || instrument === 'impact_linked_bond';

/** Whether it gives a share in the issuer's capital, so that the sheet says how that capital changes (Annex I, B(f), F(e)). */
export const changesCapital = (instrument: Instrument | null): boolean =>
  instrument === 'equity_share' || instrument === 'community_share' || instrument === 'land_trust_share';

/** DOMAIN §5, ECSPR Annex I, D(h): an instrument that bears interest states how it accrues, when it is paid, when it ends. */
function interestGaps({ texts, facts }: Draft): string[] {
  const { instrument, couponBps, accrual, maturityDate } = facts;
  if (!bearsInterest(instrument)) return [];
  const counts = accrual !== null && accrual !== 'none';
  return [
    ...(texts.interestTerms.trim() === '' ? ['texts.interestTerms'] : []),
    ...(couponBps === null ? ['facts.couponBps'] : []),
    ...(counts || couponBps === 0 ? [] : ['facts.accrual']),
    ...(maturityDate === null ? ['facts.maturityDate'] : []),
  ];
}

const capitalGaps = ({ texts, facts }: Draft): string[] =>
  changesCapital(facts.instrument) && texts.capitalChange.trim() === '' ? ['texts.capitalChange'] : [];

/** Names of the fields a draft still lacks before it may be submitted (DOMAIN §5, impact prospectus; ECSPR Annex I, sheet). */
export function draftGaps(value: Draft): string[] {
  const texts = requiredTexts
    .filter((name) => value.texts[name].trim() === '')
    .map((name) => `texts.${name}`);
  const facts = requiredFacts.filter((name) => value.facts[name] === null).map((name) => `facts.${name}`);
  return [...texts, ...facts, ...interestGaps(value), ...capitalGaps(value)];
}

export const fieldComment = z.object({
  field: z.string().regex(/^(?:texts|facts)\.[A-Za-z]{1,40}$/),
  text: text(2_000, 1),
});
export type FieldComment = z.output<typeof fieldComment>;
