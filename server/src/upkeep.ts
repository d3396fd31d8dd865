import type { Erasures } from './identity/erasures.ts';
import type { Identity } from './identity/identity.ts';
import { openBatch } from './kernel/batch.ts';
import type { JournalStore } from './ports/journal.ts';
import { isFileRef } from './vault/file-keys.ts';
import type { Vault } from './vault/vault.ts';

const hourMs = 3_600_000;
const sweepOrphansEvery = 24;

/** Every sealed document that a command ever named: what the journal points at stays readable for its audit. */
async function journaledRefs(journal: JournalStore): Promise<Set<string>> {
  const refs = new Set<string>();
  for await (const stored of journal.read(1)) {
    const text = JSON.stringify(openBatch(stored).records.map(({ command }) => command));
    for (const [, ref] of text.matchAll(/"ref":"([^"]+)"/g)) if (ref !== undefined) refs.add(ref);
  }
  return refs;
}

export interface UpkeepParts {
  readonly journal: JournalStore;
  readonly vault: Vault;
  readonly identity: Identity;
  readonly erasures: Erasures;
  /** References of the files that documents point to now: of one that was removed, the journal names but the name. */
  readonly files: () => ReadonlySet<string>;
  /** Destroys what has been kept for as long as it is to be. */
  readonly retention: () => Promise<unknown>;
  readonly report: (error: unknown) => void;
}

/**
 * Housekeeping of the vault while the venue runs: what has expired, every hour; sealed texts whose command was never
 * given, every day and an hour after they were sealed at the earliest. Returns how to stop.
 */
export function startUpkeep(parts: UpkeepParts): () => void {
  const { journal, vault, identity, erasures, files, retention, report } = parts;
  let rounds = 0;
  const round = async (): Promise<void> => {
    await identity.sweep();
    await erasures.finish();
    rounds += 1;
    if (rounds % sweepOrphansEvery !== 1) return;
    await retention();
    const refs = await journaledRefs(journal);
    const kept = files();
    await vault.sweepOrphans((ref) => (isFileRef(ref) ? kept : refs).has(ref), hourMs);
  };
  const timer = setInterval(() => void round().catch(report), hourMs);
  timer.unref();
  return () => clearInterval(timer);
}
