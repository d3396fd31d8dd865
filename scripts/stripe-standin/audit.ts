import type Stripe from 'stripe';
import { feeOf } from './terms.ts';
import { idOf, platform } from './shelf.ts';
import { type World } from './world.ts';

const sumOf = <T>(items: readonly T[], cents: (item: T) => number): number =>
  items.reduce((sum, item) => sum + cents(item), 0);

function ofCharge({ terms }: World, charge: Stripe.Charge): number {
  if (charge.balance_transaction === null) return 0;
  const method = charge.payment_method_details?.type ?? 'card';
  const gross = charge.failure_balance_transaction === null ? charge.amount_captured : 0;
  return gross - feeOf(terms, method, charge.amount_captured);
}

const ofRefund = ({ balance_transaction, status, amount }: Stripe.Refund): number =>
  balance_transaction === null || status === 'failed' ? 0 : -amount;

function ofDispute(world: World, dispute: Stripe.Dispute): number {
  const charge = world.shelves.charges.find(idOf(dispute.charge));
  const debit = charge?.payment_method_details?.type === 'sepa_debit';
  const fee = debit ? world.terms.sepaDisputeFee : world.terms.cardDisputeFee;
  return (dispute.status === 'won' ? 0 : -dispute.amount) - fee;
}

const ofPayout = ({ status, amount }: Stripe.Payout): number => (status === 'failed' ? 0 : -amount);

/** What the platform's balance must be, told from the objects alone and not from the ledger; cents. */
function expectedBalance(world: World): number {
  const { charges, refunds, disputes, transfers, payouts, topups } = world.shelves;
  return (
    sumOf(charges.of(platform), (charge) => ofCharge(world, charge)) +
    sumOf(refunds.of(platform), ofRefund) +
    sumOf(disputes.of(platform), (dispute) => ofDispute(world, dispute)) +
    sumOf(transfers.of(platform), (transfer) => transfer.amount_reversed - transfer.amount) +
    sumOf(payouts.of(platform), ofPayout) +
    sumOf(topups.of(platform), ({ amount }) => amount)
  );
}

/** What each connected account received and has not paid out; cents. */
function expectedOfAccounts(world: World): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { id } of world.shelves.accounts.of(platform))
    sums.set(id, sumOf(world.shelves.payouts.of(id), ofPayout));
  for (const { destination, amount, amount_reversed } of world.shelves.transfers.of(platform)) {
    const account = idOf(destination);
    sums.set(account, (sums.get(account) ?? 0) + amount - amount_reversed);
  }
  return sums;
}

/** Throws when the ledgers do not say what the objects say. */
export function audit(world: World): void {
  const accounts = expectedOfAccounts(world);
  for (const [owner, ledger] of world.ledgers()) {
    ledger.check();
    const balance = ledger.available() + ledger.pending();
    const expected = owner === platform ? expectedBalance(world) : accounts.get(owner);
    if (balance !== expected)
      throw new Error(`The balance of ${owner} is ${balance}; its objects make ${expected}`);
  }
}
