import { StoreClosed } from '../ports/closed.ts';
import type { VaultStore } from '../ports/vault.ts';

/**
 * The store, with one more rule: what its medium refuses to keep ends the venue, as a flush of the journal does.
 * Whoever waits for that write learns that the venue is ending, not that it has a bug.
 * @param failed hears of the refused write, once for each
 */
export const failStop = (store: VaultStore, failed: (error: unknown) => void): VaultStore => ({
  get: (key) => store.get(key),
  list: (prefix, options) => store.list(prefix, options),
  commit: async (changes) => {
    try {
      return await store.commit(changes);
    } catch (cause) {
      // A change that no medium would take is the caller's mistake.
      if (cause instanceof RangeError || cause instanceof StoreClosed) throw cause;
      failed(cause);
      throw new StoreClosed('the vault takes no more writes', { cause });
    }
  },
  compact: () => store.compact(),
  close: () => store.close(),
});
