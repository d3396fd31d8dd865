import type { CommitmentId, OfferId, PersonId } from '@piazza/shared/values';
import { isFinal, type Outgoing, type Payment } from '../../server/src/domain/payments/index.ts';
import type { Seen } from './wire.ts';

/** What the people of the story see of it, and what is watched. */
export interface Look {
  readonly payments: readonly Pick<
    Payment,
    'id' | 'payer' | 'status' | 'intent' | 'charge' | 'purpose' | 'attempt'
  >[];
  readonly outgoings: readonly Pick<
    Outgoing,
    'id' | 'kind' | 'status' | 'attempt' | 'holder' | 'amountCents'
  >[];
  readonly proposals: readonly {
    readonly id: string;
    readonly contentHash: string;
    readonly outgoing: string;
  }[];
  readonly offers: readonly { readonly id: OfferId; readonly status: string }[];
  readonly commitments: readonly {
    readonly id: CommitmentId;
    readonly investor: PersonId;
    readonly status: string;
  }[];
  readonly refunds: Readonly<Record<string, number>>;
  readonly payees: Readonly<Record<string, string>>;
  /** Objects that are not at their end. */
  readonly underWay: number;
  readonly breaks: number;
  readonly waitingBooks: readonly string[];
  readonly idle: boolean;
}

/** Whether something waits for the provider, or for a bank behind it. */
export const isUnderWay = (status: string): boolean =>
  [
    'due',
    'processing',
    'action_needed',
    'declined',
    'method_needed',
    'cancelling',
    'pending',
    'transferred',
  ].includes(status);

function countOf(list: Iterable<{ readonly status: string }>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of list) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

export function lookAt(state: Seen): Omit<Look, 'idle'> {
  const { payments, offers, approvals } = state;
  const all = [...payments.payments.values(), ...payments.refunds.values(), ...payments.outgoings.values()];
  return {
    payments: [...payments.payments.values()]
      .filter(({ status }) => !isFinal('payment', status))
      .map(({ id, payer, status, intent, charge, purpose, attempt }) => ({
        id,
        payer,
        status,
        intent,
        charge,
        purpose,
        attempt,
      })),
    outgoings: [...payments.outgoings.values()].map(({ id, kind, status, attempt, holder, amountCents }) => ({
      id,
      kind,
      status,
      attempt,
      holder,
      amountCents,
    })),
    proposals: [...approvals.proposals.values()]
      .filter(({ status }) => status === 'waiting')
      .flatMap(({ id, contentHash, act }) =>
        act.kind === 'money_out' ? [{ id, contentHash, outgoing: act.outgoing }] : [],
      ),
    offers: [...offers.offers.values()].map(({ id, status }) => ({ id, status })),
    commitments: [...offers.commitments.values()].map(({ id, investor, status }) => ({
      id,
      investor,
      status,
    })),
    refunds: countOf(payments.refunds.values()),
    payees: Object.fromEntries([...payments.payees].map(([holder, { status }]) => [holder, status])),
    underWay: all.filter(({ status }) => isUnderWay(status)).length,
    breaks: [...payments.breaks.values()].filter(({ status }) => status === 'open').length,
    waitingBooks: [...payments.books].map(
      ([source, { hereCents, thereCents }]) => `${source} ${hereCents}/${thereCents}`,
    ),
  };
}
