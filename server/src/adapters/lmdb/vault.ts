import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Database } from 'lmdb';
import { type VaultChange, type VaultEntry, type VaultStore } from '../../ports/vault.ts';
import { OpenFlag } from '../rules/open.ts';
import { assertChanges } from '../rules/vault.ts';
import { openEnvironment, settled, syncFolder, type Environment } from './environment.ts';

const copyEntries = 500;
const aboveEveryKey = Buffer.from([0xff]);

interface Generation {
  readonly number: number;
  readonly environment: Environment;
  readonly entries: Database<Buffer, Buffer>;
  readonly meta: Database<number, string>;
}

const nameOf = (generation: number): string => `generation-${String(generation).padStart(6, '0')}`;

function openGeneration(folder: string, number: number, name = nameOf(number)): Generation {
  const environment = openEnvironment(join(folder, name));
  const entries = environment.openDB<Buffer, Buffer>({
    name: 'entries',
    encoding: 'binary',
    keyEncoding: 'binary',
    useVersions: true,
  });
  return { number, environment, entries, meta: environment.openDB<number, string>({ name: 'meta' }) };
}

/** Number of the newest complete generation. Older ones, and half-copied ones, hold removed values: they go. */
function newestGeneration(folder: string): number {
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(folder).filter((name) => name.startsWith('generation-'));
  const newest =
    names
      .filter((name) => /^generation-\d+$/.test(name))
      .toSorted()
      .at(-1) ?? nameOf(1);
  for (const name of names) if (name !== newest) rmSync(join(folder, name), { recursive: true });
  return Number(newest.slice('generation-'.length));
}

/** First key after every key that begins with `prefix`. UTF-8 knows no byte above 0xf4, so nothing overflows. */
function upperBound(prefix: Buffer): Buffer {
  if (prefix.length === 0) return aboveEveryKey;
  const bound = Buffer.from(prefix);
  bound[bound.length - 1] = (bound.at(-1) ?? 0) + 1;
  return bound;
}

/**
 * The vault in an LMDB environment of its own. Removed values stay readable in a file of LMDB, so `compact` copies what
 * lives into a fresh folder (`generation-000002`, …), switches to it and deletes the old one.
 */
export class LmdbVault implements VaultStore {
  readonly #open = new OpenFlag('vault');
  readonly #folder: string;
  #opened: Generation | undefined;
  #compaction: Promise<void> | undefined;
  readonly #commits = new Set<Promise<unknown>>();

  /**
   * The vault in `folder`, which belongs to the elected writer alone: it is opened, and tidied, at the first use, so
   * that a process which then fails to be elected has touched nothing.
   */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async get(key: string): Promise<VaultEntry | undefined> {
    this.#open.assert();
    const entry = this.#now().entries.getEntry(Buffer.from(key));
    return entry && { key, value: entry.value, version: entry.version ?? 0 };
  }

  async list(prefix: string, options: Parameters<VaultStore['list']>[1] = {}): Promise<VaultEntry[]> {
    this.#open.assert();
    const { after, limit, reverse = false } = options;
    if (limit === 0) return [];
    const low = Buffer.from(prefix);
    const high = upperBound(low);
    const cursor = after === undefined ? undefined : Buffer.from(after);
    const begin = reverse ? high : low;
    const beyond = cursor && Buffer.compare(cursor, begin) * (reverse ? -1 : 1) >= 0;
    const range = this.#now().entries.getRange({
      start: beyond ? cursor : begin,
      exclusiveStart: reverse || beyond === true,
      end: reverse ? low : high,
      inclusiveEnd: reverse,
      reverse,
      versions: true,
      ...(limit === undefined ? {} : { limit }),
    });
    return Array.from(range, ({ key, value, version }) => ({
      key: key.toString(),
      value,
      version: version ?? 0,
    }));
  }

  async commit(changes: readonly VaultChange[]): Promise<boolean> {
    this.#open.assert();
    assertChanges(changes);
    while (this.#compaction) await this.#compaction;
    this.#open.assert();
    const generation = this.#now();
    const writing = settled([generation.environment.childTransaction(() => applied(generation, changes))]);
    const quiet = writing.catch(() => undefined);
    this.#commits.add(quiet);
    try {
      return (await writing)[0] === true;
    } finally {
      this.#commits.delete(quiet);
    }
  }

  async compact(): Promise<void> {
    this.#open.assert();
    while (this.#compaction) await this.#compaction;
    this.#open.assert();
    const compaction = this.#rewrite();
    this.#compaction = compaction.catch(() => undefined);
    try {
      await compaction;
    } finally {
      this.#compaction = undefined;
    }
  }

  async close(): Promise<void> {
    if (!this.#open.close()) return;
    await this.#compaction;
    await Promise.all(this.#commits);
    await this.#opened?.environment.close();
  }

  #now(): Generation {
    this.#opened ??= openGeneration(this.#folder, newestGeneration(this.#folder));
    return this.#opened;
  }

  async #rewrite(): Promise<void> {
    await Promise.all(this.#commits);
    const old = this.#now();
    const number = old.number + 1;
    const unfinished = `${nameOf(number)}-unfinished`;
    rmSync(join(this.#folder, unfinished), { recursive: true, force: true });
    const copy = openGeneration(this.#folder, number, unfinished);
    await copyLiving(old, copy);
    await copy.environment.close();
    renameSync(join(this.#folder, unfinished), join(this.#folder, nameOf(number)));
    syncFolder(this.#folder);
    this.#opened = openGeneration(this.#folder, number);
    await old.environment.close();
    rmSync(join(this.#folder, nameOf(old.number)), { recursive: true });
    syncFolder(this.#folder);
  }
}

/** Runs inside the write transaction. False, and nothing written, when an expectation does not hold. */
function applied({ entries, meta }: Generation, changes: readonly VaultChange[]): boolean {
  const keyed = changes.map((change) => ({ ...change, bytes: Buffer.from(change.key) }));
  const holds = keyed.every(
    ({ bytes, expect }) => expect === undefined || (entries.getEntry(bytes)?.version ?? 0) === expect,
  );
  if (!holds) return false;
  const version = (meta.get('version') ?? 0) + 1;
  for (const { bytes, value } of keyed) {
    if (value === null) void entries.remove(bytes);
    else void entries.put(bytes, Buffer.from(value), version);
  }
  void meta.put('version', version);
  return true;
}

async function copyLiving(from: Generation, to: Generation): Promise<void> {
  let start: Buffer = Buffer.alloc(1);
  for (;;) {
    const options = { start, exclusiveStart: true, limit: copyEntries, versions: true };
    const page = Array.from(from.entries.getRange(options));
    const newest = page.at(-1);
    if (!newest) break;
    await settled(page.map(({ key, value, version }) => to.entries.put(key, value, version ?? 0)));
    start = newest.key;
  }
  await settled([to.meta.put('version', from.meta.get('version') ?? 0)]);
}
