import { type VaultChange, type VaultEntry, type VaultStore } from '../../ports/vault.ts';
import { OpenFlag } from '../rules/open.ts';
import { assertChanges } from '../rules/vault.ts';

/** What a disk would be: it outlives the vaults opened on it. */
export class VaultMedium {
  readonly entries = new Map<string, VaultEntry>();
  /** Newest version given to any key: one count for all, so that a removal leaves no trace behind. */
  version = 0;
}

const byUtf8 = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
const copyOf = (entry: VaultEntry): VaultEntry => ({ ...entry, value: entry.value.slice() });

export class MemoryVault implements VaultStore {
  readonly #open = new OpenFlag('vault');
  readonly #medium: VaultMedium;

  constructor(medium: VaultMedium = new VaultMedium()) {
    this.#medium = medium;
  }

  async get(key: string): Promise<VaultEntry | undefined> {
    this.#open.assert();
    const entry = this.#medium.entries.get(key);
    return entry && copyOf(entry);
  }

  async list(prefix: string, options: Parameters<VaultStore['list']>[1] = {}): Promise<VaultEntry[]> {
    this.#open.assert();
    const { after, limit = Infinity, reverse = false } = options;
    const direction = reverse ? -1 : 1;
    return [...this.#medium.entries.values()]
      .filter(({ key }) => key.startsWith(prefix))
      .filter(({ key }) => after === undefined || direction * byUtf8(key, after) > 0)
      .toSorted((a, b) => direction * byUtf8(a.key, b.key))
      .slice(0, limit)
      .map(copyOf);
  }

  async commit(changes: readonly VaultChange[]): Promise<boolean> {
    this.#open.assert();
    assertChanges(changes);
    const { entries } = this.#medium;
    const holds = changes.every(
      ({ key, expect }) => expect === undefined || (entries.get(key)?.version ?? 0) === expect,
    );
    if (!holds) return false;
    this.#medium.version += 1;
    for (const { key, value } of changes) {
      if (value === null) entries.delete(key);
      else entries.set(key, { key, value: value.slice(), version: this.#medium.version });
    }
    return true;
  }

  async compact(): Promise<void> {
    this.#open.assert();
  }

  async close(): Promise<void> {
    this.#open.close();
  }
}
