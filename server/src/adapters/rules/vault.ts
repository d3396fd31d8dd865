import { type VaultChange } from '../../ports/vault.ts';

/** Longest key in UTF-8 bytes; every medium takes it. */
const maxKeyBytes = 1024;

/**
 * What every vault adapter refuses before it touches its medium.
 * @throws RangeError when a key is empty, longer than `maxKeyBytes`, or named twice in one commit.
 */
export function assertChanges(changes: readonly VaultChange[]): void {
  const seen = new Set<string>();
  for (const { key } of changes) {
    const bytes = Buffer.byteLength(key);
    if (bytes === 0 || bytes > maxKeyBytes) throw new RangeError(`a vault key has ${bytes} bytes`);
    if (seen.has(key)) throw new RangeError('one commit names a vault key twice');
    seen.add(key);
  }
}
