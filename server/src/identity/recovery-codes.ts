import { createHmac, type KeyObject } from 'node:crypto';
import type { VaultSources } from '../vault/sources.ts';

const CODES = 10;
// Without i, l, o and u: nothing that is read for another sign, and no words by chance (Crockford's base 32).
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const SIGNS = 12;

/** Ten codes of 60 random bits, written in groups of four. */
export const mintRecoveryCodes = (sources: VaultSources): string[] =>
  Array.from({ length: CODES }, () => {
    const signs = Array.from(sources.randomBytes(SIGNS), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
    return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)].join('-');
  });

/** How a person may write one: in capitals, with blanks, without the strokes. Undefined for what cannot be one. */
export const readRecoveryCode = (written: string): string | undefined => {
  const signs = written.toLowerCase().replaceAll(/[\s-]/g, '');
  return signs.length === SIGNS && [...signs].every((sign) => ALPHABET.includes(sign)) ? signs : undefined;
};

/** What is kept of a code: a hash under a key of the venue, so that the store alone does not let it be guessed. */
export const recoveryHash = (key: KeyObject, code: string): string =>
  createHmac('sha256', key)
    .update(readRecoveryCode(code) ?? '')
    .digest('hex');
