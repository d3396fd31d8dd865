import type { Sequencer } from '../../server/src/kernel/sequencer.ts';
import type { TestClock } from '../../test/support/clock.ts';
import { place, revoke } from '../../test/support/domain-cast.ts';
import { day } from '../../test/support/domain-venue.ts';
import { advance, commits, keyed, openOffer } from '../../test/support/kernel.ts';

/**
 * A venue before it had a market: an offer that is funded, one that is not, commitments under keys, second thoughts,
 * refusals. Written with no more than the first milestone knew, so that it can be played by the code of that time.
 */
export async function primaryStory(exchange: Sequencer, clock: TestClock): Promise<void> {
  const refused = (promise: Promise<unknown>): Promise<unknown> => promise.catch(() => undefined);
  const funded = await openOffer(exchange, 12);
  const unfunded = await openOffer(exchange, 3);
  for (const [at, investor] of funded.investors.entries()) {
    const commitment = await commits(exchange, funded, investor, 20 + 10 * at, keyed(`first-${at}`));
    clock.tick(3_600_000);
    if (at % 4 === 1) await exchange.command(revoke(commitment), investor, keyed(`revoke-${at}`));
    if (at % 5 === 2) await refused(exchange.command(place(7, funded.offer), investor, keyed(`lot-${at}`)));
  }
  const [shy, poor] = unfunded.investors;
  if (shy !== undefined) await commits(exchange, unfunded, shy, 20);
  if (poor !== undefined) await refused(commits(exchange, unfunded, poor, 2_000_000));
  const [operator] = funded.operators;
  for (const days of [3, 4, 30]) {
    await exchange.command(advance(days * day), operator);
    clock.tick(day);
  }
  const [last] = funded.investors;
  if (last !== undefined) {
    await refused(exchange.command(place(20, funded.offer), last, keyed('too-late-1')));
    await exchange.command({ kind: 'wallet.topUp', amountCents: 12_345 }, last, keyed('again-one'));
  }
}
