import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import type { DisputeId, ListingId, PersonId } from '@piazza/shared/values';
import { accept, existing, refuse, type Context, type Decision } from '../core/index.ts';
import { account, available, EUR, type LedgerEvent, type LedgerState } from '../ledger/index.ts';
import { represents } from '../organisations/index.ts';
import type { RegisterState } from '../register/index.ts';
import { setTimer, type ScheduleEvent } from '../schedule/index.ts';
import type { PaymentsCommand, PaymentsTimer } from './events.ts';
import { sharesOf } from './shares.ts';
import { distributionOf, type Dispute, type Distribution } from './state.ts';
import type { PaymentsOutcome, PaymentsView } from './view.ts';

type Distribute = Extract<PaymentsCommand, { kind: 'payments.distribute' }>;
type Asked = Distribute | Extract<PaymentsTimer, { kind: 'payments.record' | 'payments.share' }>;
type Named = Pick<Distribution, 'listing' | 'number'>;

/** Name of the hold on what an issuer has set aside. */
export const holdOfDistribution = ({ listing, number }: Named): string =>
  `distribution:${distributionOf(listing, number)}`;

const subjectOf = ({ listing, number, as }: Named & Pick<Distribution, 'as'>) => ({
  listing,
  payment: String(number),
  ...(as === null ? {} : { as }),
});

const shareTimer = ({ listing, number }: Named, done: number, { at }: Context): ScheduleEvent =>
  setTimer(`share:${distributionOf(listing, number)}:${done}`, at, {
    kind: 'payments.share',
    listing,
    number,
  });

/** Precedence: payments_off, not_found, not_allowed, illegal_state, amount_out_of_range, insufficient_funds. */
function refusal(view: PaymentsView, command: Distribute, actor: Context['actor']): Rejection | null {
  const { listing, payment: number, amountCents } = command;
  if (view.payments.by === 'wallet') return reject('payments_off');
  const issue = view.duties.issues.get(listing);
  const announced = issue?.payments[number - 1];
  if (issue === undefined || announced === undefined) return reject('not_found');
  if (!represents(view.organisations, actor, issue.organisation)) return reject('not_allowed');
  if (announced.status === 'withdrawn') return reject('illegal_state', { status: announced.status });
  const known = view.payments.distributions.get(distributionOf(listing, number));
  if (known !== undefined && known.fundedAt !== null) return reject('illegal_state', { status: 'funded' });
  const { fundingMinCents: leastCents, fundingMostCents: mostCents } = policy;
  if (!Number.isSafeInteger(amountCents) || amountCents < leastCents || amountCents > mostCents)
    return reject('amount_out_of_range', { leastCents, mostCents });
  const freeCents = available(view.ledger, account.funds(issue.organisation));
  return amountCents > freeCents ? reject('insufficient_funds', { freeCents, amountCents }) : null;
}

/**
 * An issuer sets the money of an announced payment aside: it goes to who holds its units when the payment's day begins,
 * at once where that day has come already.
 */
function decideFund(view: PaymentsView, command: Distribute, ctx: Context): Decision<PaymentsOutcome> {
  const refused = refusal(view, command, ctx.actor);
  if (refused !== null) return refuse(refused);
  const { listing, payment: number, as, amountCents } = command;
  const { organisation } = existing(view.duties.issues, listing, 'issue');
  const named = { listing, number, organisation };
  const known = view.payments.distributions.get(distributionOf(listing, number));
  const held: LedgerEvent = {
    kind: 'ledger.held',
    hold: holdOfDistribution(named),
    account: account.funds(organisation),
    asset: EUR,
    amount: amountCents,
    reason: 'distribution',
    subject: subjectOf({ ...named, as }),
  };
  const funded = { kind: 'payments.distribution_funded', ...named, as, amountCents, at: ctx.at } as const;
  return accept<PaymentsOutcome>([
    held,
    funded,
    ...(known?.holders ? beginEvents({ ...known, as, amountCents }, known.holders, ctx) : []),
  ]);
}

/** Who holds units of an issue, and how many: the longest holder first. */
function holdersOf(register: RegisterState, listing: ListingId): [PersonId, number][] {
  const held = [...(register.holders.get(listing) ?? [])];
  const order = held.toSorted(([a, one], [b, other]) => one.since - other.since || (a < b ? -1 : 1));
  return order.map(([person, { units }]) => [person, units]);
}

/** Divides what was set aside; where nobody holds a unit it goes back to the issuer. */
function beginEvents(
  one: Named & Pick<Distribution, 'organisation' | 'as' | 'amountCents'>,
  holders: NonNullable<Distribution['holders']>,
  ctx: Context,
): PaymentsOutcome[] {
  const { listing, number, organisation, amountCents } = one;
  if (amountCents === null) return [];
  const shares = sharesOf(
    amountCents,
    holders.map(([, units]) => units),
  );
  const begun = { kind: 'payments.distribution_begun', listing, number, organisation, shares } as const;
  if (holders.length > 0) return [begun, shareTimer(one, 0, ctx)];
  const back: LedgerEvent = {
    kind: 'ledger.released',
    hold: holdOfDistribution(one),
    amount: amountCents,
    reason: 'release',
    subject: subjectOf(one),
    account: account.funds(organisation),
  };
  return [begun, back];
}

