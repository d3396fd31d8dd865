import type { PersonId } from '@piazza/shared/values';
import type { VaultStore } from '../ports/vault.ts';
import { readJson, writeJson } from '../vault/entries.ts';
import { identityPolicy, type IdentitySources } from './ports.ts';
import { mintToken, tokenHash } from './tokens.ts';

/** What a passkey is asked for; a challenge of one purpose serves no other. */
export type Purpose = 'register' | 'sign_in' | 'second_factor' | 'step_up';

/** `ceremony/<token hash>`: a challenge that waits for its answer. */
export interface Ceremony {
  readonly challenge: string;
  readonly purpose: Purpose;
  /** Whose passkey is asked for; null where whoever answers says so. */
  readonly personId: PersonId | null;
  readonly expiresAt: number;
}

const PREFIX = 'ceremony/';

/** Challenges of passkeys: kept here, five minutes, answered once. */
export interface Ceremonies {
  /** The token that names it. */
  open(purpose: Purpose, personId: PersonId | null, challenge: string): Promise<string>;
  /** Uses it up, whatever becomes of the answer; undefined when it is unknown, of another purpose, used or too old. */
  take(token: string, purpose: Purpose): Promise<Ceremony | undefined>;
}

export const createCeremonies = (store: VaultStore, sources: IdentitySources): Ceremonies => ({
  open: async (purpose, personId, challenge) => {
    const token = mintToken(sources);
    const expiresAt = sources.realNow() + identityPolicy.ceremonyLifeMs;
    const ceremony: Ceremony = { challenge, purpose, personId, expiresAt };
    await store.commit([writeJson(`${PREFIX}${tokenHash(token)}`, ceremony, 0)]);
    return token;
  },
  take: async (token, purpose) => {
    const entry = await readJson<Ceremony>(store, `${PREFIX}${tokenHash(token)}`);
    if (entry?.value.purpose !== purpose) return undefined;
    const taken = await store.commit([{ key: entry.key, value: null, expect: entry.version }]);
    return taken && entry.value.expiresAt > sources.realNow() ? entry.value : undefined;
  },
});
