import { createHash } from 'node:crypto';

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** Members in order of their names; those that JSON would drop are dropped. */
const members = (value: object): [string, unknown][] => {
  const entries: [string, unknown][] =
    value instanceof Map ? [...(value as Map<string, unknown>)] : Object.entries(value);
  return entries.filter(([, inner]) => inner !== undefined).toSorted(byKey);
};

/** What keeps itself in another form than the one that counts (a book: by price and time, never by slots). */
const canonicalOf = (value: object): object =>
  'toJSON' in value ? (value as { toJSON(): object }).toJSON() : value;

/** JSON with sorted keys; Maps become objects with sorted keys. Equal values give equal text, whatever their history. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  return `{${members(canonicalOf(value))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`)
    .join(',')}}`;
}

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** The kernel's state holds the venue, the venue its nouns, a noun its Maps: so deep, a part may outgrow one string. */
const splitDepth = 4;

/** The canonical text in pieces. */
function* pieces(value: unknown, depth: number): Generator<string> {
  if (depth === 0 || value === null || typeof value !== 'object' || Array.isArray(value)) {
    yield canonicalJson(value);
    return;
  }
  let mark = '{';
  for (const [key, inner] of members(value)) {
    yield `${mark}${JSON.stringify(key)}:`;
    yield* pieces(inner, depth - 1);
    mark = ',';
  }
  yield mark === '{' ? '{}' : '}';
}

/** SHA-256 of the canonical form, hashed piece by piece because the whole may be larger than one string. */
export function stateHash(state: object): string {
  const hash = createHash('sha256');
  for (const piece of pieces(state, splitDepth)) hash.update(piece);
  return hash.digest('hex');
}
