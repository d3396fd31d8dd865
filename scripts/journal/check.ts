import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { evidenceFault, type EvidenceHead, type EvidenceLine } from '../../server/src/kernel/evidence.ts';
import { say, type Stores, type Terminal } from './inspect.ts';

interface Findings {
  head: EvidenceHead | undefined;
  lines: number;
  last: number;
  readonly faults: string[];
}

async function take(found: Findings, text: string, journal: Stores['journal']): Promise<void> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    found.faults.push(`line ${found.lines + 2} is no JSON`);
    return;
  }
  if (found.head === undefined) {
    found.head = parsed as EvidenceHead;
    return;
  }
  const line = parsed as EvidenceLine;
  found.lines += 1;
  if (line.seq <= found.last) found.faults.push(`record ${line.seq} is out of order or told twice`);
  found.last = line.seq;
  const fault = await evidenceFault(journal, line);
  if (fault !== null) found.faults.push(`record ${line.seq} ${fault}`);
}

/**
 * `check`: an exported audit trail against the journal: whether each line is what the journal holds, none is told twice,
 * and as many are there as the export says. A trail with a line left out and its number corrected is not noticed.
 */
export async function checkExport({ journal }: Stores, { out }: Terminal, file: string): Promise<number> {
  const found: Findings = { head: undefined, lines: 0, last: 0, faults: [] };
  for await (const text of createInterface({ input: createReadStream(file) }))
    await take(found, text, journal);
  if (found.head === undefined) found.faults.push('the file is empty');
  else if (found.head.lines !== found.lines)
    found.faults.push(`the export says ${found.head.lines} lines, there are ${found.lines}`);
  for (const fault of found.faults) say(out, `FAULT: ${fault}.`);
  if (found.faults.length > 0) return 1;
  say(out, `Sound: ${found.lines} records of ${found.head?.object ?? ''} are what the journal holds.`);
  return 0;
}
