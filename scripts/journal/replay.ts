import { violations } from '../../server/src/domain/venue/index.ts';
import { genesisHash } from '../../server/src/kernel/batch.ts';
import { stateHash } from '../../server/src/kernel/canonical.ts';
import { readChain } from '../../server/src/kernel/chain.ts';
import { redecide } from '../../server/src/kernel/redecide.ts';
import { restore } from '../../server/src/kernel/restore.ts';
import { foldRecord, initialState, type KernelState } from '../../server/src/kernel/state.ts';
import { say, type Stores, type Terminal } from './inspect.ts';
import { Progress } from './progress.ts';

const mostShown = 20;

interface Replayed {
  readonly state: KernelState;
  readonly differences: readonly string[];
}

async function replayAll(
  { journal }: Stores,
  upTo: number,
  again: boolean,
  progress: Progress,
): Promise<Replayed> {
  const state = initialState();
  const differences: string[] = [];
  const start = { seq: 0, hash: genesisHash, at: 0, epoch: 0 };
  for await (const { records, lastSeq } of readChain(journal, start)) {
    for (const record of records) {
      const difference = again ? redecide(state, record) : undefined;
      if (difference !== undefined) differences.push(difference);
      foldRecord(state, record);
    }
    progress.reached(lastSeq);
    if (lastSeq >= upTo) break;
  }
  return { state, differences };
}

/** Restores by way of the newest snapshot that may be used, and tells whether the same came out of it. */
async function compareSnapshot(
  stores: Stores,
  upTo: number,
  whole: string,
  { out }: Terminal,
): Promise<boolean> {
  const passedOver: string[] = [];
  const { state, from } = await restore({
    journal: stores.journal,
    snapshots: stores.snapshots,
    upTo,
    ignored: ({ seq }, why) => void passedOver.push(`snapshot   ${seq} is passed over: ${why}`),
  });
  say(out, ...passedOver);
  if (from === 0) {
    say(out, 'snapshot   none that may be used');
    return true;
  }
  const same = stateHash(state) === whole;
  say(out, `snapshot   from ${from} and its tail: ${same ? 'the same state' : 'ANOTHER STATE'}`);
  return same;
}

function list(title: string, found: readonly string[], { out }: Terminal): void {
  const rest = found.length - mostShown;
  say(out, `${title} ${found.length === 0 ? 'hold' : `${found.length} BROKEN`}`);
  say(out, ...found.slice(0, mostShown).map((one) => `  ${one}`));
  if (rest > 0) say(out, `  and ${rest} more`);
}

/** `replay`: what state the journal tells of, and whether it can be. */
export async function replay(stores: Stores, terminal: Terminal, again: boolean): Promise<number> {
  const { out, err } = terminal;
  const upTo = (await stores.journal.last())?.lastSeq ?? 0;
  const progress = new Progress(err, 'replay', 1, upTo);
  const { state, differences } = await replayAll(stores, upTo, again, progress);
  progress.end();
  const hash = stateHash(state);
  say(out, `replayed   ${progress.summary()}`, `state      ${hash}`);
  const same = await compareSnapshot(stores, upTo, hash, terminal);
  const broken = violations(state.venue);
  list('invariants', broken, terminal);
  if (again) list('decisions ', differences, terminal);
  return same && broken.length === 0 && differences.length === 0 ? 0 : 1;
}
