/**
 * Many subscribers of one market in a process of their own. Answers each message of its parent with one:
 * `open`, `count`, `drop`, `stall`, `verify`, `close`.
 */
import type { Levels } from '@piazza/shared/depth';
import { Subscriber, type Tally } from './subscriber.ts';

export type Wish =
  | { readonly do: 'open'; readonly url: string; readonly listing: string; readonly count: number }
  | { readonly do: 'count' | 'close' }
  /** So many drops in all, of subscribers in turn, so many under way at once. */
  | { readonly do: 'drop'; readonly times: number; readonly atOnce: number }
  /** The first so many read no more. */
  | { readonly do: 'stall'; readonly count: number }
  /** How many of those that read have another book than this one, once all have heard of `seq`. */
  | { readonly do: 'verify'; readonly book: Levels; readonly seq: number };

/** How long all may take to hear of the newest record. */
const patienceMs = 20_000;
let subscribers: Subscriber[] = [];
let stalled = 0;
let tally: Tally = { trades: 0, frames: 0, snapshots: 0, resyncs: 0, cut: 0 };

async function open(url: string, listing: string, count: number): Promise<object> {
  tally = { trades: 0, frames: 0, snapshots: 0, resyncs: 0, cut: 0 };
  stalled = 0;
  subscribers = Array.from({ length: count }, () => new Subscriber(url, listing, tally));
  for (let at = 0; at < count; at += 50)
    await Promise.all(subscribers.slice(at, at + 50).map((one) => one.connect()));
  return tally;
}

async function drop(times: number, atOnce: number): Promise<object> {
  let left = times;
  const started = performance.now();
  const worker = async (first: number): Promise<void> => {
    for (let at = first; left > 0; at += atOnce) {
      left -= 1;
      await subscribers[at % subscribers.length]?.drop();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, first) => worker(first)));
  return { tookMs: performance.now() - started };
}

async function verify(book: Levels, seq: number): Promise<object> {
  const reading = subscribers.slice(stalled);
  const until = performance.now() + patienceMs;
  while (performance.now() < until && reading.some((one) => (one.seq ?? -1) < seq))
    await new Promise((resolve) => setTimeout(resolve, 50));
  const behind = reading.filter((one) => (one.seq ?? -1) < seq).length;
  const different = reading.filter((one) => !one.equals(book)).length;
  return { checked: reading.length, behind, different };
}

function answer(wish: Wish): Promise<object> | object {
  switch (wish.do) {
    case 'open':
      return open(wish.url, wish.listing, wish.count);
    case 'count':
      return tally;
    case 'drop':
      return drop(wish.times, wish.atOnce);
    case 'stall':
      stalled = wish.count;
      for (const one of subscribers.slice(0, stalled)) one.stall();
      return {};
    case 'verify':
      return verify(wish.book, wish.seq);
    case 'close':
      for (const one of subscribers) one.close();
      return {};
  }
}

process.on('message', (wish: Wish) => {
  void Promise.resolve(answer(wish)).then((said) => process.send?.(said));
});
