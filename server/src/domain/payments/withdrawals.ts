import { dayOf } from '@piazza/shared/calendar';
import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import type { OrganisationId, OutgoingId, PersonId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision } from '../core/index.ts';
import { account, available } from '../ledger/index.ts';
import { pledgedCents } from '../offers/index.ts';
import { represents } from '../organisations/index.ts';
import { settingOf } from '../settings/index.ts';
import type { PaymentsCommand } from './events.ts';
import { givenBack, requestEvents } from './outgoings.ts';
import type { Distribution, Holder, PaymentsState } from './state.ts';
import type { PaymentsOutcome, PaymentsView } from './view.ts';

/** Cents that a person may withdraw: available, and not promised to an offer from the balance. */
const freeCents = ({ ledger, offers }: Pick<PaymentsView, 'ledger' | 'offers'>, person: PersonId) =>
  available(ledger, account.cash(person)) - pledgedCents(offers, person);

/** Cents a holder has withdrawn, or asked to, on that day of Europe/Rome. */
function withdrawnOn({ outgoings }: PaymentsState, by: Holder, day: number): number {
  let sum = 0;
  for (const { kind, holder, status, amountCents, timeline } of outgoings.values()) {
    if (kind !== 'withdrawal' || holder !== by) continue;
    if (status === 'cancelled' || status === 'refused') continue;
    if (timeline[0] !== undefined && dayOf(timeline[0].at) === day) sum += amountCents;
  }
  return sum;
}

/** Precedence: payments_off, amount_out_of_range, payee_not_ready. */
function refusal({ payments }: PaymentsView, holder: Holder, amount: number): Rejection | null {
  const { withdrawalMinCents: leastCents, withdrawalMostCents: mostCents } = policy;
  if (payments.by === 'wallet') return reject('payments_off');
  if (!Number.isSafeInteger(amount) || amount < leastCents || amount > mostCents)
    return reject('amount_out_of_range', { leastCents, mostCents });
  const payee = payments.payees.get(holder)?.status ?? 'none';
  return payee === 'ready' ? null : reject('payee_not_ready', { status: payee });
}

/** Held and asked for; it leaves at once up to the limit of a day. */
function asked(view: PaymentsView, holder: Holder, amountCents: number, free: number, ctx: Context) {
  if (amountCents > free)
    return refuse(reject('insufficient_funds', { freeCents: Math.max(0, free), amountCents }));
  const id = ctx.newId('outgoing') as OutgoingId;
  const day = withdrawnOn(view.payments, holder, dayOf(ctx.at)) + amountCents;
  const fourEyes = day > settingOf(view, 'withdrawalAloneCents');
  const request = requestEvents({ id, kind: 'withdrawal', holder, amountCents, fourEyes }, ctx);
  const leaves: PaymentsOutcome = {
    kind: 'payments.out_moved',
    outgoing: id,
    to: 'due',
    known: {},
    at: ctx.at,
  };
  return accept<PaymentsOutcome>(fourEyes ? request : [...request, leaves], { outgoing: id });
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
  return refused === null ? asked(view, holder, amountCents, freeCents(view, holder), ctx) : refuse(refused);
}

/** Whether the day of a payment to holders has come and nothing was set aside for it: nobody knows how much is owed. */
export const isOverdue = ({ fundedAt, holders }: Pick<Distribution, 'fundedAt' | 'holders'>): boolean =>
  fundedAt === null && holders !== null && holders.length > 0;

/**
 * Sends an issuer's own money to its bank account: never what it has raised, what is kept back of that, what is set aside
 * for its holders or frozen; none at all while a payment to them is overdue. What a day comes to above the limit waits for
 * two persons.
 * Precedence: payments_off, not_found, not_allowed, amount_out_of_range, payee_not_ready, holders_unpaid, insufficient_funds.
 * @param amountCents `policy.withdrawalMinCents` … `policy.withdrawalMostCents`
 */
export function decideWithdrawFunds(
  view: PaymentsView,
  { organisation, amountCents }: Extract<PaymentsCommand, { kind: 'payments.withdrawFunds' }>,
  ctx: Context,
): Decision<PaymentsOutcome> {
  if (view.payments.by === 'wallet') return refuse(reject('payments_off'));
  if (!view.organisations.organisations.has(organisation)) return refuse(reject('not_found'));
  if (!represents(view.organisations, ctx.actor, organisation)) return refuse(reject('not_allowed'));
  const refused = refusal(view, organisation, amountCents);
  if (refused !== null) return refuse(refused);
  const overdue = [...view.payments.distributions.values()].find(
    (one) => one.organisation === organisation && isOverdue(one),
  );
  if (overdue !== undefined) {
    const { listing, number } = overdue;
    return refuse(reject('holders_unpaid', { listing, payment: number }));
  }
  return asked(view, organisation, amountCents, available(view.ledger, account.funds(organisation)), ctx);
}

/** Takes back what has not left. Precedence: payments_off, not_found (also another's), outgoing_closed. */
export function decideCancelWithdrawal(
  { payments, organisations }: PaymentsView,
  id: OutgoingId,
  { actor, at }: Context,
): Decision<PaymentsOutcome> {
  if (payments.by === 'wallet') return refuse(reject('payments_off'));
  const one = payments.outgoings.get(id);
  const isOwn =
    one?.holder === actor ||
    (one !== undefined && represents(organisations, actor, one.holder as OrganisationId));
  if (one === undefined || one.kind !== 'withdrawal' || !isOwn) return refuse(reject('not_found'));
  if (one.status !== 'waiting') return refuse(reject('outgoing_closed', { status: one.status }));
  return accept<PaymentsOutcome>([
    { kind: 'payments.out_moved', outgoing: id, to: 'cancelled', known: {}, at },
    givenBack(one),
  ]);
}
