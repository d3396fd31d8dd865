import { z } from 'zod';
import { countries, isDay } from '../identity/index.ts';
import { amount, line, offerId, personId, stamp } from './kit.ts';

const country = z.enum(countries as [string, ...string[]]);
const day = z
  .string()
  .regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/)
  .refine(isDay);

/** Who somebody is, as their document says. */
export const identityDetails = z.object({
  givenName: line(80),
  familyName: line(80),
  birthDate: day,
  street: line(120, 2),
  postalCode: line(12, 2),
  city: line(80),
  /** Of residence, ISO 3166-1 alpha-2. */
  country,
  /** Whose tax number follows: "IT" means a codice fiscale. */
  taxCountry: country,
  taxCode: line(40, 4),
});
export type IdentityDetails = z.output<typeof identityDetails>;

export const identityStatuses = ['submitted', 'asked_again', 'rejected', 'approved'] as const;
const knowledgeStandings = ['needed', 'failed', 'acknowledged', 'passed'] as const;
export const classCriteria = [
  'income_or_portfolio',
  'finance_experience',
  'frequent_trades',
  'own_funds',
  'turnover',
  'balance_sheet',
] as const;
export type ClassCriterion = (typeof classCriteria)[number];
export const classParties = ['person', 'entity'] as const;
export type ClassParty = (typeof classParties)[number];

const identityState = z.object({
  status: z.enum(identityStatuses),
  submittedAt: stamp,
  reviewedAt: stamp.nullable(),
  /** What the operator said; empty until they did. */
  reason: z.string(),
  /** Null once it was erased. */
  details: identityDetails.nullable(),
});

const classRequest = z.object({
  number: z.int().min(1),
  party: z.enum(classParties),
  criteria: z.array(z.enum(classCriteria)),
  at: stamp,
  status: z.enum(['waiting', 'granted', 'refused']),
  decidedAt: stamp.nullable(),
  reason: z.string(),
});

/** How far somebody has come, step by step; each is kept as it is done. */
export const onboarding = z.object({
  identity: identityState.nullable(),
  knowledge: z.object({
    standing: z.enum(knowledgeStandings),
    correct: z.int().min(0).nullable(),
    questions: z.int().min(1),
    passMark: z.int().min(1),
    /** A paper is drawn and waits for its answers. */
    open: z.boolean(),
    validUntil: stamp.nullable(),
  }),
  loss: z.object({
    done: z.boolean(),
    at: stamp.nullable(),
    validUntil: stamp.nullable(),
    /** A tenth of the net worth, rounded down to €100; null where it was not shared. */
    bearable: amount.nullable(),
  }),
  investorClass: z.object({
    present: z.enum(['non_sophisticated', 'sophisticated']),
    until: stamp.nullable(),
    request: classRequest.nullable(),
  }),
  /** Above it a single commitment asks for warning, consent and proof of understanding (ECSPR art. 21(7)). */
  warningThreshold: amount,
  /** The first thing without which no commitment is taken; null when all is done. */
  missing: z
    .enum(['identity_needed', 'knowledge_test_needed', 'loss_simulation_needed', 'identity_not_approved'])
    .nullable(),
});
export type Onboarding = z.output<typeof onboarding>;

const twoLanguages = <T extends z.ZodType>(words: T) => z.object({ en: words, it: words });
const questionWords = z.object({ ask: z.string(), options: z.array(z.string()) });

/** The knowledge test as it is taken: no answer is in it. */
export const knowledgePaper = z.object({
  drawnAt: stamp,
  questions: z.array(z.object({ id: z.string(), topic: z.string(), words: twoLanguages(questionWords) })),
});
export type KnowledgePaper = z.output<typeof knowledgePaper>;

/** A graded test, each question explained. */
const knowledgeResult = z.object({
  gradedAt: stamp,
  validUntil: stamp,
  correct: z.int().min(0),
  passed: z.boolean(),
  questions: z.array(
    z.object({
      id: z.string(),
      topic: z.string(),
      words: twoLanguages(questionWords.extend({ why: z.string() })),
      chosen: z.int().min(0),
      right: z.int().min(0),
    }),
  ),
});
export type KnowledgeResult = z.output<typeof knowledgeResult>;
export const knowledgeTest = z.object({
  paper: knowledgePaper.nullable(),
  result: knowledgeResult.nullable(),
});

/** The question that comes before a large commitment on an offer; which option is right is not in it. */
export const understanding = z.object({
  offerId,
  state: z.enum(['none', 'open', 'proved']),
  question: z.object({ id: z.string(), words: twoLanguages(questionWords) }).nullable(),
  /** Why the last answer was wrong: what was asked, and what is right. */
  missed: twoLanguages(z.object({ ask: z.string(), right: z.string(), why: z.string() })).nullable(),
});
export type UnderstandingView = z.output<typeof understanding>;

/** A case of "who is this", as an operator reads it. */
export const identityCase = z.object({
  personId,
  displayName: z.string(),
  email: z.string(),
  revision: z.int().min(1),
  status: z.enum(identityStatuses),
  submittedAt: stamp,
  reviewedAt: stamp.nullable(),
  reviewer: z.string().nullable(),
  reason: z.string(),
  details: identityDetails.nullable(),
  /** Other accounts that named the same tax code; approving links them to one human being. */
  sameAs: z.array(
    z.object({ personId, displayName: z.string(), status: z.enum(identityStatuses).nullable() }),
  ),
  /** Whether the reader is concerned, and so cannot decide. */
  own: z.boolean(),
});
export type IdentityCase = z.output<typeof identityCase>;

export const classCase = classRequest.extend({
  personId,
  displayName: z.string(),
  identity: z.enum(identityStatuses).nullable(),
  evidence: z.string(),
  own: z.boolean(),
});
export type ClassCase = z.output<typeof classCase>;
