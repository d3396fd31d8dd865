import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { createAccessTokens } from '../../server/src/identity/access-tokens.ts';
import type { Player } from './cast.ts';
import type { TestVenue } from './server.ts';

const sessionOf = (token: string): string => (jwt.decode(token) as { sid: string }).sid;
const keyOf = (venue: TestVenue): Promise<KeyObject> => venue.venue.context.vault.secret('access-token', 32);

/** A token of the player's session, issued at that real time by the venue's own key. */
export async function tokenIssuedAt(
  venue: TestVenue,
  { id, token }: Pick<Player, 'id' | 'token'>,
  issuedAt: number,
): Promise<string> {
  const tokens = createAccessTokens(await keyOf(venue), () => issuedAt);
  return tokens.issue({ personId: id, sessionId: sessionOf(token) }, Number.MAX_SAFE_INTEGER).accessToken;
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Tokens that look like the player's and are no good, by what is wrong with them. */
export async function badTokens(venue: TestVenue, player: Player): Promise<Readonly<Record<string, string>>> {
  const [head = '', body = '', signature = ''] = player.token.split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as object;
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
  const other = createSecretKey(Buffer.alloc(32, 7));
  const signed = (changes: object, key: KeyObject): string => {
    const text = `${head}.${part({ ...claims, ...changes })}`;
    return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
  };
  const own = await keyOf(venue);
  const flipped = signature.startsWith('A') ? 'B' : 'A';
  return {
    'a changed signature': `${head}.${body}.${flipped}${signature.slice(1)}`,
    'no signature': `${head}.${body}.`,
    'other claims under the old signature': `${head}.${part({ ...claims, sub: 'per_1' })}.${signature}`,
    'the algorithm none': `${part({ ...header, alg: 'none' })}.${body}.`,
    'another key': signed({}, other),
    'another issuer': signed({ iss: 'elsewhere' }, own),
    'another audience': signed({ aud: 'elsewhere' }, own),
    'another type': signed({ type: 'refresh' }, own),
    'a person who is nobody': signed({ sub: 'per_zzzzz' }, own),
    'an end without end': signed({ exp: undefined }, own),
    'a past end': await tokenIssuedAt(venue, player, Date.now() - 11 * 60_000),
    'two parts': `${head}.${body}`,
    'a word': 'pizza',
    'too much of it': 'x'.repeat(5_000),
  };
}
