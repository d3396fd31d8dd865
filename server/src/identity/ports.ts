import type { Locale, Role } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import type { PersonId } from '@piazza/shared/values';
import type { CommandKey } from '../kernel/record.ts';
import type { SealedRef } from '../vault/sealed.ts';
import type { VaultSources } from '../vault/sources.ts';

/** What the venue's state knows of people; implemented over the kernel. */
export interface PeoplePort {
  /**
   * Journals the registration. The same key answers with the same person, so that a crash between this and the
   * credentials heals when the link is opened again; the profile then journaled is the first one's.
   */
  register(person: NewPerson, key: CommandKey): Promise<PersonId>;
  /** Undefined when unknown or erased. */
  find(personId: PersonId): { readonly subject: string; readonly profile: SealedRef } | undefined;
  standing(personId: PersonId): { readonly suspended: boolean };
}

export interface NewPerson {
  readonly subject: string;
  readonly profile: SealedRef;
  readonly roles: readonly Role[];
  readonly locale: Locale;
}

/** The personal fields of a person, sealed in the vault. */
export interface Profile {
  readonly email: string;
  readonly displayName: string;
  readonly locale: Locale;
}

export interface IdentitySources extends VaultSources {
  /** Resolves after that many milliseconds of real time. */
  readonly sleep: (ms: number) => Promise<void>;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Lifetimes and limits of accounts, all in real time. */
export const identityPolicy = {
  accessLifeMs: 10 * MINUTE_MS,
  /** From the sign-in, not from the last refresh. */
  familyLifeMs: policy.signInsKeptMs,
  refreshGraceMs: 10 * SECOND_MS,
  /** Successors that one refresh token gets at most within the grace: tabs that open together. */
  refreshSiblings: 8,
  verificationLifeMs: DAY_MS,
  resetLifeMs: HOUR_MS,
  /** How long one link holds an address while its account is being made. */
  claimLifeMs: MINUTE_MS,
  pendingPerAddress: 5,
  loginFailures: 10,
  loginWindowMs: 15 * MINUTE_MS,
  /** Between the password and the second factor. */
  pendingLoginLifeMs: 5 * MINUTE_MS,
  /** Codes that may be tried for one password that was right. */
  pendingLoginTries: 5,
  /** Wrong codes of one person, whatever they are tried for. */
  codeFailures: 10,
  codeWindowMs: 15 * MINUTE_MS,
  /** How long a challenge of a passkey waits for its answer. */
  ceremonyLifeMs: 5 * MINUTE_MS,
  passkeysPerPerson: 10,
  /** How long a proof counts as fresh for what asks for one. */
  freshMs: 5 * MINUTE_MS,
  mailsPerAddress: 5,
  mailWindowMs: HOUR_MS,
  /** Replies that must not tell whether an address is known take at least this long. */
  evenReplyMs: 250,
  outboxMails: 1_000,
} as const;
