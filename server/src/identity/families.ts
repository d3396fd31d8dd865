import { timingSafeEqual } from 'node:crypto';
import { isId, type PersonId } from '@piazza/shared/values';
import type { VaultChange, VaultStore } from '../ports/vault.ts';
import { readJson, scanJson, writeJson, type JsonEntry } from '../vault/entries.ts';
import { base64url } from '../vault/sources.ts';
import { unknownDevice, type Device } from './devices.ts';
import { identityPolicy, type IdentitySources } from './ports.ts';
import type { RevocationReason, Revocations } from './revocations.ts';
import { mintToken, tokenHash } from './tokens.ts';

/**
 * `family/<session id>`, one per sign-in. `current` are the hashes of the refresh tokens that work now: one, or a few
 * siblings where tabs refreshed at once. `previous` is the one they replaced.
 */
interface Family {
  readonly personId: PersonId;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly rotatedAt: number;
  readonly current: readonly string[];
  readonly previous: string | null;
  /** When its person last proved who they are; absent in families of earlier versions. */
  readonly provedAt?: number;
  readonly device?: Device;
}

export interface FamilyGrant {
  readonly personId: PersonId;
  readonly sessionId: string;
  readonly refreshToken: string;
  readonly expiresAt: number;
}

/** One sign-in of a person, as they may see it. All in real time, milliseconds. */
export interface SessionView {
  readonly sessionId: string;
  readonly createdAt: number;
  readonly refreshedAt: number;
  readonly expiresAt: number;
  readonly device: Device;
}

/** Refresh token families: opaque tokens, kept as hashes, replaced at every use. */
export interface Families {
  /** Opens a family in one commit with `guards`; undefined when one of them no longer holds. */
  open(personId: PersonId, guards: readonly VaultChange[], device?: Device): Promise<FamilyGrant | undefined>;
  /** Replaces the token. Undefined when it is unknown or expired, or when its reuse has just ended the family. */
  rotate(refreshToken: string): Promise<FamilyGrant | undefined>;
  /** Ends the family the token is of, whichever of its tokens it is. */
  end(refreshToken: string): Promise<void>;
  endAll(personId: PersonId, reason: RevocationReason): Promise<void>;
  /** Ends those sessions of the person; unknown ones are ended already. */
  endSome(personId: PersonId, sessionIds: readonly string[]): Promise<void>;
  list(personId: PersonId): Promise<SessionView[]>;
  /** When the person last proved who they are in this session; undefined for a session that is over. */
  provedAt(sessionId: string): Promise<number | undefined>;
  /** Notes that they have just proved it, in one commit with `further`; false when that lost against a change. */
  prove(sessionId: string, further: readonly VaultChange[]): Promise<boolean>;
}

const PREFIX = 'family/';
const familyKey = (sessionId: string): string => `${PREFIX}${sessionId}`;
const TRIES = 10;

// <person>.<random>.<secret>: the first two name the family, so that a person's families lie together.
const parse = (token: string): { sessionId: string; hash: string } | undefined => {
  const [person = '', random = '', secret = '', ...rest] = token.split('.');
  const shaped = isId('person', person) && /^[\w-]{22}$/.test(random) && /^[\w-]{43}$/.test(secret);
  return shaped && rest.length === 0
    ? { sessionId: `${person}.${random}`, hash: tokenHash(secret) }
    : undefined;
};

const same = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'));

/**
 * The family after a token with this hash was used and another with `nextHash` given out; undefined for reuse.
 *
 * Two tabs that refresh at once present the same token, and the answer to one may be lost by a reload: within the
 * grace the token just replaced gets a successor of its own. No token is ever given out twice, and using one sibling
 * ends the others, so a thief who got in through the grace is found out at the next refresh of either.
 */
const succeed = (family: Family, hash: string, nextHash: string, now: number): Family | undefined => {
  if (family.current.some((known) => same(known, hash))) {
    return { ...family, current: [nextHash], previous: hash, rotatedAt: now };
  }
  const inGrace =
    family.previous !== null &&
    same(family.previous, hash) &&
    now - family.rotatedAt <= identityPolicy.refreshGraceMs &&
    family.current.length < identityPolicy.refreshSiblings;
  return inGrace ? { ...family, current: [...family.current, nextHash] } : undefined;
};

type Parts = {
  readonly store: VaultStore;
  readonly sources: IdentitySources;
  readonly revocations: Revocations;
};

const endFamilies = async (
  { store, revocations }: Parts,
  personId: PersonId,
  sessionIds: readonly string[],
  reason: RevocationReason,
): Promise<void> => {
  if (sessionIds.length === 0) return;
  const ended = sessionIds.map((sessionId) => ({ sessionId, personId, reason }));
  await store.commit(
    ended.flatMap((one) => [{ key: familyKey(one.sessionId), value: null }, revocations.record(one)]),
  );
  for (const one of ended) revocations.announce(one);
};

