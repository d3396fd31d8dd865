import { policy } from '@piazza/shared/policy';
import { millis } from '@piazza/shared/values';
import { swept, sweeping } from './domain/retention/index.ts';
import type { Outbox } from './identity/outbox.ts';
import type { Exchange } from './kernel/exchange.ts';
import type { Vault } from './vault/vault.ts';

export interface RetentionParts {
  readonly exchange: Exchange;
  readonly vault: Pick<Vault, 'destroy' | 'compact'>;
  readonly mails: Pick<Outbox, 'removeBefore'>;
  /** Real time, ms: mails do not travel with the clock of a simulation. */
  readonly realNow: () => number;
}

/**
 * Has the venue mark what has been kept for as long as it is to be, then destroys it: keys, words and bytes, and takes
 * them out of the medium. What a crash left in between is destroyed by the next round. Returns how many things went.
 */
export async function sweepOld({ exchange, vault, mails, realNow }: RetentionParts): Promise<number> {
  const due = await exchange.read((state) => sweeping(state, millis(exchange.now())).length);
  if (due > 0) await exchange.command({ kind: 'retention.sweep' }, 'venue');
  const gone = await vault.destroy(await exchange.read(swept));
  const old = await mails.removeBefore(realNow() - policy.mailsKeptMs);
  if (gone + old > 0) await vault.compact();
  return gone + old;
}
