import { createHash } from 'node:crypto';
import { base64url, type VaultSources } from '../vault/sources.ts';

/** A one-time token: 32 random bytes as 43 characters of base64url. Only its hash is ever kept. */
export const mintToken = (sources: VaultSources): string => base64url(sources.randomBytes(32));

/** SHA-256, hex. The token is random, so the hash needs neither salt nor slowness. */
export const tokenHash = (token: string): string => createHash('sha256').update(token, 'utf8').digest('hex');

const SIGNS = 12;

/** A name in the form of the venue's ids for something whose own name stays here: 62 bits of its hash. */
export const shortId = (prefix: string, name: string): string => {
  const hash = createHash('sha256').update(name, 'utf8').digest();
  const short = hash.readBigUInt64BE() % 36n ** BigInt(SIGNS);
  return `${prefix}_${short.toString(36).padStart(SIGNS, '0')}`;
};
