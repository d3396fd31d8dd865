import { sweepable, sweptRefs } from './domain/conduct/index.ts';
import type { Exchange } from './kernel/exchange.ts';

/**
 * Has the venue mark what has been kept for as long as it is to be, and tells the references of all such texts: the
 * vault may forget them. The record of it holds ids alone.
 */
export async function sweepOld(exchange: Exchange): Promise<ReadonlySet<string>> {
  const due = await exchange.read(({ conduct }) => sweepable(conduct, exchange.now()).length);
  if (due > 0) await exchange.command({ kind: 'conduct.sweep' }, 'venue');
  return exchange.read(({ conduct }) => sweptRefs(conduct));
}
