import type { Stripe } from 'stripe';
import type { ProviderCharge } from '../../ports/payments.ts';

/** What is asked for beside a payment intent, wherever one is read. */
export const beside = ['latest_charge.balance_transaction', 'latest_charge.failure_balance_transaction'];

/** Declines after which no later attempt with the same method can succeed (docs.stripe.com/declines/codes, and SEPA). */
const finalCodes: ReadonlySet<string> = new Set([
  'account_closed',
  'bank_account_closed',
  'bank_account_restricted',
  'bank_account_unusable',
  'card_not_supported',
  'charge_exceeds_source_limit',
  'debit_not_authorized',
  'expired_card',
  'fraudulent',
  'incorrect_number',
  'invalid_account',
  'invalid_mandate',
  'lost_card',
  'merchant_blacklist',
  'payment_method_not_available',
  'pickup_card',
  'restricted_card',
  'revocation_of_all_authorizations',
  'revocation_of_authorization',
  'sepa_unsupported_account',
  'stolen_card',
  'stop_payment_order',
]);

const authentication = 'authentication_required';

type Money = Pick<ProviderCharge, 'charge' | 'feeCents' | 'disputed'>;

function moneyOf({ latest_charge: charge }: Stripe.PaymentIntent): Money {
  if (charge === null) return { charge: null, feeCents: null, disputed: false };
  if (typeof charge === 'string') return { charge, feeCents: null, disputed: false };
  const { balance_transaction: line, failure_balance_transaction: failure } = charge;
  const back = failure !== null && typeof failure === 'object' ? failure.fee : 0;
  const isKnown = line !== null && typeof line === 'object';
  return { charge: charge.id, feeCents: isKnown ? line.fee + back : null, disputed: charge.disputed };
}

function statusOf(intent: Stripe.PaymentIntent): ProviderCharge['status'] {
  switch (intent.status) {
    case 'succeeded':
      return 'succeeded';
    case 'canceled':
      return 'cancelled';
    case 'requires_action':
      return 'action_needed';
    case 'requires_payment_method':
      return intent.last_payment_error?.code === authentication ? 'action_needed' : 'declined';
    default:
      return 'processing';
  }
}

/** A payment intent in the words of the port. */
export function chargeOf(intent: Stripe.PaymentIntent): ProviderCharge {
  const status = statusOf(intent);
  const error = intent.last_payment_error;
  const declined = status === 'declined' ? (error?.decline_code ?? error?.code ?? 'declined') : null;
  const isFinal =
    declined !== null && (finalCodes.has(declined) || error?.advice_code === 'do_not_try_again');
  return { intent: intent.id, status, declined, final: isFinal, ...moneyOf(intent) };
}
