import type { Writable } from 'node:stream';
import type { ReaderStores } from '../../server/src/adapters/open-stores.ts';
import { genesisHash, JournalCorrupt, openBatch } from '../../server/src/kernel/batch.ts';
import { readChain } from '../../server/src/kernel/chain.ts';
import { Progress } from './progress.ts';

/** Where a command writes what it found, and where how far it is. */
export interface Terminal {
  readonly out: Writable;
  readonly err: Writable;
  /** Called by `verify` with each record that was read and found sound, the last of a batch. */
  readonly reached?: (seq: number) => void;
}
export type Stores = Pick<ReaderStores, 'journal' | 'snapshots' | 'head'>;

export const say = (out: Writable, ...lines: readonly string[]): void =>
  void out.write(lines.map((line) => `${line}\n`).join(''));

const when = (ms: number): string => new Date(ms).toISOString();

/** `head`: the newest record, and whether the head file agrees. */
export async function head({ journal, head: file }: Stores, { out }: Terminal): Promise<number> {
  const noted = await file.read();
  const last = await journal.last();
  if (last === undefined) {
    say(out, 'seq     0', 'The journal is empty.');
    if (noted !== undefined)
      say(out, `Its head file says ${noted.seq}: records 1 to ${noted.seq} are missing.`);
    return noted === undefined ? 0 : 1;
  }
  const batch = openBatch(last);
  say(
    out,
    `seq     ${batch.lastSeq}`,
    `hash    ${batch.hash}`,
    `epoch   ${batch.epoch}`,
    `time    ${when(batch.writtenAt)}`,
    `venue   ${when(batch.records.at(-1)?.at ?? 0)}`,
  );
  if (noted === undefined || noted.seq <= batch.lastSeq) return 0;
  say(out, `Its head file says ${noted.seq}: records from ${batch.lastSeq + 1} on are missing.`);
  return 1;
}

type Head = NonNullable<Awaited<ReturnType<Stores['head']['read']>>>;

/** Compares what was read with the head file. @throws JournalCorrupt */
function compare(noted: Head | undefined, hashes: ReadonlyMap<number, string>, lastSeq: number): void {
  if (noted === undefined) return;
  if (noted.seq > lastSeq)
    throw new JournalCorrupt(
      lastSeq + 1,
      `is missing: the journal ends at ${lastSeq}, its head file says ${noted.seq}`,
    );
  if (hashes.get(noted.seq) !== noted.hash)
    throw new JournalCorrupt(noted.seq, 'ends a batch that is not the one its head file saw');
}

/** `verify`: reads everything; the first record that cannot be trusted is named. */
export async function verify({ journal, head: file }: Stores, terminal: Terminal): Promise<number> {
  const { out, err } = terminal;
  // Before the journal, because a server that is running goes on writing both.
  const noted = await file.read();
  const progress = new Progress(err, 'verify', 1, (await journal.last())?.lastSeq ?? 0);
  const hashes = new Map<number, string>();
  let lastSeq = 0;
  let last = genesisHash;
  let batches = 0;
  try {
    const start = { seq: 0, hash: genesisHash, at: 0, epoch: 0 };
    for await (const batch of readChain(journal, start)) {
      lastSeq = batch.lastSeq;
      last = batch.hash;
      batches += 1;
      if (lastSeq === noted?.seq) hashes.set(lastSeq, last);
      progress.reached(lastSeq);
      terminal.reached?.(lastSeq);
    }
    compare(noted, hashes, lastSeq);
  } catch (error) {
    progress.end();
    const corrupt = error instanceof JournalCorrupt;
    const seq = corrupt ? error.seq : lastSeq + 1;
    const words = corrupt ? error.message : `record ${seq}: cannot be read: ${String(error)}`;
    say(out, `FAULT: ${words}.`, `Records before ${seq} are sound.`);
    return 1;
  }
  progress.end();
  const witness = noted === undefined ? 'there is no head file' : 'the head file agrees';
  say(out, `Sound: ${progress.summary()}, in ${batches} batches; ${witness}.`, `hash    ${last}`);
  return 0;
}
