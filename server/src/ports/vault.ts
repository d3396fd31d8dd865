export interface VaultEntry {
  readonly key: string;
  readonly value: Uint8Array;
  /** From 1; grows (not always by one) with every write of the key, and never starts again after a removal within one store's life. */
  readonly version: number;
}

export interface VaultChange {
  readonly key: string;
  /** New value, or null to remove the key. */
  readonly value: Uint8Array | null;
  /** Version the key must have now; 0 when it must be absent; omitted when it does not matter. */
  readonly expect?: number;
}

/**
 * Keyed store of what must be erasable: sealed personal data, keys, credentials, token families, mail.
 * Adapters: memory, lmdb, mongo; one suite for all (test/contract/vault-port).
 */
export interface VaultStore {
  get(key: string): Promise<VaultEntry | undefined>;
  /**
   * Entries whose key begins with `prefix`, in key order (by UTF-8 bytes), after `after` where given; at most `limit`.
   * With `reverse` in descending order, below `after` where given.
   */
  list(
    prefix: string,
    options?: { readonly after?: string; readonly limit?: number; readonly reverse?: boolean },
  ): Promise<VaultEntry[]>;
  /**
   * All or nothing, and durable when it resolves. False when an expectation does not hold; then nothing has changed.
   * @throws RangeError when a key is empty, above 1,024 bytes, or named twice.
   */
  commit(changes: readonly VaultChange[]): Promise<boolean>;
  /** Rewrites the medium so that removed values are no longer readable in it. */
  compact(): Promise<void>;
  close(): Promise<void>;
}
