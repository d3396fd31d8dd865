/**
 * The writer whose power is cut: the real sequencer over the real LMDB journal. For each line "round commands bytes" on
 * its input it gives so many commands at once, which share one flush, and prints "began" before and "durable SEQ" after.
 */
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PersonId } from '@piazza/shared/values';
import { LmdbJournal } from '../../../server/src/adapters/lmdb/journal.ts';
import { systemClock } from '../../../server/src/kernel/clock.ts';
import { restore } from '../../../server/src/kernel/restore.ts';
import { Sequencer } from '../../../server/src/kernel/sequencer.ts';

const [, , dataDir = ''] = process.argv;
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
const exchange = new Sequencer({
  journal,
  clock: systemClock,
  epoch,
  state,
  head,
  observe: () => undefined,
  flushed,
  failed,
});
await exchange.start();
await exchange.command({ kind: 'venue.open', mode: 'SIMULATION' }, 'venue');

const sealed = (bytes: number) => ({ ref: 'd'.repeat(bytes), hash: '' });
const { person } = await exchange.command(
  { kind: 'people.register', subject: 'sub_writer', profile: sealed(20), roles: ['investor'] },
  'venue',
);

for await (const line of createInterface({ input: process.stdin })) {
  const [round = 0, commands = 1, bytes = 20] = line.split(' ').map(Number);
  const before = flushes;
  say('began');
  const given = Array.from({ length: commands }, (_, at) =>
    at % 2 === 0
      ? exchange.command({ kind: 'wallet.topUp', amountCents: 100 + at }, person as PersonId)
      : exchange.command(
          {
            kind: 'people.register',
            subject: `sub_${round}_${at}`,
            profile: sealed(bytes),
            roles: ['investor'],
          },
          'venue',
        ),
  );
  await Promise.all(given);
  say(`durable ${exchange.durableSeq} ${flushes - before}`);
}
await exchange.stop();
await journal.close();
