import { reject, type Rejection } from '@piazza/shared/rejections';
import type { OrganisationId, OutgoingId, PersonId } from '@piazza/shared/values';
import type { ConductState } from '../conduct/index.ts';
import type { Context } from '../core/index.ts';
import type { OrganisationsState } from '../organisations/index.ts';
import type { PaymentsEvent } from './events.ts';
import type { PaymentsState } from './state.ts';

/** Money that leaves the venue: a payout to an issuer, or a withdrawal of anybody's above the limit. Done when two persons agree. */
export interface MoneyAct {
  readonly kind: 'money_out';
  readonly outgoing: OutgoingId;
}

interface View {
  readonly payments: PaymentsState;
  readonly organisations: OrganisationsState;
  readonly conduct: ConductState;
}

/** Whom it is about: who gets it, acts for the issuer that does, or has declared an interest in that one. */
function partiesOf({ payments, organisations, conduct }: View, { outgoing }: MoneyAct): readonly PersonId[] {
  const one = payments.outgoings.get(outgoing);
  if (one === undefined) return [];
  const issuer = one.holder as OrganisationId;
  const issuing = organisations.organisations.get(issuer);
  if (issuing === undefined) return [one.holder as PersonId];
  const interested = [...conduct.conflicts.values()].filter(
    ({ organisation, endedAt }) => organisation === issuer && endedAt === null,
  );
  return [...issuing.representatives, ...interested.map(({ person }) => person)];
}

/** Precedence: payments_off, not_found, outgoing_closed, payee_not_ready. */
function refusal({ payments }: View, { outgoing }: MoneyAct): Rejection | null {
  if (payments.by === 'wallet') return reject('payments_off');
  const one = payments.outgoings.get(outgoing);
  if (one === undefined) return reject('not_found');
  if (one.status !== 'waiting') return reject('outgoing_closed', { status: one.status });
  const payee = payments.payees.get(one.holder)?.status ?? 'none';
  return payee === 'ready' ? null : reject('payee_not_ready', { status: payee });
}

/** To whom it goes, how much, and which attempt: another account or attempt, and it must be read again. */
function revisionOf({ payments }: View, { outgoing }: MoneyAct): string {
  const one = payments.outgoings.get(outgoing);
  if (one === undefined) return '';
  const payee = payments.payees.get(one.holder);
  return [one.holder, one.amountCents, one.status, one.attempt, payee?.account, payee?.status].join('/');
}

export const moneyActs = {
  money_out: {
    need: 'operator' as const,
    parties: partiesOf,
    refusal,
    revision: revisionOf,
    events: (_view: unknown, { outgoing }: MoneyAct, _maker: string, { at }: Context): PaymentsEvent[] => [
      { kind: 'payments.out_moved', outgoing, to: 'due', known: {}, at },
    ],
  },
};
