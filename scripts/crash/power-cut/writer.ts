/**
 * The writer whose power is cut: the real sequencer over the real LMDB journal, and a market on it. For each line
 * "round commands bytes" on its input it gives so many commands at once, which share one flush: orders, sessions, money,
 * and people whose profile has so many bytes. Prints "began" when they are on their way, and once all are answered
 * "durable SEQ FLUSHES KEYS TRADES HASH": keys and trades since the beginning, and the hash of the state.
 */
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Actor } from '../../../server/src/domain/core/index.ts';
import type { VenueCommand } from '../../../server/src/domain/venue/index.ts';
import { LmdbJournal } from '../../../server/src/adapters/lmdb/journal.ts';
import { stateHash } from '../../../server/src/kernel/canonical.ts';
import { restore } from '../../../server/src/kernel/restore.ts';
import { Sequencer } from '../../../server/src/kernel/sequencer.ts';
import { TestClock } from '../../../test/support/clock.ts';
import { sealed } from '../../../test/support/domain-cast.ts';
import { keyed } from '../../../test/support/kernel.ts';
import { marketWish, pauseOf } from '../../../test/support/market-wishes.ts';
import { prepare } from '../../simulate/ground.ts';
import { primaryWish } from '../../simulate/primary.ts';
import { seeded } from '../random.ts';

const people = 12;
const [, , dataDir = '', seed = '1'] = process.argv;
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const journal = await LmdbJournal.open(join(dataDir, 'journal'));
const epoch = await journal.raiseEpoch();
const { state, head } = await restore({ journal });
const failed = (error: unknown): void => {
  say(`failed ${String(error)}`);
  process.exit(70);
};
let flushes = 0;
const flushed = (): void => {
  flushes += 1;
};
const clock = new TestClock();
const exchange = new Sequencer({
  journal,
  clock,
  epoch,
  state,
  head,
  observe: () => undefined,
  flushed,
  failed,
});
await exchange.start();
const { investors, operators, listings, offers } = await prepare(exchange, clock, people);
const chance = seeded(Number(seed));

/** Most trade; some bring money or commit it; some are new, with records of any size. */
function wish(name: string, bytes: number): readonly [Actor, VenueCommand] {
  const kind = chance();
  if (kind < 0.1) {
    const profile = sealed('d'.repeat(bytes));
    return ['venue', { kind: 'people.register', subject: name, profile, roles: ['investor'] }];
  }
  return exchange.peek((venue) =>
    kind < 0.2
      ? primaryWish(chance, venue, investors, offers)
      : marketWish(chance, venue, { investors, operators }, listings, exchange.now()),
  );
}

let keys = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const [round = 0, commands = 1, bytes = 20] = line.split(' ').map(Number);
  const before = flushes;
  await new Promise<void>((answered) => {
    let open = commands;
    const answer = (): void => {
      open -= 1;
      if (open === 0) answered();
    };
    for (let at = 0; at < commands; at += 1) {
      clock.tick(exchange.peek((venue) => pauseOf(chance, venue, exchange.now())));
      const [actor, command] = wish(`sub_${round}_${at}`, bytes);
      keys += 1;
      exchange.submit(command, actor, keyed(`key ${keys}`), answer);
    }
    say('began');
  });
  const trades = [...state.venue.markets.markets.values()].reduce((sum, market) => sum + market.trades, 0);
  say(`durable ${exchange.durableSeq} ${flushes - before} ${keys} ${trades} ${stateHash(state)}`);
}
await exchange.stop();
await journal.close();
