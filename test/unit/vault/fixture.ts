import { randomBytes } from 'node:crypto';
import { MemoryVault, VaultMedium } from '../../../server/src/adapters/memory/vault.ts';
import { createVault, type Vault } from '../../../server/src/vault/vault.ts';

export interface VaultBench {
  readonly medium: VaultMedium;
  readonly store: MemoryVault;
  readonly vault: Vault;
  /** Real time as the vault sees it. */
  readonly clock: { now: number };
}

/** A vault on a medium that a test may look into, or open again. */
export const openVault = async (
  medium = new VaultMedium(),
  now = Date.UTC(2026, 0, 15),
): Promise<VaultBench> => {
  const clock = { now };
  const store = new MemoryVault(medium);
  const vault = await createVault(store, { randomBytes, realNow: () => clock.now });
  return { medium, store, vault, clock };
};

/** All that lies on the medium, keys and values, as one run of bytes. */
export const bytesOf = (medium: VaultMedium): Buffer =>
  Buffer.concat([...medium.entries.values()].flatMap(({ key, value }) => [Buffer.from(key), value]));

/** The error a promise ends with; fails when it ends well. */
export const failureOf = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    await promise;
  } catch (failure) {
    return failure;
  }
  throw new Error('It should have failed');
};
