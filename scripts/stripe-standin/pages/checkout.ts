import type Stripe from 'stripe';
import { cardOf } from '../cards.ts';
import { type ApiError } from '../errors.ts';
import { confirmSetup } from '../flows/setup.ts';
import type { Params } from '../form.ts';
import { ibanOf } from '../ibans.ts';
import { newCard, newDebit, type Expiry } from '../objects/payment-method.ts';
import { newMandate } from '../objects/mandate.ts';
import { type World } from '../world.ts';
import { alert, button, escaped, field, nowhere, page, redirect, type Page } from './html.ts';
import { idOf } from '../shelf.ts';

type Session = Stripe.Checkout.Session;

const cardForm = `<form method="post"><h2>Card</h2>
${field('card_number', 'Card number', 'inputmode="numeric" autocomplete="cc-number" required')}
${field('card_expiry', 'Expiry (MM / YY)', 'autocomplete="cc-exp" required')}
${field('card_cvc', 'Security code (CVC)', 'inputmode="numeric" autocomplete="cc-csc" required')}
${field('card_name', 'Name on the card', 'autocomplete="cc-name" required')}
${button('card', 'Save card')}</form>`;

const debitForm = `<form method="post"><h2>SEPA direct debit</h2>
${field('iban', 'IBAN', 'required')}
${field('account_name', 'Account holder', 'autocomplete="name" required')}
<p>By saving you authorise Piazza and Stripe to send instructions to your bank to debit your account.</p>
${button('sepa_debit', 'Save bank account')}</form>`;

function form(session: Session, problem?: string): Page {
  const types = session.payment_method_types;
  const back =
    session.cancel_url === null
      ? ''
      : `<p><a href="${escaped(session.cancel_url)}">Back without saving</a></p>`;
  const forms = [types.includes('card') ? cardForm : '', types.includes('sepa_debit') ? debitForm : ''];
  return page('Save a way to pay', `${alert(problem)}${forms.join('\n')}${back}`);
}

/** The session is done: its customer goes back to the venue. */
function complete(world: World, session: Session): Page {
  if (session.status === 'open') {
    session.status = 'complete';
    session.url = null;
    world.emit('checkout.session.completed', session);
  }
  return redirect((session.success_url ?? '').replaceAll('{CHECKOUT_SESSION_ID}', session.id));
}

function expiryOf(world: World, text: string): Expiry | undefined {
  const match = /^(\d{1,2})\s*\/\s*(?:20)?(\d{2})$/.exec(text.trim());
  if (match === null) return undefined;
  const [month, year] = [Number(match[1]), 2000 + Number(match[2])];
  const now = new Date(world.clock.ms());
  const months = (year - now.getUTCFullYear()) * 12 + month - (now.getUTCMonth() + 1);
  return month < 1 || month > 12 || months < 0 ? undefined : { month, year };
}

/** The method that the form describes, or what is wrong with it. */
function methodOfForm(world: World, params: Params): Stripe.PaymentMethod | string {
  const billing = (name: string): void => {
    params.fields['billing_details'] = { name: params.text(name) ?? '' };
  };
  if (params.text('action') === 'sepa_debit') {
    const iban = ibanOf(params.text('iban') ?? '');
    if (iban === undefined) return 'Your IBAN is invalid.';
    billing('account_name');
    const method = newDebit(world, iban, params);
    newMandate(world, method);
    return method;
  }
  const card = cardOf(params.text('card_number') ?? '');
  const expiry = expiryOf(world, params.text('card_expiry') ?? '');
  if (card === undefined) return 'Your card number is invalid: only test numbers work here.';
  if (expiry === undefined) return 'Your card’s expiry date is invalid or past.';
  if (!/^\d{3,4}$/.test(params.text('card_cvc') ?? '')) return 'Your card’s security code is incomplete.';
  billing('card_name');
  return newCard(world, card, expiry, params);
}

const problemOf = (error: ApiError): string => error.message;

/** The page on which a customer types a card or an account, which the venue never sees. */
export function checkoutPage(world: World, id: string, params?: Params): Page {
  const session = world.shelves.sessions.find(id);
  const setup = world.shelves.setupIntents.find(idOf(session?.setup_intent));
  if (session === undefined || setup === undefined) return nowhere();
  if (session.status === 'expired')
    return page('This page has expired', '<p>Go back and start again.</p>', 410);
  if (session.status === 'complete' || setup.status === 'succeeded') return complete(world, session);
  if (params === undefined)
    return form(session, setup.last_setup_error === null ? undefined : setup.last_setup_error.message);
  const method = methodOfForm(world, params);
  if (typeof method === 'string') return form(session, method);
  const error = confirmSetup(world, setup, method, `${world.origin}/hosted/checkout/${id}`);
  if (error !== undefined) return form(session, problemOf(error));
  const next = setup.next_action?.redirect_to_url?.url;
  return next === undefined || next === null ? complete(world, session) : redirect(next);
}
