import { policy } from '@piazza/shared/policy';

/** One entry of a ZIP as its central directory tells it; nothing is ever unpacked. */
export interface ArchiveEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const ENCRYPTED = 0x1;
const stored = 0;
const deflated = 8;

// Neither absolute nor upwards, no drive, no backslash, nothing that does not print.
const safeName = /^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\:\p{Cc}]{1,512}$/u;

function entryAt(
  view: DataView,
  bytes: Uint8Array,
  at: number,
): { entry: ArchiveEntry; next: number } | null {
  if (at + CENTRAL_BYTES > bytes.length || view.getUint32(at, true) !== CENTRAL) return null;
  const nameBytes = view.getUint16(at + 28, true);
  const next = at + CENTRAL_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const encrypted = (view.getUint16(at + 8, true) & ENCRYPTED) !== 0;
  if (encrypted || next > bytes.length) return null;
  const name = Buffer.from(bytes.buffer, bytes.byteOffset + at + CENTRAL_BYTES, nameBytes).toString('utf8');
  const entry = {
    name,
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    unpacked: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  return { entry, next };
}

/** Its own size and that of the whole stay within bounds: what swells when it is opened harms whoever opens it. */
function isSound(entries: readonly ArchiveEntry[], directoryAt: number): boolean {
  const names = new Set(entries.map(({ name }) => name));
  const unpacked = entries.reduce((sum, one) => sum + one.unpacked, 0);
  const packed = entries.reduce((sum, one) => sum + one.packed, 0);
  return (
    names.size === entries.length &&
    unpacked <= policy.archiveMaxBytes &&
    unpacked <= Math.max(packed, 1_024) * policy.archiveMaxRatio &&
    packed <= directoryAt &&
    entries.every(
      ({ name, method, offset }) =>
        safeName.test(name) && (method === stored || method === deflated) && offset < directoryAt,
    )
  );
}

/**
 * The entries of a ZIP that is nothing but a ZIP: it begins with its first entry and ends with its directory, has no
 * comment, no encryption, no entry twice and no name that leads elsewhere. Null for everything else.
 */
export function entriesOf(bytes: Uint8Array): readonly ArchiveEntry[] | null {
  const endAt = bytes.length - END_BYTES;
  if (endAt < 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== LOCAL || view.getUint32(endAt, true) !== END) return null;
  const count = view.getUint16(endAt + 10, true);
  const directoryAt = view.getUint32(endAt + 16, true);
  const directoryEnds = directoryAt + view.getUint32(endAt + 12, true);
  if (count === 0 || count > policy.archiveMaxEntries || directoryEnds !== endAt) return null;
  const entries: ArchiveEntry[] = [];
  let at = directoryAt;
  for (let index = 0; index < count; index += 1) {
    const found = entryAt(view, bytes, at);
    if (found === null) return null;
    entries.push(found.entry);
    at = found.next;
  }
  const beginsWithFirst = entries.some(({ offset }) => offset === 0);
  return at === directoryEnds && beginsWithFirst && isSound(entries, directoryAt) ? entries : null;
}

/** The text of an entry that is kept as it is; null for one that is packed or too long. */
export function storedText(bytes: Uint8Array, entry: ArchiveEntry, most: number): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, method, unpacked } = entry;
  if (method !== stored || unpacked > most || offset + 30 > bytes.length) return null;
  if (view.getUint32(offset, true) !== LOCAL) return null;
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return from + unpacked > bytes.length
    ? null
    : Buffer.from(bytes.buffer, bytes.byteOffset + from, unpacked).toString('latin1');
}
