import type Stripe from 'stripe';
import { type ApiError } from '../errors.ts';
import { newMandate } from '../objects/mandate.ts';
import { snapshot, type World } from '../world.ts';
import { attach, cardError } from './methods.ts';

type Intent = Stripe.SetupIntent;

/** Where the holder's bank asks whether it is really the holder. */
const authenticationPage = (world: World, intent: string): string =>
  `${world.origin}/hosted/authenticate/${intent}`;

/** What to do next: go to the bank's page and come back. */
export const redirection = (
  world: World,
  intent: string,
  returnUrl: string,
): { type: string; redirect_to_url: { return_url: string; url: string } } => ({
  type: 'redirect_to_url',
  redirect_to_url: { return_url: returnUrl, url: authenticationPage(world, intent) },
});

/** The method could not be saved. */
export function failSetup(
  world: World,
  intent: Intent,
  method: Stripe.PaymentMethod,
  error: ApiError,
): ApiError {
  intent.status = 'requires_payment_method';
  intent.next_action = null;
  intent.payment_method = null;
  intent.last_setup_error = {
    ...(error.body as Omit<Stripe.SetupIntent.LastSetupError, 'type'>),
    type: error.body.type,
    payment_method: snapshot(method),
  };
  world.emit('setup_intent.setup_failed', intent);
  return error;
}

/** The method is saved: it may now be charged without its holder being there. */
export function completeSetup(world: World, intent: Intent, method: Stripe.PaymentMethod): void {
  if (typeof intent.customer === 'string') attach(world, method, intent.customer);
  if (method.type === 'sepa_debit')
    intent.mandate = world.traits.mandates.get(method.id) ?? newMandate(world, method).id;
  world.traits.setUp.add(method.id);
  intent.payment_method = method.id;
  intent.next_action = null;
  intent.last_setup_error = null;
  intent.status = 'succeeded';
  world.emit('setup_intent.succeeded', intent);
}

/** Tries to save a method; the reply is the error that the caller should be answered with, if any. */
export function confirmSetup(
  world: World,
  intent: Intent,
  method: Stripe.PaymentMethod,
  returnUrl: string | undefined,
): ApiError | undefined {
  const card = world.traits.cards.get(method.id);
  if (card?.onSaving) return failSetup(world, intent, method, cardError(card.onSaving));
  intent.payment_method = method.id;
  if (card === undefined || card.authentication === 'never') {
    completeSetup(world, intent, method);
    return undefined;
  }
  intent.status = 'requires_action';
  if (returnUrl === undefined) intent.next_action = { type: 'use_stripe_sdk', use_stripe_sdk: {} };
  else {
    world.traits.returnUrls.set(intent.id, returnUrl);
    intent.next_action = redirection(world, intent.id, returnUrl);
  }
  world.emit('setup_intent.requires_action', intent);
  return undefined;
}