const openFamily = async (
  { store, sources }: Parts,
  personId: PersonId,
  guards: readonly VaultChange[],
  device: Device,
): Promise<FamilyGrant | undefined> => {
  const sessionId = `${personId}.${base64url(sources.randomBytes(16))}`;
  const secret = mintToken(sources);
  const now = sources.realNow();
  const expiresAt = now + identityPolicy.familyLifeMs;
  const times = { createdAt: now, rotatedAt: now, expiresAt, provedAt: now };
  const family: Family = { personId, ...times, current: [tokenHash(secret)], previous: null, device };
  const kept = await store.commit([writeJson(familyKey(sessionId), family, 0), ...guards]);
  return kept ? { personId, sessionId, refreshToken: `${sessionId}.${secret}`, expiresAt } : undefined;
};

const rotateOnce = async (
  parts: Parts,
  entry: JsonEntry<Family>,
  sessionId: string,
  hash: string,
): Promise<FamilyGrant | 'reused' | 'raced'> => {
  const secret = mintToken(parts.sources);
  const next = succeed(entry.value, hash, tokenHash(secret), parts.sources.realNow());
  if (next === undefined) return 'reused';
  if (!(await parts.store.commit([writeJson(entry.key, next, entry.version)]))) return 'raced';
  const { personId, expiresAt } = next;
  return { personId, sessionId, refreshToken: `${sessionId}.${secret}`, expiresAt };
};

const rotate = async (parts: Parts, refreshToken: string): Promise<FamilyGrant | undefined> => {
  const token = parse(refreshToken);
  if (token === undefined) return undefined;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const entry = await readJson<Family>(parts.store, familyKey(token.sessionId));
    if (entry === undefined || entry.value.expiresAt <= parts.sources.realNow()) return undefined;
    const outcome = await rotateOnce(parts, entry, token.sessionId, token.hash);
    if (outcome === 'reused') {
      await endFamilies(parts, entry.value.personId, [token.sessionId], 'reuse');
      return undefined;
    }
    if (outcome !== 'raced') return outcome;
  }
  return undefined;
};

const listFamilies = async (store: VaultStore, personId: PersonId): Promise<JsonEntry<Family>[]> => {
  const found: JsonEntry<Family>[] = [];
  for await (const entry of scanJson<Family>(store, familyKey(`${personId}.`))) found.push(entry);
  return found;
};

const proveNow = async (
  { store, sources }: Parts,
  sessionId: string,
  further: readonly VaultChange[],
): Promise<boolean> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const entry = await readJson<Family>(store, familyKey(sessionId));
    if (entry === undefined) return false;
    const proved = { ...entry.value, provedAt: sources.realNow() };
    if (await store.commit([writeJson(entry.key, proved, entry.version), ...further])) return true;
    // A refresh in between is no obstacle; a code that somebody else has just used is.
    const now = await readJson<Family>(store, familyKey(sessionId));
    if (now?.version === entry.version) return false;
  }
  return false;
};

const sessionOf = (entry: JsonEntry<Family>): string => entry.key.slice(PREFIX.length);

export const createFamilies = (parts: Parts): Families => ({
  open: (personId, guards, device = unknownDevice) => openFamily(parts, personId, guards, device),
  rotate: (refreshToken) => rotate(parts, refreshToken),
  end: async (refreshToken) => {
    const token = parse(refreshToken);
    const entry = token && (await readJson<Family>(parts.store, familyKey(token.sessionId)));
    if (entry !== undefined) await endFamilies(parts, entry.value.personId, [sessionOf(entry)], 'logout');
  },
  endAll: async (personId, reason) => {
    const sessionIds = (await listFamilies(parts.store, personId)).map(sessionOf);
    await endFamilies(parts, personId, sessionIds, reason);
  },
  endSome: async (personId, sessionIds) => {
    const own = (await listFamilies(parts.store, personId)).map(sessionOf);
    await endFamilies(
      parts,
      personId,
      own.filter((one) => sessionIds.includes(one)),
      'ended',
    );
  },
  provedAt: async (sessionId) => {
    const family = (await readJson<Family>(parts.store, familyKey(sessionId)))?.value;
    return family && (family.provedAt ?? 0);
  },
  prove: (sessionId, further) => proveNow(parts, sessionId, further),
  list: async (personId) =>
    (await listFamilies(parts.store, personId))
      .filter(({ value }) => value.expiresAt > parts.sources.realNow())
      .map((entry) => ({
        sessionId: sessionOf(entry),
        createdAt: entry.value.createdAt,
        refreshedAt: entry.value.rotatedAt,
        expiresAt: entry.value.expiresAt,
        device: entry.value.device ?? unknownDevice,
      })),
});
