import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { openBatch } from '../../server/src/kernel/batch.ts';
import { say, type Stores, type Terminal } from './inspect.ts';
import { Progress } from './progress.ts';

async function write(out: Writable, text: string): Promise<void> {
  if (!out.write(text)) await once(out, 'drain');
}

/** `export`: every record from `from` on as a line of JSON, each batch checked as it is read. */
export async function exportRecords(
  { journal }: Stores,
  { out, err }: Terminal,
  { from, file }: { readonly from: number; readonly file: string | undefined },
): Promise<number> {
  const to = file === undefined ? out : createWriteStream(file);
  const progress = new Progress(err, 'export', from, (await journal.last())?.lastSeq ?? 0);
  let point: { seq: number; hash: string } | undefined;
  for await (const stored of journal.read(from)) {
    const batch = openBatch(stored, point);
    point = { seq: batch.lastSeq, hash: batch.hash };
    const lines = batch.records
      .filter(({ seq }) => seq >= from)
      .map((record) => `${JSON.stringify(record)}\n`);
    await write(to, lines.join(''));
    progress.reached(batch.lastSeq);
  }
  progress.end();
  if (file === undefined) return 0;
  to.end();
  await finished(to);
  say(out, `${file}: ${progress.summary()}`);
  return 0;
}
