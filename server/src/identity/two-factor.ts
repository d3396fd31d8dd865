import type { KeyObject } from 'node:crypto';
import { reject } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { Refusal as Refused } from '../kernel/exchange.ts';
import type { VaultStore } from '../ports/vault.ts';
import type { Vault } from '../vault/vault.ts';
import { openSecret, readFactor, removeFactor, sealSecret, writeFactor, type Factor } from './factors.ts';
import type { IdentitySources, PeoplePort } from './ports.ts';
import type { Profiles } from './profiles.ts';
import type { CodeCheck } from './prove-code.ts';
import { mintRecoveryCodes, recoveryHash } from './recovery-codes.ts';
import { inviteToTotp, mintTotpSecret, stepOfCode, type TotpInvitation } from './totp.ts';

export interface TwoFactorView {
  /** Since when a code is asked for at sign-in, in real time; null where none is. */
  readonly since: number | null;
  readonly recoveryCodesLeft: number;
}

/** One-time codes of an app as the second factor (RFC 6238), with recovery codes for a lost phone. */
export interface TwoFactor {
  view(personId: PersonId): Promise<TwoFactorView>;
  /** A new secret, good once a first code confirms it. @throws Refused `two_factor_on`. */
  begin(personId: PersonId): Promise<TotpInvitation>;
  /** Turns it on and gives the recovery codes, which are never shown again. @throws Refused `two_factor_on`, `two_factor_off` (nothing was begun), `rate_limited`, `code_wrong`. */
  confirm(personId: PersonId, code: string): Promise<readonly string[]>;
  /** @throws Refused `two_factor_off`, `rate_limited`, `code_wrong`. */
  disable(personId: PersonId, code: string): Promise<void>;
  /** New recovery codes in place of all that were left. @throws Refused `two_factor_off`. */
  renewRecoveryCodes(personId: PersonId): Promise<readonly string[]>;
}

type Parts = {
  readonly store: VaultStore;
  readonly vault: Vault;
  readonly sources: IdentitySources;
  readonly people: PeoplePort;
  readonly profiles: Profiles;
  readonly codes: CodeCheck;
  readonly recoveryKey: KeyObject;
};

const raced = (): Refused => new Refused(reject('stale_revision'));

const begin = async (parts: Parts, personId: PersonId): Promise<TotpInvitation> => {
  const { store, vault, people, profiles } = parts;
  const entry = await readFactor(store, personId);
  if (entry !== undefined && entry.value.confirmedAt !== null) throw new Refused(reject('two_factor_on'));
  const [person, profile] = [people.find(personId), await profiles.read(personId)];
  if (person === undefined || profile === undefined) throw new Refused(reject('not_found'));
  const secret = mintTotpSecret();
  const sealed = await sealSecret(vault, person.subject, personId, secret);
  const factor: Factor = { sealed, confirmedAt: null, lastStep: -1, recovery: [] };
  if (!(await store.commit([writeFactor(personId, factor, entry?.version ?? 0)]))) throw raced();
  return inviteToTotp(secret, profile.email);
};

const confirm = async (parts: Parts, personId: PersonId, code: string): Promise<readonly string[]> => {
  const { store, vault, sources, codes, recoveryKey } = parts;
  const entry = await readFactor(store, personId);
  if (entry === undefined) throw new Refused(reject('two_factor_off'));
  if (entry.value.confirmedAt !== null) throw new Refused(reject('two_factor_on'));
  codes.requireAllowance(personId);
  const secret = await openSecret(vault, personId, entry.value);
  const step =
    secret === undefined
      ? undefined
      : stepOfCode(secret, code.replaceAll(/\s/g, ''), sources.realNow(), entry.value.lastStep);
  if (step === undefined) {
    codes.failed(personId);
    throw new Refused(reject('code_wrong'));
  }
  const recoveryCodes = mintRecoveryCodes(sources);
  const recovery = recoveryCodes.map((one) => recoveryHash(recoveryKey, one));
  const factor: Factor = { ...entry.value, confirmedAt: sources.realNow(), lastStep: step, recovery };
  if (!(await store.commit([writeFactor(personId, factor, entry.version)]))) throw raced();
  return recoveryCodes;
};

const requireOn = async (parts: Parts, personId: PersonId) => {
  const entry = await readFactor(parts.store, personId);
  if (entry === undefined || entry.value.confirmedAt === null) throw new Refused(reject('two_factor_off'));
  return entry;
};

export const createTwoFactor = (parts: Parts): TwoFactor => ({
  view: async (personId) => {
    const factor = (await readFactor(parts.store, personId))?.value;
    const on = factor !== undefined && factor.confirmedAt !== null;
    return on
      ? { since: factor.confirmedAt, recoveryCodesLeft: factor.recovery.length }
      : { since: null, recoveryCodesLeft: 0 };
  },
  begin: (personId) => begin(parts, personId),
  confirm: (personId, code) => confirm(parts, personId, code),
  disable: async (personId, code) => {
    await requireOn(parts, personId);
    const used = await parts.codes.prove(personId, code);
    if (used.expect === undefined) throw raced();
    if (!(await parts.store.commit([removeFactor(personId, used.expect)]))) throw raced();
  },
  renewRecoveryCodes: async (personId) => {
    const entry = await requireOn(parts, personId);
    const recoveryCodes = mintRecoveryCodes(parts.sources);
    const recovery = recoveryCodes.map((one) => recoveryHash(parts.recoveryKey, one));
    const kept = await parts.store.commit([
      writeFactor(personId, { ...entry.value, recovery }, entry.version),
    ]);
    if (!kept) throw raced();
    return recoveryCodes;
  },
});
