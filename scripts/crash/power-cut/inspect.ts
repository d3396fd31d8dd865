import { join } from 'node:path';
import { LmdbJournal } from '../../../server/src/adapters/lmdb/journal.ts';
import { violations } from '../../../server/src/domain/venue/index.ts';
import { systemClock } from '../../../server/src/kernel/clock.ts';
import { restore } from '../../../server/src/kernel/restore.ts';
import { Sequencer } from '../../../server/src/kernel/sequencer.ts';

/**
 * Opens what the power left as the venue would: every batch checked, every record folded, the books balanced, and
 * a new writer goes on. Returns what is wrong, empty when nothing is.
 * @param acknowledged newest seq that somebody was told is durable
 * @param begun newest seq that may be there: that of the append the power interrupted
 */
export async function inspect(dataDir: string, acknowledged: number, begun: number): Promise<string[]> {
  let journal: LmdbJournal | undefined;
  try {
    journal = await LmdbJournal.open(join(dataDir, 'journal'));
    const { state, head } = await restore({ journal });
    const wrong = violations(state.venue);
    if (head.seq < acknowledged) wrong.push(`ends at ${head.seq}, but ${acknowledged} was acknowledged`);
    if (head.seq > begun) wrong.push(`ends at ${head.seq}, but nothing after ${begun} was begun`);
    const epoch = await journal.raiseEpoch();
    const options = {
      journal,
      clock: systemClock,
      epoch,
      state,
      head,
      observe: () => undefined,
      flushed: () => undefined,
    };
    const exchange = new Sequencer({
      ...options,
      failed: (error) => void wrong.push(`cannot go on: ${String(error)}`),
    });
    await exchange.start();
    await exchange.stop();
    return wrong;
  } catch (error) {
    return [`cannot be opened: ${String(error)}`];
  } finally {
    await journal?.close();
  }
}