/** The payment's day begins: who holds units now is entitled to it, whenever it is paid. */
function decideRecord(
  view: PaymentsView,
  { listing, number }: Named,
  ctx: Context,
): Decision<PaymentsOutcome> {
  const { organisation } = existing(view.duties.issues, listing, 'issue');
  const known = view.payments.distributions.get(distributionOf(listing, number));
  const holders = holdersOf(view.register, listing);
  const named = { listing, number, organisation };
  return accept<PaymentsOutcome>([
    { kind: 'payments.distribution_recorded', ...named, holders, at: ctx.at },
    ...(known === undefined ? [] : beginEvents(known, holders, ctx)),
  ]);
}

/** Disputes that are open over units of an issue, by their holder. */
function disputesOver({ payments, offers }: PaymentsView, listing: ListingId): Map<string, Dispute[]> {
  const found = new Map<string, Dispute[]>();
  for (const dispute of payments.disputes.values()) {
    if (dispute.status !== 'open' || dispute.frozenUnits === 0) continue;
    const { payer, purpose } = existing(payments.payments, dispute.payment, 'payment');
    if (purpose.kind !== 'commitment' || offers.offers.get(purpose.offer)?.listing !== listing) continue;
    found.set(payer, [...(found.get(payer) ?? []), dispute]);
  }
  return found;
}

const holdOfShare = (dispute: DisputeId, one: Named): string =>
  `share:${dispute}:${distributionOf(one.listing, one.number)}`;

/** What frozen units earn is held until the dispute over them is decided. */
function frozenEvents(
  one: Distribution,
  [person, units]: readonly [PersonId, number],
  share: number,
  disputes: readonly Dispute[],
): LedgerEvent[] {
  let left = share;
  return disputes.flatMap(({ id, frozenUnits }): LedgerEvent[] => {
    const amount = Math.min(left, Math.ceil((share * Math.min(frozenUnits, units)) / units));
    left -= amount;
    if (amount === 0) return [];
    const subject = { ...subjectOf(one), dispute: id };
    const to = { account: account.cash(person), asset: EUR, amount } as const;
    return [{ kind: 'ledger.held', hold: holdOfShare(id, one), ...to, reason: 'dispute', subject }];
  });
}

/** The next holders get their shares, each at the latest in its own record; the one after is due at the same instant. */
function decideShare(
  view: PaymentsView,
  { listing, number }: Named,
  ctx: Context,
): Decision<PaymentsOutcome> {
  const one = existing(view.payments.distributions, distributionOf(listing, number), 'distribution');
  const { holders, shares, done, organisation } = one;
  if (holders === null || shares === null) return accept([]);
  const disputes = disputesOver(view, listing);
  const next = holders.slice(done, done + policy.settlementChunk);
  let cents = 0;
  const events = next.flatMap((holder, at): PaymentsOutcome[] => {
    const [person] = holder;
    const share = shares[done + at] ?? 0;
    if (share === 0) return [];
    cents += share;
    const to = account.cash(person);
    const hold = holdOfDistribution(one);
    return [
      { kind: 'ledger.settled', hold, to, amount: share, reason: 'distribution', subject: subjectOf(one) },
      ...frozenEvents(one, holder, share, disputes.get(person) ?? []),
    ];
  });
  const after = done + next.length;
  const shared = { kind: 'payments.distribution_shared', listing, number, organisation } as const;
  events.push({ ...shared, holders: next.length, cents, at: ctx.at });
  if (after < holders.length) events.push(shareTimer(one, after, ctx));
  return accept(events);
}

/**
 * What was held of the shares of frozen units when their dispute is decided: free for their holder again where it is
 * won, part of the loss where it is lost.
 */
export function sharesAfter(
  { holds }: LedgerState,
  dispute: DisputeId,
  status: 'won' | 'lost',
  person: string,
): PaymentsOutcome[] {
  const found = [...holds].filter(([hold]) => hold.startsWith(`share:${dispute}:`));
  const home = account.cash(person);
  return found.flatMap(([hold, { remaining: amount }]): PaymentsOutcome[] => {
    const of = { hold, amount, subject: { dispute } };
    if (status === 'won') return [{ kind: 'ledger.released', ...of, reason: 'dispute', account: home }];
    return [
      { kind: 'payments.dispute_covered', dispute, cents: amount },
      { kind: 'ledger.settled', ...of, to: account.disputes, reason: 'chargeback' },
    ];
  });
}

/** Whether a payment to holders was not there when its day began: a default, paid later or not (ECSPR art. 20). */
export const isDefault = ({ recordedAt, fundedAt }: Distribution): boolean =>
  recordedAt !== null && (fundedAt === null || fundedAt > recordedAt);

/** Payments to holders: money set aside, holders written down, shares paid. */
export function decideDistribution(
  view: PaymentsView,
  command: Asked,
  ctx: Context,
): Decision<PaymentsOutcome> {
  switch (command.kind) {
    case 'payments.distribute':
      return decideFund(view, command, ctx);
    case 'payments.record':
      return decideRecord(view, command, ctx);
    case 'payments.share':
      return decideShare(view, command, ctx);
  }
}
