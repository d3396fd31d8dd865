import { cents } from '../values/index.ts';

const DAY_MS = 86_400_000;

/** Investor protection: ECSPR art. 21 and 22, delegated regulation 2022/2114, DOMAIN §4. */
export const protectionPolicy = {
  /** Questions drawn for an entry knowledge test, and right answers that pass it. ECSPR art. 21(1); the numbers are Design. */
  knowledgeQuestions: 10,
  knowledgePassMark: 7,
  /** A test is taken again after this long. ECSPR art. 21(3): every two years. */
  knowledgeLifeMs: 2 * 365 * DAY_MS,
  /** How long a right answer before a large commitment counts until it is placed. Design; ECSPR art. 21(7) asks it each time. */
  understandingLifeMs: DAY_MS,
  /** Share of the net worth whose loss is simulated. ECSPR art. 21(5): 10 %. */
  bearableLossPercent: 10,
  /** A simulation is made again after this long. ECSPR art. 21(5): every year. */
  lossSimulationLifeMs: 365 * DAY_MS,
  /** Net worth is rounded down to this before anything of it is shared; the loss that is shared to a tenth of it. Design. */
  netWorthStepCents: cents(100_000),
  /** How long an investor stays sophisticated, and when the notice of the end comes. ECSPR Annex II(IV): two years; the notice is Design. */
  classLifeMs: 2 * 365 * DAY_MS,
  classNoticeMs: 30 * DAY_MS,
  /** Criteria that make a person, and an entity, sophisticated. ECSPR Annex II(I) and (II). */
  classCriteriaOfPerson: 2,
  classCriteriaOfEntity: 1,
  /** The criteria's numbers. ECSPR Annex II(I)(1) and II(II). */
  classIncomeCents: cents(6_000_000),
  classPortfolioCents: cents(10_000_000),
  classOwnFundsCents: cents(10_000_000),
  classTurnoverCents: cents(200_000_000),
  classBalanceSheetCents: cents(100_000_000),
  /** Single commitments from here on ask for an identity that an operator has approved. Regulation (EU) 2024/1624 art. 19(1)(b), DOMAIN §8. */
  identityApprovalFromCents: cents(1_000_000),
  /** Youngest age at which one invests. Italian civil code art. 2. */
  investorAge: 18,
} as const;
