import type { PersonId } from '@piazza/shared/values';
import type { VaultChange, VaultStore } from '../ports/vault.ts';
import { scanJson, writeJson } from '../vault/entries.ts';
import { identityPolicy } from './ports.ts';

const PREFIX = 'revoked/';

export type RevocationReason = 'logout' | 'ended' | 'reuse' | 'password_reset' | 'suspension' | 'erasure';

export interface Revocation {
  readonly sessionId: string;
  readonly personId: PersonId;
  readonly reason: RevocationReason;
}

/** Sessions that ended while access tokens of theirs may still be about: known in memory, kept across restarts. */
export interface Revocations {
  has(sessionId: string): boolean;
  /** The change to commit together with the end of the session. */
  record(revocation: Revocation): VaultChange;
  /** After that commit: access tokens of the session stop working, and whoever listens is told. */
  announce(revocation: Revocation): void;
  /** Returns how to stop listening. */
  listen(listener: (revocation: Revocation) => void): () => void;
  /** Forgets those whose access tokens have all expired. */
  sweep(): Promise<void>;
}

export const createRevocations = async (store: VaultStore, realNow: () => number): Promise<Revocations> => {
  const untilBySession = new Map<string, number>();
  const listeners = new Set<(revocation: Revocation) => void>();
  for await (const { key, value } of scanJson<{ until: number }>(store, PREFIX)) {
    untilBySession.set(key.slice(PREFIX.length), value.until);
  }

  return {
    has: (sessionId) => untilBySession.has(sessionId),
    record: ({ sessionId }) =>
      writeJson(`${PREFIX}${sessionId}`, { until: realNow() + identityPolicy.accessLifeMs }),
    announce: (revocation) => {
      untilBySession.set(revocation.sessionId, realNow() + identityPolicy.accessLifeMs);
      for (const listener of listeners) listener(revocation);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sweep: async () => {
      const over = [...untilBySession]
        .filter(([, until]) => until <= realNow())
        .map(([sessionId]) => sessionId);
      for (const sessionId of over) {
        await store.commit([{ key: `${PREFIX}${sessionId}`, value: null }]);
        untilBySession.delete(sessionId);
      }
    },
  };
};
