import { dayOf } from '@piazza/shared/calendar';
import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import type { OutgoingId, PersonId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision } from '../core/index.ts';
import { account, available } from '../ledger/index.ts';
import { pledgedCents } from '../offers/index.ts';
import { settingOf } from '../settings/index.ts';
import { givenBack, requestEvents } from './outgoings.ts';
import type { PaymentsState } from './state.ts';
import type { PaymentsOutcome, PaymentsView } from './view.ts';

/** Cents that a person may withdraw: available, and not promised to an offer from the balance. */
const freeCents = ({ ledger, offers }: Pick<PaymentsView, 'ledger' | 'offers'>, person: PersonId) =>
  available(ledger, account.cash(person)) - pledgedCents(offers, person);

/** Cents a person has withdrawn, or asked to, on that day of Europe/Rome. */
function withdrawnOn({ outgoings }: PaymentsState, person: PersonId, day: number): number {
  let sum = 0;
  for (const { kind, holder, status, amountCents, timeline } of outgoings.values()) {
    if (kind !== 'withdrawal' || holder !== person) continue;
    if (status === 'cancelled' || status === 'refused') continue;
    if (timeline[0] !== undefined && dayOf(timeline[0].at) === day) sum += amountCents;
  }
  return sum;
}

function refusal(view: PaymentsView, person: PersonId, amount: number): Rejection | null {
  const { withdrawalMinCents: leastCents, withdrawalMostCents: mostCents } = policy;
  if (view.payments.by === 'wallet') return reject('payments_off');
  if (!Number.isSafeInteger(amount) || amount < leastCents || amount > mostCents)
    return reject('amount_out_of_range', { leastCents, mostCents });
  const payee = view.payments.payees.get(person)?.status ?? 'none';
  if (payee !== 'ready') return reject('payee_not_ready', { status: payee });
  const free = freeCents(view, person);
  return amount > free
    ? reject('insufficient_funds', { freeCents: Math.max(0, free), amountCents: amount })
    : null;
}

/**
 * Sends an investor's free cash to their own bank account; what a day comes to above the limit waits for two persons.
 * Precedence: payments_off, amount_out_of_range, payee_not_ready, insufficient_funds.
 * @param amountCents `policy.withdrawalMinCents` … `policy.withdrawalMostCents`
 */
export function decideWithdraw(
  view: PaymentsView,
  amountCents: number,
  ctx: Context,
): Decision<PaymentsOutcome> {
  const holder = ctx.actor as PersonId;
  const refused = refusal(view, holder, amountCents);
  if (refused !== null) return refuse(refused);
  const id = ctx.newId('outgoing') as OutgoingId;
  const day = withdrawnOn(view.payments, holder, dayOf(ctx.at)) + amountCents;
  const fourEyes = day > settingOf(view, 'withdrawalAloneCents');
  const asked = requestEvents({ id, kind: 'withdrawal', holder, amountCents, fourEyes }, ctx);
  const leaves: PaymentsOutcome = {
    kind: 'payments.out_moved',
    outgoing: id,
    to: 'due',
    known: {},
    at: ctx.at,
  };
  return accept<PaymentsOutcome>(fourEyes ? asked : [...asked, leaves], { outgoing: id });
}

/** Takes back what has not left. Precedence: payments_off, not_found (also another's), outgoing_closed. */
export function decideCancelWithdrawal(
  { payments }: PaymentsView,
  id: OutgoingId,
  { actor, at }: Context,
): Decision<PaymentsOutcome> {
  if (payments.by === 'wallet') return refuse(reject('payments_off'));
  const one = payments.outgoings.get(id);
  if (one === undefined || one.kind !== 'withdrawal' || one.holder !== actor)
    return refuse(reject('not_found'));
  if (one.status !== 'waiting') return refuse(reject('outgoing_closed', { status: one.status }));
  return accept<PaymentsOutcome>([
    { kind: 'payments.out_moved', outgoing: id, to: 'cancelled', known: {}, at },
    givenBack(one),
  ]);
}
