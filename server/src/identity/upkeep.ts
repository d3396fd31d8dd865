import type { VaultStore } from '../ports/vault.ts';
import { readJson, removeKeys, scanJson, writeJson } from '../vault/entries.ts';
import type { Vault } from '../vault/vault.ts';
import { dropPending, pendingKey, pendingOfKey, type Pending, type PendingOf } from './registration.ts';
import type { Revocations } from './revocations.ts';

type Parts = {
  readonly store: VaultStore;
  readonly vault: Vault;
  readonly realNow: () => number;
  readonly revocations: Revocations;
};

const expiredKeys = async (parts: Parts, prefix: string): Promise<string[]> => {
  const keys: string[] = [];
  for await (const { key, value } of scanJson<{ readonly expiresAt: number }>(parts.store, prefix)) {
    if (value.expiresAt <= parts.realNow()) keys.push(key);
  }
  return keys;
};

/** Removes accounts never proved, with what was sealed for them. Returns whether there were any. */
const dropUnproved = async (parts: Parts): Promise<boolean> => {
  const { store, vault } = parts;
  const tokens: string[] = [];
  const addresses = new Set<string>();
  for await (const { key, value } of scanJson<Pending>(store, pendingKey(''))) {
    if (value.state !== 'waiting' || value.expiresAt > parts.realNow()) continue;
    tokens.push(key.slice(pendingKey('').length));
    addresses.add(value.emailHash);
  }
  await dropPending(store, vault, tokens);
  for (const emailHash of addresses) await forgetTokens(store, emailHash, new Set(tokens));
  return tokens.length > 0;
};

/** Takes the tokens off the list of their address. A registration at the same moment wins; the next sweep finishes. */
const forgetTokens = async (
  store: VaultStore,
  emailHash: string,
  tokens: ReadonlySet<string>,
): Promise<void> => {
  const key = pendingOfKey(emailHash);
  const entry = await readJson<PendingOf>(store, key);
  if (entry === undefined) return;
  const left = entry.value.tokens.filter((token) => !tokens.has(token));
  const expect = entry.version;
  await store.commit([
    left.length > 0 ? writeJson(key, { tokens: left }, expect) : { key, value: null, expect },
  ]);
};

/**
 * Removes what has expired: unproved accounts, links, token families, notes of revocations. To be run every hour or so;
 * the medium is rewritten only when personal data went.
 */
export const sweepIdentity = async (parts: Parts): Promise<void> => {
  const unproved = await dropUnproved(parts);
  for (const prefix of ['pending/', 'reset/', 'family/', 'login/', 'ceremony/']) {
    await removeKeys(parts.store, await expiredKeys(parts, prefix));
  }
  await parts.revocations.sweep();
  if (unproved) await parts.vault.compact();
};
