import type Stripe from 'stripe';
import { cashOf } from './objects/cash.ts';
import { idOf, platform } from './shelf.ts';
import { type World } from './world.ts';

/** What a customer paid and got back; cents. */
export interface CustomerSums {
  charged: number;
  /** Debits whose result is not known yet. */
  pending: number;
  refunded: number;
  disputed: number;
  cash: number;
}

/** What a connected account was sent and what became of it; cents. */
export interface AccountSums {
  transferred: number;
  reversed: number;
  available: number;
  pending: number;
  paidOut: number;
  failedPayouts: number;
}

/** Objects that stand for the same thing of the venue's, though it can happen once only. */
export interface Double {
  readonly kind: 'charge' | 'transfer' | 'payout' | 'refund';
  readonly value: string;
  readonly ids: readonly string[];
}

function customerSums(world: World): Record<string, CustomerSums> {
  const sums: Record<string, CustomerSums> = {};
  const of = (id: unknown): CustomerSums =>
    (sums[String(id)] ??= {
      charged: 0,
      pending: 0,
      refunded: 0,
      disputed: 0,
      cash: typeof id === 'string' ? cashOf(world, id).available : 0,
    });
  for (const { id } of world.shelves.customers.of(platform)) of(id);
  for (const charge of world.shelves.charges.of(platform)) {
    if (charge.status === 'succeeded') of(charge.customer).charged += charge.amount_captured;
    if (charge.status === 'pending') of(charge.customer).pending += charge.amount_captured;
    if (charge.captured) of(charge.customer).refunded += charge.amount_refunded;
  }
  for (const dispute of world.shelves.disputes.of(platform)) {
    const charge = world.shelves.charges.find(idOf(dispute.charge));
    if (dispute.status !== 'won') of(charge?.customer).disputed += dispute.amount;
  }
  return sums;
}

function accountSums(world: World, id: string): AccountSums {
  const sent = world.shelves.transfers.of(platform).filter(({ destination }) => destination === id);
  const payouts = world.shelves.payouts.of(id);
  const total = (list: readonly { amount: number }[]): number =>
    list.reduce((sum, { amount }) => sum + amount, 0);
  return {
    transferred: total(sent),
    reversed: sent.reduce((sum, { amount_reversed }) => sum + amount_reversed, 0),
    available: world.ledger(id).available(),
    pending: world.ledger(id).pending(),
    paidOut: total(payouts.filter(({ status }) => status !== 'failed')),
    failedPayouts: total(payouts.filter(({ status }) => status === 'failed')),
  };
}

interface Marked {
  readonly id: string;
  readonly metadata?: Stripe.Metadata | null;
}

function doublesOf(kind: Double['kind'], items: readonly Marked[], key: string): Double[] {
  const groups = new Map<string, string[]>();
  for (const { id, metadata } of items) {
    const value = metadata?.[key];
    if (value !== undefined) groups.set(value, [...(groups.get(value) ?? []), id]);
  }
  return [...groups].filter(([, ids]) => ids.length > 1).map(([value, ids]) => ({ kind, value, ids }));
}

/** What happened more than once for one value of a metadata key, failures left out. */
function doubles(world: World, key: string): readonly Double[] {
  const { paymentIntents, transfers, payouts, refunds } = world.shelves;
  const paid = ['succeeded', 'processing', 'requires_capture'];
  return [
    ...doublesOf(
      'charge',
      paymentIntents.of(platform).filter(({ status }) => paid.includes(status)),
      key,
    ),
    ...doublesOf(
      'transfer',
      transfers.of(platform).filter(({ reversed }) => !reversed),
      key,
    ),
    ...doublesOf(
      'payout',
      payouts.all().filter(({ status }) => status !== 'failed'),
      key,
    ),
    ...doublesOf(
      'refund',
      refunds.of(platform).filter(({ status }) => status !== 'failed'),
      key,
    ),
  ];
}

const countBy = (items: readonly { status: string | null }[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { status } of items) counts[String(status)] = (counts[String(status)] ?? 0) + 1;
  return counts;
};

/** The money and the objects of a world, summed up; `key`: the metadata key by which doubles are looked for. */
export function summaryOf(world: World, key: string) {
  const { paymentIntents, refunds, disputes, payouts, transfers, accounts, events } = world.shelves;
  return {
    now: world.clock.now(),
    waiting: world.clock.waiting,
    balance: { available: world.ledger().available(), pending: world.ledger().pending() },
    customers: customerSums(world),
    accounts: Object.fromEntries(accounts.of(platform).map(({ id }) => [id, accountSums(world, id)])),
    paymentIntents: countBy(paymentIntents.of(platform)),
    refunds: countBy(refunds.of(platform)),
    disputes: countBy(disputes.of(platform)),
    payouts: countBy(payouts.all()),
    transfers: transfers.of(platform).length,
    events: events.all().length,
    doubles: doubles(world, key),
  };
}
