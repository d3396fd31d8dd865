import type { Millis, OfferId, PersonId } from '@piazza/shared/values';
import type { Sealed } from '../core/index.ts';

export type IdentityStatus = 'submitted' | 'asked_again' | 'rejected' | 'approved';

/** What a person has said of who they are, and what an operator made of it. */
export interface IdentityCase {
  /** Counts what was submitted: a review names what it has seen. */
  readonly revision: number;
  readonly details: Sealed;
  /** Other accounts with the same tax code when it was submitted. */
  readonly sameAs: readonly PersonId[];
  readonly submittedAt: Millis;
  readonly status: IdentityStatus;
  readonly reviewedAt: Millis | null;
  readonly reviewer: PersonId | null;
  readonly reason: Sealed | null;
}

/** A question as it is shown: `order` names the option in each place; option 0 is the right one. */
export interface PaperQuestion {
  readonly id: string;
  readonly order: readonly number[];
}
/** A knowledge test that was drawn for somebody. */
export interface Paper {
  /** Of the bank it was drawn from. */
  readonly version: string;
  readonly questions: readonly PaperQuestion[];
  readonly drawnAt: Millis;
}
export interface GradedPaper extends Paper {
  /** The place chosen for each question. */
  readonly answers: readonly number[];
  readonly correct: number;
  readonly passed: boolean;
  readonly gradedAt: Millis;
  /** Until then it need not be taken again. */
  readonly validUntil: Millis;
}

export interface LossSimulation {
  /** A tenth of the net worth, in cents; null where the investor keeps it to themselves. */
  readonly bearableCents: number | null;
  readonly at: Millis;
  readonly validUntil: Millis;
}

export const personCriteria = ['income_or_portfolio', 'finance_experience', 'frequent_trades'] as const;
export const entityCriteria = ['own_funds', 'turnover', 'balance_sheet'] as const;
export type ClassCriterion = (typeof personCriteria)[number] | (typeof entityCriteria)[number];

export interface ClassRequest {
  /** Counts the requests of a person: an act names the one it grants. */
  readonly number: number;
  readonly party: 'person' | 'entity';
  readonly criteria: readonly ClassCriterion[];
  readonly evidence: Sealed;
  readonly at: Millis;
  readonly status: 'waiting' | 'granted' | 'refused';
  readonly decidedAt: Millis | null;
  readonly reason: Sealed | null;
}

/** A question drawn before a large commitment, until it was answered rightly and the commitment placed. */
export interface Understanding {
  readonly offer: OfferId;
  /** Of the bank it was drawn from. */
  readonly version: string;
  readonly question: PaperQuestion;
  readonly drawnAt: Millis;
  /** The question answered wrongly just before. */
  readonly missed: string | null;
  /** When it was answered rightly. */
  readonly provedAt: Millis | null;
}

/** The protection of one person. */
export interface Protection {
  identity: IdentityCase | null;
  /** Whose keys the details are under: their own, so that they outlast the account by the time of the law. */
  identitySubjects: readonly string[];
  /** When the details were removed, their time being over. */
  identitySweptAt: Millis | null;
  /** Drawn and not answered yet. */
  paper: Paper | null;
  /** The last paper that was graded. */
  graded: GradedPaper | null;
  /** End of validity of the last test that was passed. */
  passedUntil: Millis | null;
  /** When the failure of `graded` was acknowledged. */
  acknowledgedAt: Millis | null;
  loss: LossSimulation | null;
  request: ClassRequest | null;
  /** Of the commitment they are about to make. */
  understanding: Understanding | null;
  /** How long they are sophisticated, and whether the end was announced. */
  sophisticated: { readonly until: Millis; readonly noticed: boolean } | null;
}

/** What keeps investors safe: identity, knowledge test, simulated loss, class and its thresholds. */
export interface ProtectionState {
  readonly people: Map<PersonId, Protection>;
}
export const initialProtection = (): ProtectionState => ({ people: new Map() });
