import { createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { expect } from 'chai';
import jwt from 'jsonwebtoken';
import { createAccessTokens } from '../../../server/src/identity/access-tokens.ts';
import type { PersonId } from '@piazza/shared/values';

const MINUTE_MS = 60_000;
const access = { personId: 'per_1' as PersonId, sessionId: 'per_1.abc' };

const bench = () => {
  const clock = { now: Date.UTC(2026, 0, 15) };
  const key = createSecretKey(randomBytes(32));
  const tokens = createAccessTokens(key, () => clock.now);
  const { accessToken } = tokens.issue(access, clock.now + 60 * MINUTE_MS);
  const seconds = clock.now / 1_000;
  const claims = {
    sub: 'per_1',
    sid: 'per_1.abc',
    type: 'access',
    iss: 'piazza',
    aud: 'piazza-api',
    iat: seconds,
  };
  const header = { alg: 'HS256', typ: 'at+jwt' };
  return { clock, key, tokens, accessToken, claims: { ...claims, exp: seconds + 600 }, header };
};
const text = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('an access token', () => {
  it('says who and in which session, and nothing personal', () => {
    const { tokens, accessToken, claims, header } = bench();
    expect(tokens.verify(accessToken)).to.include(access);
    const decoded = jwt.decode(accessToken, { complete: true });
    expect(decoded?.payload).to.deep.equal(claims);
    expect(decoded?.header).to.deep.equal(header);
  });

  it('is good for ten minutes, however often it was seen', () => {
    const { clock, tokens, accessToken } = bench();
    clock.now += 10 * MINUTE_MS - 1;
    expect(tokens.verify(accessToken)).to.include(access);
    clock.now += 1;
    expect(tokens.verify(accessToken)).to.deep.equal({ code: 'session_expired' });
    expect(tokens.verify(accessToken)).to.deep.equal({ code: 'session_expired' });
  });

  it('is refused when a single character is changed', () => {
    const { tokens, accessToken } = bench();
    tokens.verify(accessToken);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (let at = 0; at < accessToken.length; at += 1) {
      const old = alphabet.indexOf(accessToken[at]!);
      // The top bit of the six: the last character of a part carries fewer bits than it has.
      const changed = accessToken[at] === '.' ? 'x' : alphabet[old ^ 32]!;
      const forged = accessToken.slice(0, at) + changed + accessToken.slice(at + 1);
      expect(tokens.verify(forged), `character ${at}`).to.deep.equal({ code: 'not_authenticated' });
    }
  });

  it('is refused without a signature, or under another algorithm', () => {
    const { tokens, key, claims } = bench();
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const typ = 'at+jwt';
    const forged = [
      `${text({ alg: 'none', typ })}.${text(claims)}.`,
      `${text({ alg: 'None', typ })}.${text(claims)}.`,
      jwt.sign(claims, null, { algorithm: 'none', header: { alg: 'none', typ } }),
      jwt.sign(claims, key, {
        algorithm: 'HS512',
        header: { alg: 'HS512', typ },
        allowInsecureKeySizes: true,
      }),
      jwt.sign(claims, privateKey, { algorithm: 'RS256', header: { alg: 'RS256', typ } }),
    ];
    for (const token of forged) expect(tokens.verify(token)).to.deep.equal({ code: 'not_authenticated' });
  });

  it('is refused when signed by another key', () => {
    const { tokens, claims, header } = bench();
    const token = jwt.sign(claims, createSecretKey(randomBytes(32)), { header });
    expect(tokens.verify(token)).to.deep.equal({ code: 'not_authenticated' });
  });

  it('is refused for another audience, issuer, type or purpose', () => {
    const { tokens, key, claims, header } = bench();
    const sign = (change: object, otherHeader: object = {}) =>
      jwt.sign({ ...claims, ...change }, key, { header: { ...header, ...otherHeader } });
    expect(tokens.verify(sign({}))).to.include(access);
    const { exp: _exp, ...endless } = claims;
    const forged = [
      sign({ aud: 'another-api' }),
      sign({ iss: 'another-venue' }),
      sign({ type: 'refresh' }),
      sign({ type: undefined }),
      sign({ sub: 'someone' }),
      sign({ sid: 7 }),
      jwt.sign(endless, key, { header }),
      sign({}, { typ: 'JWT' }),
    ];
    for (const [index, token] of forged.entries()) {
      expect(tokens.verify(token), `forgery ${index}`).to.deep.equal({ code: 'not_authenticated' });
    }
  });

  it('is refused when it is no token at all', () => {
    const { tokens } = bench();
    for (const token of ['', '.', '..', 'a.b.c', 'null', 'x'.repeat(100_000), '{"alg":"none"}', '💥.💥.💥']) {
      expect(tokens.verify(token)).to.deep.equal({ code: 'not_authenticated' });
    }
  });
});
