import { Stripe } from 'stripe';
import { ProviderNotYet } from '../../ports/payments.ts';
import type {
  PaymentProvider,
  ProviderCall,
  ProviderPayout,
  ProviderTransfer,
} from '../../ports/payments.ts';
import { asked, isKeyTaken } from './errors.ts';

type Part = Pick<
  PaymentProvider,
  'createAccount' | 'onboardingUrl' | 'readAccount' | 'transfer' | 'payOut' | 'readPayout' | 'reverse'
>;
type Request = Parameters<Part['transfer']>[0];

const currency = 'eur';

function accountStatus(account: Stripe.Account): 'onboarding' | 'ready' | 'restricted' {
  const { payouts_enabled: pays, details_submitted: told, capabilities } = account;
  if (pays && told && capabilities?.transfers === 'active') return 'ready';
  return told ? 'restricted' : 'onboarding';
}

function payoutOf({ id, status }: Stripe.Payout): ProviderPayout {
  if (status === 'paid') return { payout: id, status };
  return { payout: id, status: status === 'failed' || status === 'canceled' ? 'failed' : 'pending' };
}

async function freeCents(stripe: Stripe): Promise<number> {
  const { available } = await stripe.balance.retrieve();
  return available.reduce((sum, one) => (one.currency === currency ? sum + one.amount : sum), 0);
}

/**
 * A transfer is looked for before it is made: one more question is cheap beside money that leaves twice. What is not there
 * yet (charges become available after days) is waited for, without a refusal that the key would remember.
 */
async function transfer(
  stripe: Stripe,
  { outgoing, account, amountCents }: Request,
  { key }: ProviderCall,
): Promise<ProviderTransfer> {
  for await (const made of stripe.transfers.list({ transfer_group: outgoing, limit: 100 }))
    if (made.metadata['key'] === key) return { transfer: made.id };
  if ((await freeCents(stripe)) < amountCents)
    throw new ProviderNotYet('the balance that is available does not suffice yet');
  try {
    const { id } = await stripe.transfers.create(
      {
        amount: amountCents,
        currency,
        destination: account,
        transfer_group: outgoing,
        metadata: { outgoing, key },
      },
      { idempotencyKey: key },
    );
    return { transfer: id };
  } catch (error) {
    const isShort =
      error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'balance_insufficient';
    if (isShort) throw new ProviderNotYet('the balance that is available does not suffice yet');
    throw error;
  }
}

async function findPayout(
  stripe: Stripe,
  stripeAccount: string,
  key: string,
): Promise<ProviderPayout | undefined> {
  for await (const made of stripe.payouts.list({ limit: 100 }, { stripeAccount }))
    if (made.metadata?.['key'] === key) return payoutOf(made);
  return undefined;
}

async function payOut(
  stripe: Stripe,
  { outgoing, account, amountCents }: Request,
  { key, old }: ProviderCall,
): Promise<ProviderPayout> {
  const made = old ? await findPayout(stripe, account, key) : undefined;
  if (made !== undefined) return made;
  try {
    return payoutOf(
      await stripe.payouts.create(
        { amount: amountCents, currency, metadata: { outgoing, key } },
        { idempotencyKey: key, stripeAccount: account },
      ),
    );
  } catch (error) {
    const other = isKeyTaken(error) ? await findPayout(stripe, account, key) : undefined;
    if (other === undefined) throw error;
    return other;
  }
}

/** Takes a transfer back whole, once: what was taken back before is found. */
async function reverse(
  stripe: Stripe,
  transferred: string,
  key: string,
): Promise<{ readonly reversal: string }> {
  const before = await stripe.transfers.listReversals(transferred, { limit: 1 });
  const known = before.data[0];
  if (known !== undefined) return { reversal: known.id };
  const { id } = await stripe.transfers.createReversal(
    transferred,
    { metadata: { key } },
    { idempotencyKey: key },
  );
  return { reversal: id };
}

/** Money out: to accounts of the payees' own, each paid on to its bank at our word only. */
export const out = (stripe: Stripe): Part => ({
  createAccount: ({ id, kind, email }, idempotencyKey) =>
    asked(async () => {
      const made = await stripe.accounts.create(
        {
          type: 'express',
          country: 'IT',
          email,
          business_type: kind === 'person' ? 'individual' : 'company',
          capabilities: { transfers: { requested: true } },
          settings: { payouts: { schedule: { interval: 'manual' } } },
          metadata: { holder: id },
        },
        { idempotencyKey },
      );
      return { account: made.id };
    }),
  onboardingUrl: (account, returnUrl) =>
    asked(async () => {
      const { url } = await stripe.accountLinks.create({
        account,
        type: 'account_onboarding',
        return_url: returnUrl,
        refresh_url: returnUrl,
      });
      return url;
    }),
  readAccount: (account) =>
    asked(async () => ({ status: accountStatus(await stripe.accounts.retrieve(account)) })),
  transfer: (request, call) => asked(() => transfer(stripe, request, call)),
  payOut: (request, call) => asked(() => payOut(stripe, request, call)),
  readPayout: (stripeAccount, payout) =>
    asked(async () => payoutOf(await stripe.payouts.retrieve(payout, {}, { stripeAccount }))),
  reverse: (transferred, key) => asked(() => reverse(stripe, transferred, key)),
});
