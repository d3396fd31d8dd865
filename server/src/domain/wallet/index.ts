import { policy, type VenueMode } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import { accept, refuse, type Context, type Decision } from '../core/index.ts';
import { account, EUR, type LedgerEvent } from '../ledger/index.ts';

export interface WalletCommand {
  readonly kind: 'wallet.topUp';
  readonly amountCents: number;
}

/**
 * Play money for an investor: `policy.topUpMinCents` … `policy.topUpMaxCents` per command.
 * Precedence: simulation_only, no_play_money, amount_out_of_range.
 */
export function decideWallet(
  mode: VenueMode,
  by: 'wallet' | 'stripe',
  command: WalletCommand,
  ctx: Context,
): Decision<LedgerEvent> {
  if (mode !== 'SIMULATION') return refuse(reject('simulation_only'));
  if (by !== 'wallet') return refuse(reject('no_play_money'));
  const { topUpMinCents: least, topUpMaxCents: most } = policy;
  const amount = command.amountCents;
  if (!Number.isSafeInteger(amount) || amount < least || amount > most) {
    return refuse(reject('amount_out_of_range', { leastCents: least, mostCents: most }));
  }
  const [from, to] = [account.outside(EUR), account.cash(ctx.actor)];
  return accept([{ kind: 'ledger.posted', from, to, asset: EUR, amount, reason: 'top_up', subject: {} }]);
}
