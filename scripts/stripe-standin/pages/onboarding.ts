import type Stripe from 'stripe';
import { payOutAll } from '../flows/payout.ts';
import type { Params } from '../form.ts';
import { ibanOf, type Iban } from '../ibans.ts';
import { bankAccount, profileOf, require } from '../objects/account.ts';
import { type World } from '../world.ts';
import { alert, button, field, nowhere, page, redirect, type Page } from './html.ts';

/** The account has told all: money can be sent to it, and on to this bank account. */
export function onboard(world: World, account: Stripe.Account, iban: Iban): void {
  const bank = bankAccount(world, account.id, iban);
  if (account.external_accounts !== undefined) account.external_accounts.data = [bank];
  world.traits.payoutIbans.set(account.id, iban);
  account.tos_acceptance = { date: world.clock.now() };
  require(account, [], true);
  world.emit('account.updated', account, account.id);
  world.clock.after(world.terms.payoutAfter, () => payOutAll(world, account.id));
}

const form = (problem?: string): Page =>
  page(
    'Tell Stripe about your organisation',
    `${alert(problem)}<form method="post">
${field('organisation', 'Name of the organisation', 'autocomplete="organization" required')}
${field('representative', 'Representative', 'autocomplete="name" required')}
${field('iban', 'IBAN for payouts', 'required')}
<label><input type="checkbox" name="terms" value="yes" required>I accept the connected account agreement</label>
${button('submit', 'Submit')}</form>
<form method="post">${button('later', 'Save for later', 'second')}</form>`,
  );

/** The page on which the issuer tells Stripe who it is; a link works once and not for long. */
export function onboardingPage(world: World, token: string, params?: Params): Page {
  const link = world.traits.accountLinks.get(token);
  const account = world.shelves.accounts.find(link?.account ?? '');
  if (link === undefined || account === undefined) return nowhere();
  if (link.used || world.clock.now() > link.expiresAt) return redirect(link.refreshUrl);
  if (params === undefined) return form();
  if (params.text('action') !== 'later') {
    const iban = ibanOf(params.text('iban') ?? '');
    if (iban === undefined) return form('Your IBAN is invalid.');
    if (params.text('terms') !== 'yes') return form('You must accept the agreement.');
    account.business_profile = { ...profileOf(undefined), name: params.text('organisation') ?? null };
    onboard(world, account, iban);
  }
  link.used = true;
  return redirect(link.returnUrl);
}
