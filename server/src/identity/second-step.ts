import { reject } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { Refusal as Refused } from '../kernel/exchange.ts';
import type { VaultChange, VaultStore } from '../ports/vault.ts';
import { readJson, writeJson, type JsonEntry } from '../vault/entries.ts';
import { readCredentials, writeCredentials } from './credentials.ts';
import { deviceOf, type Device } from './devices.ts';
import { readFactor } from './factors.ts';
import type { Families } from './families.ts';
import type { Asked, Passkeys } from './passkeys.ts';
import { identityPolicy, type IdentitySources, type PeoplePort } from './ports.ts';
import type { CodeCheck } from './prove-code.ts';
import type { Sessions, SignedIn } from './sessions.ts';
import { mintToken, tokenHash } from './tokens.ts';

/** `login/<token hash>`: a password that was right and waits for the second factor. */
interface PendingLogin {
  readonly personId: PersonId;
  /** Of the credentials that were proved: a new password in between ends the wait. */
  readonly generation: number;
  readonly device: Device;
  readonly expiresAt: number;
  readonly tries: number;
}

/** What comes after the password, or stands in its place. */
export interface SecondStep {
  /** @throws Refused `second_factor_needed` with the token of the second step and its `methods`, where one is on. */
  demand(personId: PersonId, generation: number, device: Device): Promise<void>;
  /**
   * Signs in with a code of the app or a recovery code.
   * @throws Refused, the first that applies: `sign_in_expired` (five minutes, five tries), `account_suspended`,
   * `rate_limited`, `code_wrong`.
   */
  byCode(pending: string, code: string): Promise<SignedIn>;
  /** Asks for a passkey: as the second factor where `pending` is given, else of whoever answers. @throws Refused `sign_in_expired`. */
  askPasskey(pending: string | undefined): Promise<Asked>;
  /** @throws Refused `sign_in_expired`, `passkey_refused`, `account_suspended`. */
  byPasskey(
    answer: { readonly ceremony: string; readonly credential: string },
    pending: string | undefined,
    userAgent: string,
  ): Promise<SignedIn>;
}

type Parts = {
  readonly store: VaultStore;
  readonly sources: IdentitySources;
  readonly people: PeoplePort;
  readonly families: Families;
  readonly sessions: Pick<Sessions, 'grant'>;
  readonly codes: CodeCheck;
  readonly passkeys: Passkeys;
};

const loginKey = (token: string): string => `login/${tokenHash(token)}`;
const expired = (): Refused => new Refused(reject('sign_in_expired'));
const TRIES = 5;

/** What a person may prove themselves with beside the password; nothing where two-factor is off. */
export const methodsOf = async (
  { store, passkeys }: Pick<Parts, 'store' | 'passkeys'>,
  personId: PersonId,
): Promise<readonly string[]> => {
  const factor = (await readFactor(store, personId))?.value;
  if (factor === undefined || factor.confirmedAt === null) return [];
  const more = (await passkeys.list(personId)).length > 0 ? ['passkey'] : [];
  return ['code', ...more];
};

const demand = async (
  parts: Parts,
  personId: PersonId,
  generation: number,
  device: Device,
): Promise<void> => {
  const methods = await methodsOf(parts, personId);
  if (methods.length === 0) return;
  const token = mintToken(parts.sources);
  const expiresAt = parts.sources.realNow() + identityPolicy.pendingLoginLifeMs;
  const pending: PendingLogin = { personId, generation, device, expiresAt, tries: 0 };
  await parts.store.commit([writeJson(loginKey(token), pending, 0)]);
  throw new Refused(reject('second_factor_needed', { pending: token, methods }));
};

/** The login that waits. @throws Refused `sign_in_expired`, `account_suspended`. */
const pick = async (parts: Parts, token: string): Promise<JsonEntry<PendingLogin>> => {
  const entry = await readJson<PendingLogin>(parts.store, loginKey(token));
  if (entry === undefined || entry.value.expiresAt <= parts.sources.realNow()) throw expired();
  if (entry.value.tries >= identityPolicy.pendingLoginTries) throw expired();
  if (parts.people.standing(entry.value.personId).suspended) throw new Refused(reject('account_suspended'));
  return entry;
};

/** Counts a try before it is made: many at once are as many. */
const count = async (parts: Parts, token: string): Promise<JsonEntry<PendingLogin>> => {
  for (let tries = 0; tries < identityPolicy.pendingLoginTries; tries += 1) {
    const entry = await pick(parts, token);
    const counted = { ...entry.value, tries: entry.value.tries + 1 };
    if (!(await parts.store.commit([writeJson(entry.key, counted, entry.version)]))) continue;
    const kept = await readJson<PendingLogin>(parts.store, entry.key);
    if (kept !== undefined) return kept;
  }
  throw expired();
};

/**
 * Opens a session where the person's credentials still stand (without them nobody enters any more), in one commit with
 * what was used up for it.
 */
const enter = async (
  parts: Parts,
  login: Pick<PendingLogin, 'personId' | 'device'> & { readonly generation?: number },
  used: readonly VaultChange[],
): Promise<SignedIn> => {
  const { store, families, sessions } = parts;
  const { personId, device, generation } = login;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const entry = await readCredentials(store, personId);
    if (entry === undefined || (generation ?? entry.value.generation) !== entry.value.generation) break;
    const standing = writeCredentials(personId, entry.value, entry.version);
    const grant = await families.open(personId, [standing, ...used], device);
    if (grant !== undefined) return sessions.grant(grant);
    const now = await readCredentials(store, personId);
    if (now?.version === entry.version) break;
  }
  throw expired();
};

const byPasskey = async (
  parts: Parts,
  { ceremony, credential }: { readonly ceremony: string; readonly credential: string },
  pending: string | undefined,
  userAgent: string,
): Promise<SignedIn> => {
  const { passkeys, people } = parts;
  const login = pending === undefined ? undefined : await count(parts, pending);
  const purpose = login === undefined ? 'sign_in' : 'second_factor';
  const { personId, used } = await passkeys.prove(purpose, ceremony, credential);
  if (people.standing(personId).suspended) throw new Refused(reject('account_suspended'));
  if (login === undefined) return enter(parts, { personId, device: deviceOf(userAgent) }, [used]);
  if (login.value.personId !== personId) throw new Refused(reject('passkey_refused'));
  return enter(parts, login.value, [used, { key: login.key, value: null, expect: login.version }]);
};

export const createSecondStep = (parts: Parts): SecondStep => ({
  demand: (personId, generation, device) => demand(parts, personId, generation, device),
  byCode: async (pending, code) => {
    const login = await count(parts, pending);
    const used = await parts.codes.prove(login.value.personId, code);
    return enter(parts, login.value, [used, { key: login.key, value: null, expect: login.version }]);
  },
  askPasskey: async (pending) => {
    if (pending === undefined) return parts.passkeys.ask('sign_in', null);
    return parts.passkeys.ask('second_factor', (await pick(parts, pending)).value.personId);
  },
  byPasskey: (answer, pending, userAgent) => byPasskey(parts, answer, pending, userAgent),
});
