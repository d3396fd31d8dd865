import type Stripe from 'stripe';
import { ApiError, refused } from '../errors.ts';
import type { Params } from '../form.ts';
import { destinationPayment, newReversal, newTransfer } from '../objects/transfer.ts';
import { idOf, platform } from '../shelf.ts';
import { type World } from '../world.ts';
import { payOutAll } from './payout.ts';

const insufficient = (): ApiError =>
  new ApiError(400, {
    type: 'invalid_request_error',
    code: 'balance_insufficient',
    message:
      'You have insufficient available funds in your Stripe account. Try adding funds directly to your available balance.',
  });

/** The charge that a transfer is tied to: it may be sent before that charge's money is available. */
function sourceOf(world: World, params: Params, amount: number): Stripe.Charge | undefined {
  const id = params.text('source_transaction');
  if (id === undefined) return undefined;
  const charge = world.shelves.charges.get(platform, id, 'source_transaction');
  const sent = world.shelves.transfers
    .of(platform)
    .filter(({ source_transaction }) => source_transaction === id)
    .reduce((sum, { amount: cents, amount_reversed }) => sum + cents - amount_reversed, 0);
  if (charge.status !== 'succeeded' || sent + amount > charge.amount_captured - charge.amount_refunded)
    throw refused(null, 'The transfer is larger than what is left of its source charge.');
  return charge;
}

/** Sends money of the platform's to a connected account. */
export function transfer(world: World, params: Params): Stripe.Transfer {
  const amount = params.needInteger('amount');
  const account = world.shelves.accounts.get(platform, params.needText('destination'), 'destination');
  if (account.capabilities?.transfers !== 'active')
    throw refused(
      'insufficient_capabilities_for_transfer',
      'Your destination account needs to have at least the transfers capability enabled.',
    );
  const source = sourceOf(world, params, amount);
  if (source === undefined && amount > world.ledger().available()) throw insufficient();
  const sent = newTransfer(world, params, source);
  const availableOn = world.ledger().find(idOf(source?.balance_transaction))?.available_on ?? 0;
  const { description } = sent;
  sent.balance_transaction = world.ledger().post({
    type: 'transfer',
    category: 'transfer',
    amount: -amount,
    source: sent.id,
    description,
    availableOn,
  }).id;
  receive(world, account.id, sent, availableOn);
  world.emit('transfer.created', sent);
  return sent;
}

function receive(world: World, account: string, sent: Stripe.Transfer, availableOn: number): void {
  const charge = destinationPayment(world, sent, '');
  charge.balance_transaction = world.ledger(account).post({
    type: 'payment',
    category: 'charge',
    amount: sent.amount,
    source: charge.id,
    description: sent.description,
    availableOn,
  }).id;
  world.shelves.charges.add(account, charge);
  const wait = Math.max(0, availableOn - world.clock.now()) + world.terms.payoutAfter;
  world.clock.after(wait, () => payOutAll(world, account));
}

interface ReversalWish {
  readonly amount: number | undefined;
  readonly description: string | undefined;
  readonly metadata: Record<string, string>;
}

/** Takes back so many cents of a transfer, all that is left when none are named. */
export function reverse(world: World, sent: Stripe.Transfer, wish: ReversalWish): Stripe.TransferReversal {
  const left = sent.amount - sent.amount_reversed;
  const { amount = left, metadata } = wish;
  const account = idOf(sent.destination);
  if (left === 0) throw refused(null, 'The transfer is reversed in whole already.');
  if (amount > left)
    throw refused('parameter_invalid_integer', `Only ${left} cents of the transfer are left.`, {
      param: 'amount',
    });
  const ledger = world.ledger(account);
  if (amount > ledger.available() + ledger.pending()) throw insufficient();
  const reversal = newReversal(world, sent, amount, metadata);
  ledger.post({
    type: 'payment_refund',
    category: 'refund',
    amount: -amount,
    source: reversal.id,
    description: 'REFUND FOR PAYMENT',
  });
  reversal.balance_transaction = world.ledger().post({
    type: 'transfer_refund',
    category: 'transfer_reversal',
    amount,
    source: reversal.id,
    description: wish.description ?? `REVERSAL OF TRANSFER ${sent.id}`,
  }).id;
  sent.amount_reversed += amount;
  sent.reversed = sent.amount_reversed === sent.amount;
  sent.reversals.data.unshift(reversal);
  world.emit('transfer.reversed', sent);
  return reversal;
}
