import { reject, type Rejection } from '@piazza/shared/rejections';
import type { Millis, PersonId } from '@piazza/shared/values';
import { Refusal as Refused } from '../kernel/exchange.ts';
import type { Access, AccessTokens } from './access-tokens.ts';
import type { Families, FamilyGrant, SessionView } from './families.ts';
import type { IdentitySources, PeoplePort } from './ports.ts';
import type { Revocation, RevocationReason, Revocations } from './revocations.ts';

/** What a sign-in or a refresh gives: the access token for the reply, the refresh token for the cookie. */
export interface SignedIn extends Access {
  readonly accessToken: string;
  readonly expiresAt: Millis;
  readonly refreshToken: string;
  /** How long the cookie may live, milliseconds. */
  readonly refreshMaxAgeMs: number;
}

export interface Sessions {
  /** The tokens for a family that has just been opened or rotated. */
  grant(family: FamilyGrant): SignedIn;
  /** @throws Refused `session_expired` for an unknown, expired, reused or suspended person's token. */
  refresh(refreshToken: string | undefined): Promise<SignedIn>;
  /** Ends the session of the token; nothing when it has none. */
  logout(refreshToken: string | undefined): Promise<void>;
  /** Ends every session of the person, sockets included: at a password reset, a suspension, an erasure. */
  revokeAll(personId: PersonId, reason: RevocationReason): Promise<void>;
  /** Ends those sessions of the person, sockets included. */
  end(personId: PersonId, sessionIds: readonly string[]): Promise<void>;
  /** Live sessions of the person, newest last. */
  list(personId: PersonId): Promise<SessionView[]>;
  /** Reads no store. `not_authenticated` for what is not ours, `session_expired` for what has ended. */
  verifyAccess(token: string): Access | Rejection;
  /** Tells of each session that ends before its time, so that its sockets are cut. Returns how to stop listening. */
  onRevoked(listener: (revocation: Revocation) => void): () => void;
}

export const createSessions = (parts: {
  readonly families: Families;
  readonly tokens: AccessTokens;
  readonly revocations: Revocations;
  readonly people: PeoplePort;
  readonly sources: IdentitySources;
}): Sessions => {
  const { families, tokens, revocations, people, sources } = parts;

  const grant = ({ personId, sessionId, refreshToken, expiresAt }: FamilyGrant): SignedIn => ({
    personId,
    sessionId,
    ...tokens.issue({ personId, sessionId }, expiresAt),
    refreshToken,
    refreshMaxAgeMs: expiresAt - sources.realNow(),
  });

  return {
    grant,
    refresh: async (refreshToken) => {
      const family = refreshToken === undefined ? undefined : await families.rotate(refreshToken);
      if (family === undefined) throw new Refused(reject('session_expired'));
      if (people.standing(family.personId).suspended) {
        await families.endAll(family.personId, 'suspension');
        throw new Refused(reject('session_expired'));
      }
      return grant(family);
    },
    logout: async (refreshToken) => {
      if (refreshToken !== undefined) await families.end(refreshToken);
    },
    revokeAll: (personId, reason) => families.endAll(personId, reason),
    end: (personId, sessionIds) => families.endSome(personId, sessionIds),
    list: async (personId) => (await families.list(personId)).toSorted((a, b) => a.createdAt - b.createdAt),
    verifyAccess: (token) => {
      const outcome = tokens.verify(token);
      if ('code' in outcome) return outcome;
      if (revocations.has(outcome.sessionId)) return reject('session_expired');
      return { personId: outcome.personId, sessionId: outcome.sessionId };
    },
    onRevoked: (listener) => revocations.listen(listener),
  };
};
