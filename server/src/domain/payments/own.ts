import type { Millis } from '@piazza/shared/values';
import { account, EUR, type LedgerEvent } from '../ledger/index.ts';
import type { PaymentsEvent, ProviderLine } from './events.ts';

/** Kinds of the provider's lines that move the venue's own money and nobody else's: what it puts in, takes out and is billed. */
const ownTypes: ReadonlySet<string> = new Set([
  'topup',
  'topup_reversal',
  'payout',
  'payout_cancel',
  'payout_failure',
  'stripe_fee',
  'stripe_fx_fee',
  'tax_fee',
  'network_cost',
]);

export const isOwn = ({ type }: ProviderLine): boolean => ownTypes.has(type);

/**
 * The venue's own money at the provider: nothing here has asked for it, so that the line itself is what is booked. What is
 * put in bears the provider's costs, beside which it stands.
 */
export const ownEvents = (lines: readonly ProviderLine[], at: Millis): (LedgerEvent | PaymentsEvent)[] =>
  lines
    .filter((line) => isOwn(line) && line.netCents !== 0)
    .flatMap(({ source, netCents }): (LedgerEvent | PaymentsEvent)[] => {
      const [from, to] = netCents > 0 ? [account.provider, account.costs] : [account.costs, account.provider];
      const reason = netCents > 0 ? 'top_up' : 'provider_fee';
      const amount = Math.abs(netCents);
      return [
        { kind: 'ledger.posted', from, to, asset: EUR, amount, reason, subject: {} },
        { kind: 'payments.booked', source, cents: netCents, at },
      ];
    });
