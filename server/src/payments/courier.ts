import type { Sealed } from '../domain/core/index.ts';
import type { Exchange } from '../kernel/exchange.ts';
import { ProviderNotYet, ProviderUnavailable, type PaymentProvider } from '../ports/payments.ts';
import { makeCall, type Reports } from './calls.ts';
import { Patience } from './patience.ts';
import { readObject } from './reading.ts';
import { locksOf, pickTasks, type Task, type TaskOf } from './tasks.ts';

const mostAtOnce = 8;
/** However often it is woken, it looks at the state again after this long at the earliest. */
const lookEveryMs = 10;
/** So many calls without an answer, one after the other, and only one at a time is tried until there is one. */
const silentAfter = mostAtOnce;
/** Looks without being woken. */
const slowMs = 5_000;
/** Longest that the end of the venue waits for calls under way. */
const patienceMs = 2_500;
/** An object of which news came before it is known here: perhaps a call that made it is still to be answered. */
const strangersWaitMs = 60_000;

/** The name under which the provider as a whole rests. */
const theProvider = 'the provider';

export interface CourierParts {
  readonly exchange: Pick<Exchange, 'peek' | 'read' | 'command' | 'now' | 'settled'>;
  readonly provider: PaymentProvider;
  readonly seal: (subject: string, value: unknown) => Promise<Sealed>;
  /** Something that should not be; it is tried again. */
  readonly failed: (error: unknown, task: { readonly kind: Task['kind']; readonly lock: string }) => void;
  /** Nobody answers; it is tried again. */
  readonly unanswered?: (why: string, task: { readonly kind: Task['kind']; readonly lock: string }) => void;
  readonly random?: () => number;
  /** Longest rest between two attempts, ms. */
  readonly longestRestMs?: number;
}

export interface CourierFigures {
  readonly inFlight: number;
  /** Objects that wait for a call, and news that wait to be read. */
  readonly waiting: number;
  readonly retries: number;
  /** Venue time since which the oldest of them waits, in ms; 0 when none does. */
  readonly oldestMs: number;
}

/**
 * Works off what the core waits for at the provider, and tells the core what the provider said. It remembers nothing that
 * matters: what was under way when it ended is found waiting at the next start, and done again with the same key.
 */
export class Courier {
  readonly #parts: CourierParts;
  readonly #patience: Patience;
  readonly #locks = new Set<string>();
  readonly #running = new Set<Promise<void>>();
  readonly #asked = new Set<string>();
  readonly #strangers = new Map<string, number>();
  /** Calls without an answer since the last that had one. */
  #silent = 0;
  /** Process time before which a provider that is silent is left alone. */
  #silentUntil = 0;
  #timer: NodeJS.Timeout | undefined;
  #timerMs = Infinity;
  #looking = false;
  /** Somebody was woken while it was looking. */
  #lookAgain = false;
  #closed = false;
  /** Nothing is asked before it is certain whose money it is. */
  #started = false;

  constructor(parts: CourierParts) {
    this.#parts = parts;
    this.#patience = new Patience(parts.random ?? Math.random, parts.longestRestMs);
  }

  start(): void {
    this.#started = true;
    this.#wakeAt(0);
  }

