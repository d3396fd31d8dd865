import type { DocumentType } from '@piazza/shared/contract';
import type { Scanner } from '../ports/scanner.ts';
import { nameFor } from './name.ts';
import { typeOf } from './type.ts';

/** Why a file is not taken, in one word of a closed list. */
export type Refusal = 'empty' | 'type' | 'name' | 'malware' | 'not_scanned';

export interface Taken {
  readonly name: string;
  readonly type: DocumentType;
}

/** The test file of the European Institute for Computer Antivirus Research, in two parts so that no scanner finds it here. */
const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

async function isClean(bytes: Uint8Array, scanner: Scanner): Promise<boolean | undefined> {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(eicar)) return false;
  return scanner.isClean(bytes).catch(() => undefined);
}

/**
 * Looks at a file before anything of it is kept: what it is by its content, whether its name agrees, and what the
 * scanner says. Where the scanner cannot tell, the file is not taken.
 */
export async function inspect(
  name: string,
  bytes: Uint8Array,
  scanner: Scanner,
): Promise<Taken | { readonly refused: Refusal }> {
  if (bytes.length === 0) return { refused: 'empty' };
  const clean = await isClean(bytes, scanner);
  if (clean !== true) return { refused: clean === false ? 'malware' : 'not_scanned' };
  const type = typeOf(bytes);
  if (type === null) return { refused: 'type' };
  return nameFor(name, type) ?? { refused: 'name' };
}
