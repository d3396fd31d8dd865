import type { VaultChange, VaultEntry, VaultStore } from '../ports/vault.ts';

/** A stored JSON value with the version a compare-and-swap needs. */
export interface JsonEntry<T> {
  readonly key: string;
  readonly value: T;
  readonly version: number;
}

const decode = <T>(entry: VaultEntry): JsonEntry<T> => ({
  key: entry.key,
  value: JSON.parse(Buffer.from(entry.value).toString('utf8')) as T,
  version: entry.version,
});

export const readJson = async <T>(store: VaultStore, key: string): Promise<JsonEntry<T> | undefined> => {
  const entry = await store.get(key);
  return entry === undefined ? undefined : decode<T>(entry);
};

/** A change that writes a JSON value; `expect` as in VaultChange. */
export const writeJson = (key: string, value: object, expect?: number): VaultChange => {
  const bytes = Buffer.from(JSON.stringify(value), 'utf8');
  return expect === undefined ? { key, value: bytes } : { key, value: bytes, expect };
};

const PAGE = 500;

/** Every entry below a prefix, page by page, so that none of the store needs to fit in memory. */
export async function* scan(store: VaultStore, prefix: string): AsyncGenerator<VaultEntry> {
  let after: string | undefined;
  for (;;) {
    const entries = await store.list(prefix, after === undefined ? { limit: PAGE } : { after, limit: PAGE });
    yield* entries;
    const last = entries.at(-1);
    if (last === undefined || entries.length < PAGE) return;
    after = last.key;
  }
}

/** As `scan`, each value read as JSON. */
export async function* scanJson<T>(store: VaultStore, prefix: string): AsyncGenerator<JsonEntry<T>> {
  for await (const entry of scan(store, prefix)) yield decode<T>(entry);
}

/** Removes the keys a chunk at a time: no commit grows with the size of the store. */
export const removeKeys = async (store: VaultStore, keys: readonly string[]): Promise<void> => {
  for (let start = 0; start < keys.length; start += PAGE) {
    await store.commit(keys.slice(start, start + PAGE).map((key) => ({ key, value: null })));
  }
};
