import { createSecretKey, type KeyObject } from 'node:crypto';
import type { VaultStore } from '../ports/vault.ts';
import type { VaultSources } from './sources.ts';

/**
 * The secret of that name, created on first use. Processes that start at once agree on one: the write only succeeds
 * where none is yet.
 */
export const obtainSecret = async (
  store: VaultStore,
  sources: VaultSources,
  name: string,
  length: number,
): Promise<KeyObject> => {
  const key = `secret/${name}`;
  const known = await store.get(key);
  if (known !== undefined) return createSecretKey(known.value);
  await store.commit([{ key, value: sources.randomBytes(length), expect: 0 }]);
  const kept = await store.get(key);
  if (kept === undefined) throw new Error(`The vault did not keep the secret ${name}`);
  return createSecretKey(kept.value);
};
