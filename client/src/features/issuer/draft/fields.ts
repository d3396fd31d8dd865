import {
  draftGaps,
  emptyDraft,
  instruments,
  type Instrument,
  type ListingFacts,
  type ListingTexts,
  type Tier,
} from '@piazza/shared/contract';

export type TextField = `texts.${keyof ListingTexts}`;
export type FactField = `facts.${keyof ListingFacts}`;
/** A field of a draft as gaps, comments and refusals name it. */
export type Field = TextField | FactField;
/** What one input holds: the reserves are three of them. */
export type InputName = Exclude<Field, 'facts.reserves'> | `facts.reserves.${Tier}`;

export const steps = ['venture', 'issue', 'money', 'impact', 'sheet', 'check'] as const;
export type Step = (typeof steps)[number];

const fieldsOf: Readonly<Record<Exclude<Step, 'check'>, readonly Field[]>> = {
  venture: ['texts.title', 'texts.tagline', 'facts.sector', 'texts.story', 'texts.team'],
  issue: [
    'facts.instrument',
    'facts.transferability',
    'texts.redemption',
    'facts.couponBps',
    'facts.accrual',
    'facts.price',
    'facts.lot',
    'facts.softCap',
    'facts.hardCap',
    'facts.minimumTicket',
    'facts.opensAt',
    'facts.closesAt',
    'facts.reserves',
  ],
  money: ['texts.useOfProceeds', 'texts.risks'],
  impact: [
    'texts.outcome',
    'facts.indicator',
    'texts.indicatorUnit',
    'facts.sdgTarget',
    'facts.baseline',
    'facts.target',
    'facts.targetDate',
    'texts.what',
    'texts.who',
    'texts.howMuch',
    'texts.contribution',
    'texts.impactRisk',
    'texts.counterfactual',
    'texts.evidencePlan',
  ],
  sheet: [
    'texts.activities',
    'texts.responsible',
    'texts.contact',
    'texts.accounts',
    'texts.figures',
    'facts.ownFunds',
    'facts.maturityDate',
    'texts.interestTerms',
    'texts.capitalChange',
    'texts.rights',
    'texts.security',
    'texts.spv',
    'texts.riskSector',
    'texts.riskDefault',
    'texts.riskReturn',
    'texts.riskLiquidity',
    'texts.riskOther',
  ],
};

/** The fields a step asks for, in the order of the page. */
export const stepFields = (step: Step): readonly Field[] => (step === 'check' ? [] : fieldsOf[step]);

/** The step that asks for a field; the check where the field is unknown. */
export const stepOf = (field: string): Step =>
  steps.find((step) => stepFields(step).some((each) => each === field)) ?? 'check';

const known: ReadonlySet<string> = new Set(steps.flatMap((step) => stepFields(step)));
export const isField = (name: string): name is Field => known.has(name);

const withoutAnswer = (instrument: Instrument | null): ReadonlySet<string> =>
  new Set(draftGaps({ ...emptyDraft, facts: { ...emptyDraft.facts, instrument } }));
const asked = new Map([null, ...instruments].map((instrument) => [instrument, withoutAnswer(instrument)]));

/** Whether a draft of that instrument cannot be handed in without it. */
export const isRequired = (field: Field, instrument: Instrument | null): boolean =>
  [null, instrument].some((each) => asked.get(each)?.has(field));

/** id of the input that answers for a field, for links that lead to it. */
export const inputOf = (field: Field): InputName =>
  field === 'facts.reserves' ? 'facts.reserves.community' : field;
