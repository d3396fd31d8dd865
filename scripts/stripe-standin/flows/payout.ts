import type Stripe from 'stripe';
import { ApiError } from '../errors.ts';
import { require } from '../objects/account.ts';
import { newPayout, type PayoutWish } from '../objects/payout.ts';
import { platform } from '../shelf.ts';
import { type World } from '../world.ts';

function fail(world: World, owner: string, payout: Stripe.Payout): void {
  payout.status = 'failed';
  payout.failure_code = 'no_account';
  payout.failure_message = 'The bank account details on file are probably incorrect.';
  payout.failure_balance_transaction = world.ledger(owner).post({
    type: 'payout_failure',
    category: 'payout_reversal',
    amount: payout.amount,
    source: payout.id,
    description: 'PAYOUT FAILURE',
  }).id;
  world.emit('payout.failed', payout, owner);
  const account = world.shelves.accounts.find(owner);
  const bank = account?.external_accounts?.data[0];
  if (account === undefined || bank === undefined) return;
  if (bank.object === 'bank_account') bank.status = 'errored';
  require(account, ['external_account']);
  world.emit('account.updated', account, owner);
}

function arrive(world: World, owner: string, payout: Stripe.Payout): void {
  if (payout.status !== 'in_transit' && payout.status !== 'pending') return;
  if (world.traits.payoutIbans.get(owner)?.payout === 'fails') {
    fail(world, owner, payout);
    return;
  }
  payout.status = 'paid';
  world.emit('payout.paid', payout, owner);
}

/** Sends money of an account's balance to its bank; refuses more than is available. */
export function payOut(world: World, owner: string, wish: PayoutWish): Stripe.Payout {
  if (wish.amount > world.ledger(owner).available())
    throw new ApiError(400, {
      type: 'invalid_request_error',
      code: 'balance_insufficient',
      message: 'You have insufficient funds in your Stripe account for this transfer.',
      param: 'amount',
    });
  const payout = newPayout(world, owner, wish);
  payout.balance_transaction = world.ledger(owner).post({
    type: 'payout',
    category: 'payout',
    amount: -wish.amount,
    source: payout.id,
    description: payout.description,
  }).id;
  world.emit('payout.created', payout, owner);
  world.clock.after(world.terms.payoutTakes, () => arrive(world, owner, payout));
  return payout;
}

/** Sends all that is available of a connected account to its bank, unless it wants to do so by hand. */
export function payOutAll(world: World, owner: string): void {
  const account = world.shelves.accounts.find(owner);
  const amount = world.ledger(owner).available();
  if (owner === platform || account === undefined || !account.payouts_enabled || amount <= 0) return;
  if (account.settings?.payouts?.schedule.interval === 'manual') return;
  payOut(world, owner, {
    amount,
    automatic: true,
    destination: account.external_accounts?.data[0]?.id ?? null,
    description: null,
    metadata: {},
    statementDescriptor: null,
  });
}
