import { hash, verify } from '@node-rs/argon2';
import type { VaultSources } from '../vault/sources.ts';
import { base64url } from '../vault/sources.ts';
import { createPool } from './hash-pool.ts';

// OWASP Password Storage Cheat Sheet: argon2id (the library's default algorithm) with 19 MiB, two passes, one lane.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };
const currentPrefix = '$argon2id$v=19$m=19456,t=2,p=1$';

// Hashing runs on libuv's four threads, where the journal's flush waits its turn too: half of them stay free.
const limits = { concurrent: 2, queued: 64 };

/** Hashes and checks passwords off the main thread, a bounded number at a time. */
export interface Passwords {
  /** @throws Refused `rate_limited` when too many wait already. */
  hash(password: string): Promise<string>;
  /**
   * Whether the password is the one behind the hash. Without a hash (an unknown account) it takes as long and is false.
   * @throws Refused `rate_limited` when too many wait already.
   */
  matches(hash: string | undefined, password: string): Promise<boolean>;
  /** Whether the hash was made with other parameters than today's. */
  isOutdated(hash: string): boolean;
}

// What looks the same on two keyboards is the same password (NIST SP 800-63B § 5.1.1.2).
const normal = (password: string): string => password.normalize('NFKC');

export const createPasswords = async (sources: VaultSources): Promise<Passwords> => {
  const run = createPool(limits);
  const nobodys = await hash(base64url(sources.randomBytes(32)), parameters);

  return {
    hash: (password) => run(() => hash(normal(password), parameters)),
    matches: async (known, password) => {
      const same = await run(() => verify(known ?? nobodys, normal(password)));
      return known !== undefined && same;
    },
    isOutdated: (known) => !known.startsWith(currentPrefix),
  };
};
