import type { KeyObject } from 'node:crypto';
import { reject } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { Refusal as Refused } from '../kernel/exchange.ts';
import type { VaultChange, VaultStore } from '../ports/vault.ts';
import type { Vault } from '../vault/vault.ts';
import { openSecret, readFactor, writeFactor } from './factors.ts';
import { identityPolicy, type IdentitySources } from './ports.ts';
import { readRecoveryCode, recoveryHash } from './recovery-codes.ts';
import { stepOfCode } from './totp.ts';
import { createSlidingWindow } from './window.ts';

const REMEMBERED_FAILURES = 10_000;

/** Checks codes of an app and recovery codes, a bounded number of wrong ones. */
export interface CodeCheck {
  /**
   * The change that uses the code up, to be committed with what it opens: two who bring one code at once do not both
   * get in.
   * @throws Refused, the first that applies: `rate_limited` (ten wrong ones in 15 minutes), `code_wrong`.
   */
  prove(personId: PersonId, code: string): Promise<VaultChange>;
  /** Counts a wrong proof of another kind against the same bound. */
  failed(personId: PersonId): void;
  /** @throws Refused `rate_limited`. */
  requireAllowance(personId: PersonId): void;
}

type Parts = {
  readonly store: VaultStore;
  readonly vault: Vault;
  readonly sources: IdentitySources;
  /** Of the hashes of recovery codes. */
  readonly recoveryKey: KeyObject;
};

const use = async (parts: Parts, personId: PersonId, code: string): Promise<VaultChange | undefined> => {
  const entry = await readFactor(parts.store, personId);
  if (entry === undefined || entry.value.confirmedAt === null) return undefined;
  const factor = entry.value;
  if (readRecoveryCode(code) !== undefined) {
    const hash = recoveryHash(parts.recoveryKey, code);
    const recovery = factor.recovery.filter((one) => one !== hash);
    const known = recovery.length < factor.recovery.length;
    return known ? writeFactor(personId, { ...factor, recovery }, entry.version) : undefined;
  }
  const digits = code.replaceAll(/\s/g, '');
  const secret = await openSecret(parts.vault, personId, factor);
  if (secret === undefined) return undefined;
  const lastStep = stepOfCode(secret, digits, parts.sources.realNow(), factor.lastStep);
  return lastStep === undefined ? undefined : writeFactor(personId, { ...factor, lastStep }, entry.version);
};

export const createCodeCheck = (parts: Parts): CodeCheck => {
  const failures = createSlidingWindow({
    limit: identityPolicy.codeFailures,
    windowMs: identityPolicy.codeWindowMs,
    capacity: REMEMBERED_FAILURES,
    now: parts.sources.realNow,
  });
  const requireAllowance = (personId: PersonId): void => {
    const waitMs = failures.waitMs(personId);
    if (waitMs > 0) throw new Refused(reject('rate_limited', { retryAfter: Math.ceil(waitMs / 1_000) }));
  };

  return {
    failed: (personId) => failures.add(personId),
    requireAllowance,
    prove: async (personId, code) => {
      requireAllowance(personId);
      const change = await use(parts, personId, code);
      // Again, so that guesses sent all at once learn no more than guesses sent in turn.
      requireAllowance(personId);
      if (change !== undefined) return change;
      failures.add(personId);
      throw new Refused(reject('code_wrong'));
    },
  };
};
