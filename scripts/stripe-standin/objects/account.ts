import type Stripe from 'stripe';
import type { Params } from '../form.ts';
import type { Iban } from '../ibans.ts';
import { platform } from '../shelf.ts';
import { type World } from '../world.ts';

/** What an account must tell before money can be sent to it and on to its bank. */
const asked = [
  'business_profile.url',
  'external_account',
  'representative.verification',
  'tos_acceptance.date',
];

const requirementsOf = (
  due: string[],
  reason: Stripe.Account.Requirements.DisabledReason | null,
): Stripe.Account.Requirements => ({
  alternatives: [],
  current_deadline: null,
  currently_due: due,
  disabled_reason: reason,
  errors: [],
  eventually_due: due,
  past_due: due,
  pending_verification: [],
});

/** Says what is missing of an account and what it may therefore do; nothing missing, and it may do all. */
export function require(account: Stripe.Account, due: string[], submitted = account.details_submitted): void {
  const complete = due.length === 0;
  account.details_submitted = submitted;
  account.charges_enabled = complete || (submitted && !due.includes('representative.verification'));
  account.payouts_enabled = complete;
  account.requirements = requirementsOf(due, complete ? null : 'requirements.past_due');
  const status = account.charges_enabled ? 'active' : 'inactive';
  account.capabilities = Object.fromEntries(
    Object.keys(account.capabilities ?? {}).map((name) => [name, status]),
  );
}

/** The bank account that an account's payouts go to. */
export function bankAccount(world: World, account: string, iban: Iban): Stripe.BankAccount {
  return {
    id: world.newId('ba'),
    object: 'bank_account',
    account,
    account_holder_name: null,
    account_holder_type: null,
    account_type: null,
    available_payout_methods: ['standard'],
    bank_name: 'TEST BANK',
    country: iban.country,
    currency: 'eur',
    default_for_currency: true,
    fingerprint: null,
    last4: iban.last4,
    metadata: {},
    routing_number: iban.iban.slice(4, 12),
    status: 'new',
  };
}

const express: Stripe.Account.Controller = {
  fees: { payer: 'application_express' },
  is_controller: true,
  losses: { payments: 'application' },
  requirement_collection: 'stripe',
  stripe_dashboard: { type: 'express' },
  type: 'application',
};

/** What an account says of its business. */
export const profileOf = (params: Params | undefined): Stripe.Account.BusinessProfile => ({
  mcc: null,
  minority_owned_business_designation: null,
  name: params?.text('name') ?? null,
  product_description: params?.text('product_description') ?? null,
  specified_commercial_transactions_act_url: null,
  support_address: null,
  support_email: null,
  support_phone: null,
  support_url: null,
  url: params?.text('url') ?? null,
});

const settingsOf = (interval: string): Stripe.Account.Settings => ({
  branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
  card_payments: {
    statement_descriptor_prefix: null,
    statement_descriptor_prefix_kana: null,
    statement_descriptor_prefix_kanji: null,
  },
  dashboard: { display_name: null, timezone: 'Europe/Rome' },
  payments: {
    statement_descriptor: null,
    statement_descriptor_kana: null,
    statement_descriptor_kanji: null,
    statement_descriptor_prefix_kana: null,
    statement_descriptor_prefix_kanji: null,
  },
  payouts: {
    debit_negative_balances: false,
    schedule: { delay_days: 1, interval },
    statement_descriptor: null,
  },
});

/** A connected account that has told nothing yet. */
export function newAccount(world: World, params: Params): Stripe.Account {
  const id = world.newId('acct', 16);
  const wanted = Object.keys(params.group('capabilities')?.fields ?? { transfers: '' });
  const interval = params.group('settings')?.group('payouts')?.group('schedule')?.text('interval') ?? 'daily';
  const account: Stripe.Account = {
    id,
    object: 'account',
    business_profile: profileOf(params.group('business_profile')),
    business_type: params.oneOf('business_type', ['company', 'individual', 'non_profit']) ?? null,
    capabilities: Object.fromEntries(wanted.map((name) => [name, 'inactive'])),
    charges_enabled: false,
    controller: express,
    country: params.text('country') ?? 'IT',
    created: world.clock.now(),
    default_currency: 'eur',
    details_submitted: false,
    email: params.text('email') ?? null,
    external_accounts: {
      object: 'list',
      data: [],
      has_more: false,
      url: `/v1/accounts/${id}/external_accounts`,
    },
    future_requirements: requirementsOf([], null),
    metadata: params.metadata(),
    payouts_enabled: false,
    settings: settingsOf(interval),
    tos_acceptance: {},
    type: params.oneOf('type', ['express', 'custom', 'standard']) ?? 'express',
  };
  require(account, asked);
  return world.shelves.accounts.add(platform, account);
}
