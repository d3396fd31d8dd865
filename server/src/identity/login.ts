import { reject } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { Refusal as Refused } from '../kernel/exchange.ts';
import type { VaultStore } from '../ports/vault.ts';
import { readCredentials, writeCredentials, type Credentials } from './credentials.ts';
import { deviceOf, type Device } from './devices.ts';
import type { EmailIndex } from './email-index.ts';
import type { Families, FamilyGrant } from './families.ts';
import type { Passwords } from './passwords.ts';
import { identityPolicy, type IdentitySources, type PeoplePort } from './ports.ts';
import type { Registration } from './registration.ts';
import type { SecondStep } from './second-step.ts';
import type { Sessions, SignedIn } from './sessions.ts';
import { createSlidingWindow, type SlidingWindow } from './window.ts';

const REMEMBERED_FAILURES = 10_000;
const TRIES = 20;

export interface LoginRequest {
  readonly email: string;
  readonly password: string;
  readonly clientAddress: string;
  readonly userAgent?: string;
}

/**
 * Signs in with email and password.
 * @throws Refused, the first that applies: `rate_limited` (ten failures in 15 minutes from one address on one
 * account), `wrong_credentials`, `email_not_verified`, `account_suspended`, `second_factor_needed`.
 */
export type Login = (request: LoginRequest) => Promise<SignedIn>;

type Parts = {
  readonly store: VaultStore;
  readonly sources: IdentitySources;
  readonly people: PeoplePort;
  readonly emails: EmailIndex;
  readonly passwords: Passwords;
  readonly registration: Registration;
  readonly families: Families;
  readonly sessions: Sessions;
  readonly secondStep: Pick<SecondStep, 'demand'>;
};

interface Candidate {
  readonly personId?: PersonId;
  readonly credentials?: Credentials;
  readonly passwordHash: string | undefined;
}

const find = async ({ store, emails, registration }: Parts, emailHash: string): Promise<Candidate> => {
  const personId = await emails.personOf(emailHash);
  if (personId === undefined) return { passwordHash: await registration.pendingPasswordHash(emailHash) };
  const credentials = (await readCredentials(store, personId))?.value;
  if (credentials === undefined) return { passwordHash: undefined };
  return { personId, credentials, passwordHash: credentials.passwordHash };
};

const requireAllowance = (failures: SlidingWindow, key: string): void => {
  const waitMs = failures.waitMs(key);
  if (waitMs > 0) throw new Refused(reject('rate_limited', { retryAfter: Math.ceil(waitMs / 1_000) }));
};

/**
 * Opens the family only where the password proved is still the person's: a reset that comes in between wins, and so
 * ends this session with the others.
 */
const openFamily = async (
  parts: Parts,
  personId: PersonId,
  proved: Credentials,
  password: string,
  device: Device,
): Promise<FamilyGrant> => {
  const { store, passwords, families } = parts;
  const outdated = passwords.isOutdated(proved.passwordHash);
  const passwordHash = outdated ? await passwords.hash(password) : undefined;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const entry = await readCredentials(store, personId);
    if (entry?.value.generation !== proved.generation) break;
    const kept = passwordHash === undefined ? entry.value : { ...entry.value, passwordHash };
    const grant = await families.open(personId, [writeCredentials(personId, kept, entry.version)], device);
    if (grant !== undefined) return grant;
  }
  throw new Refused(reject('wrong_credentials'));
};

export const createLogin = (parts: Parts): Login => {
  const failures = createSlidingWindow({
    limit: identityPolicy.loginFailures,
    windowMs: identityPolicy.loginWindowMs,
    capacity: REMEMBERED_FAILURES,
    now: parts.sources.realNow,
  });

  return async ({ email, password, clientAddress, userAgent = '' }) => {
    const emailHash = parts.emails.hash(email);
    const { personId, credentials, passwordHash } = await find(parts, emailHash);
    // A new password starts a new count: whoever has just reset it is not kept out by the failures before.
    const attempt = `${emailHash} ${credentials?.generation ?? 0} ${clientAddress}`;
    requireAllowance(failures, attempt);
    const matches = await parts.passwords.matches(passwordHash, password);
    // Again, so that guesses sent all at once learn no more than guesses sent in turn.
    requireAllowance(failures, attempt);
    if (!matches) {
      failures.add(attempt);
      throw new Refused(reject('wrong_credentials'));
    }
    failures.clear(attempt);
    if (personId === undefined || credentials === undefined) throw new Refused(reject('email_not_verified'));
    if (parts.people.standing(personId).suspended) throw new Refused(reject('account_suspended'));
    const device = deviceOf(userAgent);
    await parts.secondStep.demand(personId, credentials.generation, device);
    return parts.sessions.grant(await openFamily(parts, personId, credentials, password, device));
  };
};
