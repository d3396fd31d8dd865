import type { ListingId, PersonId } from '@piazza/shared/values';
import type { Trade } from './ground.ts';

const whole = 10_000;

/** Part of the whole in basis points; 0 of nothing. */
export const shareBps = (part: number, all: number): number =>
  all === 0 ? 0 : Math.round((part / all) * whole);

/** Whether both differ by at most so many basis points of the greater. */
export const near = (a: number, b: number, widthBps: number): boolean =>
  Math.abs(a - b) * whole <= Math.max(a, b) * widthBps;

/** How far `to` lies from `from`, in basis points of it; negative below. */
export const moveBps = (from: number, to: number): number => Math.round(((to - from) / from) * whole);

/** Takes what lies before `since` off the beginning; the list is in the order of time. */
export function forget<T extends { readonly at: number }>(list: T[], since: number): void {
  let old = 0;
  while (old < list.length && (list[old] as T).at < since) old += 1;
  if (old > 0) list.splice(0, old);
}

/** The list under the key, made where there is none. */
export function listAt<K, T>(map: Map<K, T[]>, key: K): T[] {
  let list = map.get(key);
  if (list === undefined) {
    list = [];
    map.set(key, list);
  }
  return list;
}

/** Parts of a window whose amounts are kept as one, so that a busy market takes no more room than a quiet one. */
const partsOfWindow = 1_000;

/** A sum of amounts over a window that moves on with time, as exact as a thousandth of it. */
class MovingSum {
  readonly #partMs: number;
  readonly #parts: { readonly from: number; to: number; amount: number }[] = [];
  #sum = 0;

  constructor(windowMs: number) {
    this.#partMs = windowMs / partsOfWindow;
  }

  /** @param at not before that of the amounts added earlier */
  add(at: number, amount: number): void {
    this.#sum += amount;
    const last = this.#parts.at(-1);
    if (last === undefined || at - last.from >= this.#partMs) this.#parts.push({ from: at, to: at, amount });
    else {
      last.to = at;
      last.amount += amount;
    }
  }

  /** The sum of what was added at `since` or later; what lies before it is forgotten. */
  since(since: number): number {
    let old = 0;
    for (; (this.#parts[old]?.to ?? since) < since; old += 1) this.#sum -= this.#parts[old]?.amount ?? 0;
    if (old > 0) this.#parts.splice(0, old);
    return this.#sum;
  }
}

/** How much everybody traded lately, market by market. */
export class Volumes {
  readonly #windowMs: number;
  readonly #sums = new Map<ListingId, Map<PersonId, MovingSum>>();

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  /** Every trade once, in the order of their times. */
  note({ listing, at, quantity, buy, sell }: Trade): void {
    this.#add(listing, buy.natural, at, quantity);
    if (sell.natural !== buy.natural) this.#add(listing, sell.natural, at, quantity);
  }

  /** Units that `who` bought or sold there within the window that ends at `now`. */
  of(listing: ListingId, who: PersonId, now: number): number {
    return this.#sumOf(listing, who).since(now - this.#windowMs);
  }

  #add(listing: ListingId, who: PersonId, at: number, quantity: number): void {
    const sum = this.#sumOf(listing, who);
    sum.add(at, quantity);
    sum.since(at - this.#windowMs);
  }

  #sumOf(listing: ListingId, who: PersonId): MovingSum {
    let people = this.#sums.get(listing);
    if (people === undefined) {
      people = new Map();
      this.#sums.set(listing, people);
    }
    let sum = people.get(who);
    if (sum === undefined) {
      sum = new MovingSum(this.#windowMs);
      people.set(who, sum);
    }
    return sum;
  }
}

/** Calls after which lists that have run empty are dropped. */
const sweptAfter = 4_096;
/** Entries a list keeps at most: who is that busy is seen by the newest. */
const listMost = 400;

/** Lists of what happened lately, by key. What has left the window is forgotten, and so are the keys. */
export class Windows<T extends { readonly at: number }> {
  readonly #windowMs: number;
  readonly #lists = new Map<string, T[]>();
  #calls = 0;

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  /** The list under the key as of `now`, oldest first; what is pushed onto it stays. */
  at(key: string, now: number): T[] {
    this.#calls += 1;
    if (this.#calls % sweptAfter === 0) this.#sweep(now);
    const list = listAt(this.#lists, key);
    forget(list, now - this.#windowMs);
    if (list.length > listMost) list.splice(0, list.length - listMost);
    return list;
  }

  #sweep(now: number): void {
    for (const [key, list] of this.#lists)
      if ((list.at(-1)?.at ?? 0) < now - this.#windowMs) this.#lists.delete(key);
  }
}

/** Whether a look at a whole window is due with this trade: in a busy market not with each, so that each costs the same. */
export const isDue = (count: number, trades: number, most = 200): boolean =>
  count % Math.ceil((trades + 1) / most) === 0;

/** Who came last, and so moved the price; null in an auction. */
export const moverOf = ({ aggressor, buy, sell }: Trade): PersonId | null =>
  aggressor === 'auction' ? null : aggressor === 'buy' ? buy.natural : sell.natural;

/** Who has most of some amounts, and how much. */
export function greatest(amounts: ReadonlyMap<PersonId, number>): readonly [PersonId | null, number] {
  let [best, most]: [PersonId | null, number] = [null, 0];
  for (const [who, amount] of amounts) if (amount > most) [best, most] = [who, amount];
  return [best, most];
}

export function addTo<K>(amounts: Map<K, number>, key: K, amount: number): void {
  amounts.set(key, (amounts.get(key) ?? 0) + amount);
}

/** Accounts, each once, in one order. */
export const people = (...accounts: readonly PersonId[]): readonly PersonId[] =>
  [...new Set(accounts)].toSorted((a, b) => (a < b ? -1 : 1));

/** Records that show trades: those that placed the orders, and those in which they met. */
export const seqsOf = (trades: readonly Trade[]): readonly number[] =>
  [...new Set(trades.flatMap(({ seq, buy, sell }) => [seq, buy.order, sell.order]))].toSorted(
    (a, b) => a - b,
  );
export const ordersOf = (trades: readonly Trade[]): readonly number[] =>
  [...new Set(trades.flatMap(({ buy, sell }) => [buy.order, sell.order]))].toSorted((a, b) => a - b);

/** Units that went from one to another by trades that follow one another at once. */
export interface Leg {
  readonly at: number;
  readonly from: PersonId;
  readonly to: PersonId;
  quantity: number;
  /** The first of them: enough to show what happened. */
  readonly trades: Trade[];
}
/** Trades kept of a leg, which lives as long as its window. */
const tradesEach = 20;
/** Fills of one order count as one leg, and those of the next within this time. */
const joinedMs = 60_000;

/** Adds a trade to the newest leg of the same direction, or begins one; `legs` are those of the pair. */
export function join(legs: Leg[], trade: Trade): Leg {
  const [from, to] = [trade.sell.natural, trade.buy.natural];
  const last = legs.at(-1);
  if (last !== undefined && last.from === from && trade.at - last.at <= joinedMs) {
    last.quantity += trade.quantity;
    if (last.trades.length < tradesEach) last.trades.push(trade);
    return last;
  }
  const leg: Leg = { at: trade.at, from, to, quantity: trade.quantity, trades: [trade] };
  legs.push(leg);
  return leg;
}
