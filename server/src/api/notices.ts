import type { PersonId } from '@piazza/shared/values';
import type { HistoryStore } from '../ports/history.ts';
import { noticeStream, type NoticeLine } from '../projections/notices.ts';

/** Position of a notice id "seq.line", for comparing. */
function order(id: string): [number, number] {
  const [seq, line] = id.split('.').map(Number);
  return [seq ?? 0, line ?? 0];
}
function isAfter(id: string, other: string): boolean {
  const [[seqA, lineA], [seqB, lineB]] = [order(id), order(other)];
  return seqA > seqB || (seqA === seqB && lineA > lineB);
}

/** How many notices of the person follow the one with that id. Found by halving: ids grow with their place. */
export async function noticesAfter(
  history: HistoryStore,
  person: PersonId,
  readUpTo: string,
): Promise<number> {
  const stream = noticeStream(person);
  const newest = await history.length(stream);
  let [read, unread] = [0, newest + 1];
  while (unread - read > 1) {
    const middle = Math.floor((read + unread) / 2);
    const [entry] = await history.page(stream, { after: middle - 1, limit: 1 });
    if (entry !== undefined && isAfter((entry.value as NoticeLine).id, readUpTo)) unread = middle;
    else read = middle;
  }
  return newest - read;
}

/** Up to where the person has read after reading `upTo`: never back, and never beyond what there is to read. */
export async function readMark(
  history: HistoryStore,
  person: PersonId,
  before: string,
  upTo: string,
): Promise<string> {
  const [newest] = await history.page(noticeStream(person), { limit: 1 });
  const last = newest === undefined ? '0.0' : (newest.value as NoticeLine).id;
  const wanted = isAfter(upTo, last) ? last : upTo;
  return isAfter(wanted, before) ? wanted : before;
}
