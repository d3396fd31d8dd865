import { createHash } from 'node:crypto';

/** JSON with sorted keys; Maps become objects with sorted keys. Equal values give equal text, whatever their history. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries: [string, unknown][] = value instanceof Map ? [...value] : Object.entries(value);
  const parts = entries
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${parts.join(',')}}`;
}

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** SHA-256 of the canonical form, hashed piece by piece because the whole may be larger than one string. */
export function stateHash(state: object): string {
  const hash = createHash('sha256');
  const parts = Object.entries(state).toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, part] of parts) {
    hash.update(name);
    for (const piece of pieces(part)) hash.update(piece);
  }
  return hash.digest('hex');
}

function* pieces(part: unknown): Generator<string> {
  if (part === null || typeof part !== 'object' || Array.isArray(part)) {
    yield canonicalJson(part);
    return;
  }
  const entries: [string, unknown][] = part instanceof Map ? [...part] : Object.entries(part);
  for (const [key, inner] of entries.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    yield JSON.stringify(key);
    // One level of Maps deep is where states grow: nouns hold Maps of objects.
    if (inner instanceof Map) yield* pieces(inner);
    else yield canonicalJson(inner);
  }
}

const MAP = '$map';

/** JSON that keeps Maps as Maps, in their order: what snapshots store. */
export const encodeState = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Map ? { [MAP]: [...inner] } : inner));

/** Reads what `encodeState` wrote. */
export const decodeState = (text: string): unknown =>
  JSON.parse(text, (_key, inner: unknown) => {
    const entries = (inner as { [MAP]?: [unknown, unknown][] } | null)?.[MAP];
    return entries === undefined ? inner : new Map(entries);
  });
