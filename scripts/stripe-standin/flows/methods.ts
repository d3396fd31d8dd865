import type Stripe from 'stripe';
import { cardOfToken, type Decline } from '../cards.ts';
import { ApiError, missing, refused } from '../errors.ts';
import type { Params } from '../form.ts';
import { ibanOf, ibanOfToken } from '../ibans.ts';
import { newCard, newCashMethod, newDebit } from '../objects/payment-method.ts';
import { platform } from '../shelf.ts';
import { type World } from '../world.ts';

/** Stripe's answer to a card that its bank declines (402). */
export const cardError = (decline: Decline, extra: object = {}): ApiError =>
  new ApiError(402, {
    ...extra,
    type: 'card_error',
    code: decline.code,
    decline_code: decline.declineCode,
    message: decline.message,
  });

const expiryOfTokens = { month: 12, year: 2034 };

/** The payment method with this id; a ready one of Stripe's (`pm_card_visa`) becomes a new one each time. */
export function methodOf(world: World, id: string): Stripe.PaymentMethod {
  const card = cardOfToken(id);
  if (card !== undefined) return newCard(world, card, expiryOfTokens);
  const iban = ibanOfToken(id);
  if (iban !== undefined) return newDebit(world, iban);
  return world.shelves.paymentMethods.get(platform, id, 'payment_method');
}

/** A payment method from the data of a call. Bare card numbers are refused: they are typed on hosted pages only. */
export function methodFrom(world: World, data: Params, customer: string | null): Stripe.PaymentMethod {
  const type = data.needText('type');
  if (type === 'customer_balance') return newCashMethod(world, customer, data);
  if (type === 'sepa_debit') {
    const text = data.needGroup('sepa_debit').needText('iban');
    const iban = ibanOf(text);
    if (iban === undefined) throw refused(null, 'The IBAN you provided is invalid.');
    const billing = data.group('billing_details');
    if (billing?.text('name') === undefined) throw missing('billing_details[name]');
    return newDebit(world, iban, data);
  }
  if (type !== 'card') throw refused(null, `The stand-in knows no method '${type}'.`);
  const token = data.needGroup('card').text('token');
  const card = token === undefined ? undefined : cardOfToken(token.replace(/^tok_/, 'pm_card_'));
  if (card === undefined)
    throw new ApiError(402, {
      type: 'invalid_request_error',
      message: 'Sending credit card numbers directly to the Stripe API is generally unsafe.',
    });
  return newCard(world, card, expiryOfTokens, data);
}

/** Refuses a method that may not be used again. */
export function checkUnspent(world: World, method: Stripe.PaymentMethod): void {
  if (!world.traits.spent.has(method.id)) return;
  throw refused(
    'payment_method_unexpected_state',
    'The provided PaymentMethod was previously used without customer attachment, or was detached from a customer. It may not be used again.',
  );
}

/** Takes a method from its customer: it can be used no more. */
export function detach(world: World, method: Stripe.PaymentMethod): void {
  const { mandates, setUp, spent } = world.traits;
  method.customer = null;
  setUp.delete(method.id);
  spent.add(method.id);
  const mandate = world.shelves.mandates.find(mandates.get(method.id) ?? '');
  if (mandate !== undefined) mandate.status = 'inactive';
  mandates.delete(method.id);
  world.emit('payment_method.detached', method);
}

/** Saves a method for a customer. */
export function attach(world: World, method: Stripe.PaymentMethod, customer: string): void {
  if (method.customer === customer) return;
  if (method.customer !== null) throw refused(null, 'The payment method is already attached to a customer.');
  checkUnspent(world, method);
  world.shelves.customers.get(platform, customer, 'customer');
  const decline = world.traits.cards.get(method.id)?.onSaving;
  if (decline) throw cardError(decline);
  method.customer = customer;
  world.emit('payment_method.attached', method);
}
