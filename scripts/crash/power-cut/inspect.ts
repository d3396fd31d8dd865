import { join } from 'node:path';
import { policy } from '@piazza/shared/policy';
import { LmdbJournal } from '../../../server/src/adapters/lmdb/journal.ts';
import { violations } from '../../../server/src/domain/venue/index.ts';
import { openBatch } from '../../../server/src/kernel/batch.ts';
import { canonicalJson, stateHash } from '../../../server/src/kernel/canonical.ts';
import type { JournalRecord, Outcome } from '../../../server/src/kernel/record.ts';
import { restore } from '../../../server/src/kernel/restore.ts';
import { Sequencer } from '../../../server/src/kernel/sequencer.ts';

/** What the writer said before the power went, as far as it concerns what must be left. */
export interface Told {
  /** Newest seq that somebody was told is durable. */
  readonly acknowledged: number;
  /** Newest seq that may be there: that of the append the power interrupted. */
  readonly begun: number;
  /** Hash of the writer's own state at a seq. */
  readonly hashes?: ReadonlyMap<number, string>;
  /** So many keyed commands, the first of all, were answered. */
  readonly answered?: number;
}

/** A venue that goes on asks the newest commands once more: so many. */
const askedAgain = 20;

async function keyedIn(journal: LmdbJournal): Promise<readonly JournalRecord[]> {
  const found: JournalRecord[] = [];
  for await (const stored of journal.read(1))
    for (const record of openBatch(stored).records) if (record.key !== undefined) found.push(record);
  return found;
}

/** Whether the answered commands are there, each once. */
function missing(keyed: readonly JournalRecord[], { answered = 0 }: Told): string[] {
  const wrong: string[] = [];
  const times = new Map<string, number>();
  for (const { key } of keyed) if (key !== undefined) times.set(key.key, (times.get(key.key) ?? 0) + 1);
  for (const [key, count] of times) if (count > 1) wrong.push(`${key} was applied ${count} times`);
  for (let one = 1; one <= answered; one += 1)
    if (!times.has(`key ${one}`)) wrong.push(`key ${one} was answered and is missing`);
  return wrong;
}

/** Asks commands again under their keys: each must be answered as before, and nothing be written. */
async function askAgain(exchange: Sequencer, keyed: readonly JournalRecord[]): Promise<string[]> {
  const wrong: string[] = [];
  const end = exchange.durableSeq;
  for (const { key, actor, command, outcome } of keyed) {
    const again = await new Promise<Outcome>((answer) => {
      exchange.submit(command as never, actor, key, answer);
    });
    if (canonicalJson(again) !== canonicalJson(outcome))
      wrong.push(`${key?.key} asked again: ${canonicalJson(again)}, not ${canonicalJson(outcome)}`);
  }
  if (exchange.durableSeq !== end) wrong.push('what was asked again was done again');
  return wrong;
}

/**
 * Opens what the power left as the venue would: every batch checked, every record folded, the books balanced, the state
 * what the writer had at that seq, and a new writer goes on. Returns what is wrong, empty when nothing is.
 */
export async function inspect(dataDir: string, told: Told): Promise<string[]> {
  const { acknowledged, begun, hashes } = told;
  let journal: LmdbJournal | undefined;
  try {
    journal = await LmdbJournal.open(join(dataDir, 'journal'));
    const { state, head } = await restore({ journal });
    const wrong = violations(state.venue);
    if (head.seq < acknowledged) wrong.push(`ends at ${head.seq}, but ${acknowledged} was acknowledged`);
    if (head.seq > begun) wrong.push(`ends at ${head.seq}, but nothing after ${begun} was begun`);
    if (hashes !== undefined && hashes.get(head.seq) !== stateHash(state))
      wrong.push(`the state at ${head.seq} is not what it was`);
    const keyed = await keyedIn(journal);
    wrong.push(...missing(keyed, told));
    const { at } = state.line;
    const exchange = new Sequencer({
      journal,
      // The moment the power went: no session is played that the writer had not come to.
      clock: { now: () => at - state.venue.house.clockOffsetMs },
      epoch: await journal.raiseEpoch(),
      state,
      head,
      observe: () => undefined,
      flushed: () => undefined,
      failed: (error) => void wrong.push(`cannot go on: ${String(error)}`),
    });
    await exchange.start();
    const young = keyed.filter((record) => at - record.at <= policy.keyLifeMs);
    wrong.push(...(await askAgain(exchange, young.slice(-askedAgain))));
    await exchange.stop();
    return wrong;
  } catch (error) {
    return [`cannot be opened: ${String(error)}`];
  } finally {
    await journal?.close();
  }
}
