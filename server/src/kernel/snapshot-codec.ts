import { Book, type BookJson } from '../domain/market/index.ts';
import type { KernelState } from './state.ts';

// A snapshot is lines of text: first the state with its large Maps empty, then their entries, a group per line:
// [path of the Map, [[key, value], …]]. So neither side ever needs the whole state as one string.
const MAP = '$map';
const mapDepth = 4;
const groupSize = 256;

type Path = readonly string[];

const encode = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Map ? { [MAP]: [...inner] } : inner));

const decode = (text: string): unknown =>
  JSON.parse(text, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null) return inner;
    if ('$book' in inner) return Book.from(inner as BookJson);
    return MAP in inner ? new Map(inner[MAP] as [unknown, unknown][]) : inner;
  });

/** The Maps within `mapDepth` members of the root, each with its path. */
function* largeMaps(value: unknown, path: Path = []): Generator<[Path, Map<unknown, unknown>]> {
  if (value instanceof Map) yield [path, value];
  else if (typeof value === 'object' && value !== null && !Array.isArray(value) && path.length < mapDepth)
    for (const [key, inner] of Object.entries(value)) yield* largeMaps(inner, [...path, key]);
}

function hollow(value: unknown, depth = 0): unknown {
  if (value instanceof Map) return new Map();
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth === mapDepth) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hollow(inner, depth + 1)]));
}

function* lines(state: KernelState): Generator<string> {
  yield encode(hollow(state));
  for (const [path, map] of largeMaps(state)) {
    let group: unknown[] = [];
    for (const entry of map) {
      group.push(entry);
      if (group.length < groupSize) continue;
      yield encode([path, group]);
      group = [];
    }
    if (group.length > 0) yield encode([path, group]);
  }
}

/** The state as chunks of at most `size` bytes, for a snapshot store. Maps keep the order of their entries. */
export function* snapshotChunks(state: KernelState, size: number): Generator<Uint8Array> {
  let chunk = Buffer.allocUnsafe(size);
  let filled = 0;
  for (const line of lines(state)) {
    const bytes = Buffer.from(`${line}\n`, 'utf8');
    for (let at = 0; at < bytes.length;) {
      const copied = bytes.copy(chunk, filled, at);
      at += copied;
      filled += copied;
      if (filled < size) continue;
      yield chunk;
      chunk = Buffer.allocUnsafe(size);
      filled = 0;
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled);
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let open: Uint8Array[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      yield Buffer.concat([...open, chunk.subarray(start, end)]).toString('utf8');
      open = [];
      start = end + 1;
    }
    if (start < chunk.length) open.push(chunk.subarray(start));
  }
  if (open.length > 0) throw new SyntaxError('a snapshot that is cut short');
}

function mapAt(state: unknown, path: Path): Map<unknown, unknown> {
  let at = state;
  for (const key of path) at = (at as Record<string, unknown>)[key];
  if (!(at instanceof Map)) throw new TypeError(`a snapshot fills ${path.join('.')}, which is no Map`);
  return at;
}

/** Reads what `snapshotChunks` wrote. @throws SyntaxError or TypeError when it is something else */
export async function readSnapshotChunks(chunks: AsyncIterable<Uint8Array>): Promise<KernelState> {
  let state: unknown;
  for await (const line of linesOf(chunks)) {
    const value = decode(line);
    if (state === undefined) {
      state = value;
      continue;
    }
    const [path, entries] = value as [Path, [unknown, unknown][]];
    const map = mapAt(state, path);
    for (const [key, entry] of entries) map.set(key, entry);
  }
  if (state === undefined) throw new TypeError('a snapshot without a state');
  return state as KernelState;
}