  /** To be called after each durable batch. */
  readonly flushed = (): void => {
    if (!this.#closed && this.#isWaiting()) this.#wakeAt(lookEveryMs);
  };

  /** Reads these objects though no news of them came. */
  ask(objects: Iterable<string>): void {
    for (const object of objects) this.#asked.add(object);
    this.#wakeAt(0);
  }

  /** Whether nothing is under way and nothing waits, resting things aside when `resting` is false. */
  isIdle(resting = true): boolean {
    const now = performance.now();
    return (
      this.#running.size === 0 &&
      !this.#looking &&
      this.#asked.size === 0 &&
      this.#parts.exchange.peek(({ payments: { calls, news } }) =>
        [...calls.keys(), ...news.keys()].every((one) => !resting && this.#patience.isResting(one, now)),
      )
    );
  }

  get figures(): CourierFigures {
    const { exchange } = this.#parts;
    const now = exchange.now();
    return exchange.peek(({ payments: { calls, news } }) => {
      const oldest = Math.min(now, ...firstOf(calls), ...firstOf(news));
      return {
        inFlight: this.#running.size,
        waiting: calls.size + news.size,
        retries: this.#patience.retries,
        oldestMs: now - oldest,
      };
    });
  }

  /** Begins nothing more, and waits a little for what is under way; what is not answered then is done again later. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    const all = Promise.all(this.#running);
    await Promise.race([all, new Promise((end) => setTimeout(end, patienceMs).unref())]);
    this.#parts.provider.close();
    await Promise.race([all, new Promise((end) => setTimeout(end, patienceMs / 10).unref())]);
  }

  #isWaiting(): boolean {
    return this.#parts.exchange.peek(({ payments: { calls, news } }) => calls.size + news.size > 0);
  }

  #wakeAt(inMs: number): void {
    if (this.#closed || !this.#started) return;
    const at = performance.now() + inMs;
    if (this.#timerMs <= at) return;
    clearTimeout(this.#timer);
    this.#timerMs = at;
    this.#timer = setTimeout(() => {
      this.#timerMs = Infinity;
      void this.#look();
    }, inMs);
  }

  /** Begins as many tasks as there is room for. Only what is durable is begun. */
  async #look(): Promise<void> {
    if (this.#closed) return;
    if (this.#looking) {
      this.#lookAgain = true;
      return;
    }
    this.#looking = true;
    this.#lookAgain = false;
    try {
      const { exchange } = this.#parts;
      const started = performance.now();
      const most = this.#room(started);
      const isFree = (lock: string): boolean =>
        !this.#locks.has(lock) && !this.#patience.isResting(lock, started);
      if (most > 0) {
        const tasks = await exchange.read(({ payments }) =>
          pickTasks(payments, { isFree, most, now: exchange.now(), asked: this.#asked }),
        );
        if (!this.#closed) for (const task of tasks) this.#begin(task);
      }
    } catch (error) {
      this.#parts.failed(error, { kind: 'read', lock: 'look' });
    } finally {
      this.#looking = false;
    }
    const now = performance.now();
    const next = this.#lookAgain ? now : this.#patience.nextMs(now);
    this.#wakeAt(Math.max(lookEveryMs, Math.min(slowMs, next - now)));
  }

  /** How many more tasks may begin now. */
  #room(now: number): number {
    if (this.#silent < silentAfter) return mostAtOnce - this.#running.size;
    return this.#running.size === 0 && now >= this.#silentUntil ? 1 : 0;
  }

  #answered(): void {
    this.#silent = 0;
    this.#patience.forget(theProvider);
  }

  #unanswered(error: ProviderUnavailable): void {
    // It has spoken, if only to say: later.
    if (error instanceof ProviderNotYet) return this.#answered();
    this.#silent += 1;
    const now = performance.now();
    // Those that were under way together say one thing.
    if (this.#silent < silentAfter || now < this.#silentUntil) return;
    this.#patience.rest(theProvider, now);
    this.#silentUntil = this.#patience.untilMs(theProvider);
  }

  #begin(task: Task): void {
    for (const lock of locksOf(task)) this.#locks.add(lock);
    if (task.kind === 'read') this.#asked.delete(task.object);
    const running = this.#perform(task).finally(() => {
      for (const lock of locksOf(task)) this.#locks.delete(lock);
      this.#running.delete(running);
      this.#wakeAt(0);
    });
    this.#running.add(running);
  }

  async #perform(task: Task): Promise<void> {
    const { provider, failed, unanswered } = this.#parts;
    const { kind, lock } = task;
    try {
      const done =
        task.kind === 'read' ? await this.#read(task) : await this.#report(await makeCall(provider, task));
      this.#answered();
      // Whatever still waits for the same thing would be done again at once, and for ever.
      if (done && !this.#stillWaits(task)) this.#patience.forget(lock);
      else this.#rest(lock);
    } catch (error) {
      if (this.#closed) return;
      if (error instanceof ProviderUnavailable) {
        this.#unanswered(error);
        unanswered?.(error.message, { kind, lock });
      } else failed(error, { kind, lock });
      if (task.kind === 'read' && task.seen === null) this.#asked.add(task.object);
      this.#rest(lock);
    }
  }

  #rest(lock: string): void {
    this.#patience.rest(lock, performance.now());
  }

  #stillWaits(task: Task): boolean {
    if (task.kind === 'read') return false;
    const { lock, kind } = task;
    return this.#parts.exchange.peek(({ payments }) => {
      if (!payments.calls.has(lock)) return false;
      const payment = payments.payments.get(lock as never);
      return (
        payment === undefined || (payment.status === 'due') === (kind === 'charge' || kind === 'collect')
      );
    });
  }

  async #report(reports: Reports): Promise<boolean> {
    for (const report of reports) await this.#parts.exchange.command(report, 'venue');
    return true;
  }

  /** Whether that was all: news of what is not known here wait a while for the call that made it to be answered. */
  async #read({ object, seen }: TaskOf<'read'>): Promise<boolean> {
    const { exchange, provider, seal } = this.#parts;
    const reports = await readObject({ provider, read: (query) => exchange.read(query), seal }, object);
    if (reports === undefined && seen !== null && this.#mayBeMade(object)) return false;
    this.#strangers.delete(object);
    await this.#report(reports ?? []);
    if (seen !== null) await this.#report([{ kind: 'payments.read', object, seen }]);
    return true;
  }

  #mayBeMade(object: string): boolean {
    const now = performance.now();
    const since = this.#strangers.get(object) ?? now;
    this.#strangers.set(object, since);
    return (
      now - since < strangersWaitMs && this.#parts.exchange.peek(({ payments }) => payments.calls.size > 0)
    );
  }
}

const firstOf = (map: ReadonlyMap<unknown, number>): number[] => {
  for (const at of map.values()) return [at];
  return [];
};
