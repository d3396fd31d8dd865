import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { reject, type Rejection } from '@piazza/shared/rejections';
import { isId, type Millis, type PersonId } from '@piazza/shared/values';
import { createLru } from '../vault/lru.ts';
import { identityPolicy } from './ports.ts';

const ISSUER = 'piazza';
const AUDIENCE = 'piazza-api';
const HEADER_TYPE = 'at+jwt';
const LONGEST = 1_024;
const CACHED_TOKENS = 10_000;

/** Who a valid access token speaks for. */
export interface Access {
  readonly personId: PersonId;
  /** Token family: one sign-in on one device. */
  readonly sessionId: string;
}

export interface IssuedAccess {
  readonly accessToken: string;
  readonly expiresAt: Millis;
}

/** Signs and checks access tokens: JWT, HS256 and nothing else, ten minutes. */
export interface AccessTokens {
  /** Never outlives `notAfter`. */
  issue(access: Access, notAfter: number): IssuedAccess;
  /** `not_authenticated` for anything that is not ours, `session_expired` for what was. */
  verify(token: string): Access | Rejection;
}

const readClaims = (payload: jwt.JwtPayload | string): Access | undefined => {
  if (typeof payload === 'string') return undefined;
  const { sub, sid, type } = payload as { sub?: unknown; sid?: unknown; type?: unknown };
  if (type !== 'access' || typeof sub !== 'string' || !isId('person', sub) || typeof sid !== 'string')
    return undefined;
  return { personId: sub as PersonId, sessionId: sid };
};

const check = (
  key: KeyObject,
  token: string,
  now: number,
): (Access & { readonly until: number }) | Rejection => {
  try {
    const { header, payload } = jwt.verify(token, key, {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: AUDIENCE,
      clockTimestamp: Math.floor(now / 1_000),
      complete: true,
    });
    const access = header.typ === HEADER_TYPE ? readClaims(payload) : undefined;
    const expiry = typeof payload === 'string' ? undefined : payload.exp;
    if (access === undefined || expiry === undefined) return reject('not_authenticated');
    return { ...access, until: expiry * 1_000 };
  } catch (failure) {
    if (failure instanceof jwt.TokenExpiredError) return reject('session_expired');
    if (failure instanceof jwt.JsonWebTokenError || failure instanceof SyntaxError)
      return reject('not_authenticated');
    throw failure;
  }
};

export const createAccessTokens = (key: KeyObject, realNow: () => number): AccessTokens => {
  const verified = createLru<Access & { readonly until: number }>(CACHED_TOKENS);

  return {
    issue: ({ personId, sessionId }, notAfter) => {
      const issuedAt = Math.floor(realNow() / 1_000);
      const expiry = Math.min(issuedAt + identityPolicy.accessLifeMs / 1_000, Math.floor(notAfter / 1_000));
      const claims = { sid: sessionId, type: 'access', iat: issuedAt, exp: expiry };
      const accessToken = jwt.sign(claims, key, {
        algorithm: 'HS256',
        issuer: ISSUER,
        audience: AUDIENCE,
        subject: personId,
        header: { alg: 'HS256', typ: HEADER_TYPE },
      });
      return { accessToken, expiresAt: (expiry * 1_000) as Millis };
    },
    verify: (token) => {
      if (token.length > LONGEST) return reject('not_authenticated');
      const known = verified.get(token);
      if (known !== undefined && known.until > realNow()) return known;
      verified.delete(token);
      const outcome = check(key, token, realNow());
      if (!('code' in outcome)) verified.set(token, outcome);
      return outcome;
    },
  };
};
