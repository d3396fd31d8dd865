import type Stripe from 'stripe';
import { ApiError } from '../errors.ts';
import { chargeCard } from '../flows/pay.ts';
import { completeSetup, failSetup } from '../flows/setup.ts';
import type { Params } from '../form.ts';
import { snapshot, type World } from '../world.ts';
import { button, euros, nowhere, page, redirect, type Page } from './html.ts';
import { idOf } from '../shelf.ts';

type Intent = Stripe.PaymentIntent | Stripe.SetupIntent;

const failedMessage =
  'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt again.';

/** Back to where the call that asked for authentication said, with what became of it. */
function back(world: World, intent: Intent): Page {
  const target = world.traits.returnUrls.get(intent.id);
  if (target === undefined) return page('Done', '<p>You may close this page.</p>');
  const url = new URL(target);
  url.searchParams.set(intent.object, intent.id);
  url.searchParams.set(`${intent.object}_client_secret`, intent.client_secret ?? '');
  const good = ['succeeded', 'requires_capture', 'processing'].includes(intent.status);
  url.searchParams.set('redirect_status', good ? 'succeeded' : 'failed');
  return redirect(url.href);
}

function refusePayment(world: World, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): void {
  intent.status = 'requires_payment_method';
  intent.next_action = null;
  intent.payment_method = null;
  intent.last_payment_error = {
    code: 'payment_intent_authentication_failure',
    message: failedMessage,
    payment_method: snapshot(method),
    type: 'invalid_request_error',
  };
  world.emit('payment_intent.payment_failed', intent);
}

/** What the holder of a card answers to their bank. */
export function answerAuthentication(world: World, intent: Intent, agreed: boolean): void {
  const method = world.shelves.paymentMethods.find(idOf(intent.payment_method));
  if (intent.status !== 'requires_action' || method === undefined) return;
  if (intent.object === 'payment_intent') {
    if (agreed) chargeCard(world, intent, method);
    else refusePayment(world, intent, method);
    return;
  }
  if (agreed) {
    completeSetup(world, intent, method);
    return;
  }
  const body = {
    type: 'invalid_request_error',
    code: 'setup_intent_authentication_failure',
    message: failedMessage,
  } as const;
  failSetup(world, intent, method, new ApiError(400, body));
}

/** The page of the holder's bank: is it really you? */
export function authenticationPage(world: World, id: string, params?: Params): Page {
  const intent = world.shelves.paymentIntents.find(id) ?? world.shelves.setupIntents.find(id);
  if (intent === undefined) return nowhere();
  if (intent.status !== 'requires_action') return back(world, intent);
  if (params !== undefined) {
    answerAuthentication(world, intent, params.text('action') === 'authenticate');
    return back(world, intent);
  }
  const what =
    intent.object === 'payment_intent'
      ? `Do you agree to pay ${euros(intent.amount)}?`
      : 'Do you agree that your card is saved for later payments?';
  return page(
    'Your bank asks: is it you?',
    `<p>${what}</p><form method="post">${button('authenticate', 'Authenticate')} ${button('fail', 'Fail', 'second')}</form>`,
  );
}
