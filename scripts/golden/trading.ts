import type { Sequencer } from '../../server/src/kernel/sequencer.ts';
import type { TestClock } from '../../test/support/clock.ts';
import { keyed } from '../../test/support/kernel.ts';
import { marketWish, pauseOf } from '../../test/support/market-wishes.ts';
import { seeded } from '../crash/random.ts';
import { prepare, type Ground } from '../simulate/ground.ts';
import { primaryWish } from '../simulate/primary.ts';

export interface TradingStory {
  readonly exchange: Sequencer;
  readonly clock: TestClock;
  readonly ground: Ground;
  readonly chance: () => number;
  /** Commands given so far. */
  given: number;
}

/** A venue with three issues that may trade, two open offers, and so many people. */
export async function beginTrading(
  exchange: Sequencer,
  clock: TestClock,
  people: number,
  seed: number,
): Promise<TradingStory> {
  return { exchange, clock, ground: await prepare(exchange, clock, people), chance: seeded(seed), given: 0 };
}

/** Goes on by so many commands: orders of all kinds, sessions by the calendar and by hand, halts, money, commitments. */
export async function trade(story: TradingStory, commands: number): Promise<void> {
  const { exchange, clock, ground, chance } = story;
  const { investors, operators, listings, offers } = ground;
  for (let left = commands; left > 0; left -= 1) {
    clock.tick(exchange.peek((state) => pauseOf(chance, state, exchange.now())));
    const [actor, command] = exchange.peek((state) =>
      chance() < 0.03
        ? primaryWish(chance, state, investors, offers)
        : marketWish(chance, state, { investors, operators }, listings, exchange.now()),
    );
    story.given += 1;
    exchange.submit(command, actor, keyed(`key ${story.given}`), () => undefined);
    if (left % 20 === 1) await exchange.settled();
  }
  await exchange.settled();
}
