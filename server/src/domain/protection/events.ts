import type { CommitmentId, Millis, OfferId, PersonId } from '@piazza/shared/values';
import type { Needs, Sealed } from '../core/index.ts';
import type {
  ClassCriterion,
  ClassRequest,
  GradedPaper,
  IdentityCase,
  LossSimulation,
  Paper,
  Understanding,
} from './state.ts';

export type IdentityVerdict = 'approve' | 'ask_again' | 'reject';

export type ProtectionCommand =
  | {
      readonly kind: 'protection.submitIdentity';
      readonly details: Sealed;
      /** Accounts known under the same tax code, found at the edge by a keyed index. */
      readonly sameAs: readonly PersonId[];
      /** Whose key the details are under. Absent: the person's. */
      readonly subject?: string;
    }
  | {
      readonly kind: 'protection.reviewIdentity';
      readonly person: PersonId;
      readonly revision: number;
      readonly verdict: IdentityVerdict;
      readonly reason: Sealed;
    }
  | { readonly kind: 'protection.drawTest' }
  | { readonly kind: 'protection.submitTest'; readonly answers: readonly number[] }
  | { readonly kind: 'protection.acknowledgeTest' }
  | { readonly kind: 'protection.drawUnderstanding'; readonly offer: OfferId }
  | {
      readonly kind: 'protection.answerUnderstanding';
      readonly offer: OfferId;
      /** The question that was read. */
      readonly question: string;
      /** The place chosen. */
      readonly answer: number;
    }
  | { readonly kind: 'protection.simulateLoss'; readonly bearableCents: number | null }
  | {
      readonly kind: 'protection.requestClass';
      readonly party: ClassRequest['party'];
      readonly criteria: readonly ClassCriterion[];
      readonly evidence: Sealed;
      readonly attested: boolean;
    }
  | {
      readonly kind: 'protection.refuseClass';
      readonly person: PersonId;
      readonly request: number;
      readonly reason: Sealed;
    }
  | { readonly kind: 'protection.leaveClass' };

export type ProtectionEvent =
  | {
      readonly kind: 'protection.identity_submitted';
      readonly person: PersonId;
      readonly as: Pick<IdentityCase, 'revision' | 'details' | 'sameAs' | 'submittedAt'>;
      readonly subject?: string;
    }
  | {
      readonly kind: 'protection.identity_reviewed';
      readonly person: PersonId;
      readonly to: 'approved' | 'asked_again' | 'rejected';
      readonly reviewer: PersonId;
      readonly reason: Sealed;
      readonly at: Millis;
    }
  /** The time for which the identity of somebody who has gone was to be kept is over. */
  | { readonly kind: 'protection.identity_swept'; readonly person: PersonId; readonly at: Millis }
  | { readonly kind: 'protection.test_drawn'; readonly person: PersonId; readonly paper: Paper }
  | { readonly kind: 'protection.test_graded'; readonly person: PersonId; readonly graded: GradedPaper }
  | { readonly kind: 'protection.failure_acknowledged'; readonly person: PersonId; readonly at: Millis }
  | {
      readonly kind: 'protection.understanding_drawn';
      readonly person: PersonId;
      readonly as: Omit<Understanding, 'provedAt'>;
    }
  | {
      readonly kind: 'protection.understanding_answered';
      readonly person: PersonId;
      readonly offer: OfferId;
      readonly version: string;
      readonly question: string;
      readonly answer: number;
      readonly right: boolean;
      readonly at: Millis;
    }
  /** The commitment for which it was proved is placed: the next one asks anew. */
  | {
      readonly kind: 'protection.understanding_used';
      readonly person: PersonId;
      readonly commitment: CommitmentId;
      readonly version: string;
      readonly question: string;
    }
  | { readonly kind: 'protection.loss_simulated'; readonly person: PersonId; readonly loss: LossSimulation }
  | { readonly kind: 'protection.class_requested'; readonly person: PersonId; readonly request: ClassRequest }
  | {
      readonly kind: 'protection.class_refused';
      readonly person: PersonId;
      readonly reason: Sealed;
      readonly at: Millis;
    }
  | {
      readonly kind: 'protection.class_granted';
      readonly person: PersonId;
      readonly until: Millis;
      readonly at: Millis;
    }
  /** The end of the class comes near. */
  | { readonly kind: 'protection.class_ending'; readonly person: PersonId; readonly until: Millis }
  | {
      readonly kind: 'protection.class_ended';
      readonly person: PersonId;
      readonly why: 'expired' | 'left';
      readonly at: Millis;
    };

export const protectionNeeds: Needs<ProtectionCommand> = {
  // Operators too have their identity recorded: four eyes are those of two persons.
  'protection.submitIdentity': 'anybody',
  'protection.reviewIdentity': 'operator',
  'protection.drawTest': 'investor',
  'protection.submitTest': 'investor',
  'protection.acknowledgeTest': 'investor',
  'protection.drawUnderstanding': 'investor',
  'protection.answerUnderstanding': 'investor',
  'protection.simulateLoss': 'investor',
  'protection.requestClass': 'investor',
  'protection.refuseClass': 'operator',
  'protection.leaveClass': 'investor',
};
