import { createHash } from 'node:crypto';
import { ipKeyGenerator, rateLimit, type Store } from 'express-rate-limit';
import type { RequestHandler, Request, Response } from 'express';

const windowMs = 60_000;

interface Hits {
  totalHits: number;
  resetTime: Date;
}

/** Requests of every address in its running minute; those of quiet addresses are forgotten by the minute. */
class Windows implements Store {
  readonly localKeys = true;
  #current = new Map<string, Hits>();
  #previous = new Map<string, Hits>();
  #turnedAt = 0;

  hit(key: string, now: number): Hits {
    this.#turn(now);
    let hits = this.#current.get(key);
    if (hits === undefined) {
      hits = this.#previous.get(key) ?? { totalHits: 0, resetTime: new Date(now + windowMs) };
      this.#current.set(key, hits);
    }
    if (hits.resetTime.getTime() <= now) {
      hits.totalHits = 0;
      hits.resetTime = new Date(now + windowMs);
    }
    hits.totalHits += 1;
    return hits;
  }

  async increment(key: string): Promise<Hits> {
    return Promise.resolve(this.hit(key, Date.now()));
  }

  async decrement(key: string): Promise<void> {
    const hits = this.#current.get(key);
    if (hits !== undefined && hits.totalHits > 0) hits.totalHits -= 1;
    return Promise.resolve();
  }

  async resetKey(key: string): Promise<void> {
    this.#current.delete(key);
    this.#previous.delete(key);
    return Promise.resolve();
  }

  #turn(now: number): void {
    if (now - this.#turnedAt < windowMs) return;
    this.#previous = this.#current;
    this.#current = new Map();
    this.#turnedAt = now;
  }
}

/** What a request within the limits, or beyond them, is answered with beside its reply. */
export interface Taken {
  readonly limited: boolean;
  /** Seconds until the window ends. */
  readonly retryAfter: number;
  /** Values of RateLimit and RateLimit-Policy. */
  readonly limit: string;
  readonly policy: string;
}

/** Requests a minute and address, counted together whichever way they come in. */
export interface RequestLimit {
  readonly middleware: RequestHandler;
  /** Counts one request outside of Express, with the same headers as result. */
  take(address: string): Taken;
}

const addressesKept = 10_000;

/** @param refuse answers a request beyond the limit */
export function requestLimit(
  perMinute: number,
  refuse: (request: Request, response: Response) => void,
): RequestLimit {
  const windows = new Windows();
  const name = `${perMinute}-in-1min`;
  const partitions = new Map<string, { key: string; policy: string }>();
  const partitionOf = (address: string): { key: string; policy: string } => {
    const known = partitions.get(address);
    if (known !== undefined) return known;
    if (partitions.size >= addressesKept) partitions.clear();
    const key = ipKeyGenerator(address);
    const hash = createHash('sha256').update(key).digest('hex').slice(0, 12);
    const partition = Buffer.from(hash).toString('base64');
    const found = { key, policy: `"${name}"; q=${perMinute}; w=${windowMs / 1000}; pk=:${partition}:` };
    partitions.set(address, found);
    return found;
  };
  return {
    middleware: rateLimit({
      windowMs,
      limit: perMinute,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      store: windows,
      // That a client claims an address is no fault of the venue's, and not worth a line for each one who does.
      validate: { xForwardedForHeader: false },
      handler: refuse,
    }),
    take: (address) => {
      const now = Date.now();
      const { key, policy } = partitionOf(address);
      const { totalHits, resetTime } = windows.hit(key, now);
      const retryAfter = Math.max(0, Math.ceil((resetTime.getTime() - now) / 1000));
      const left = Math.max(perMinute - totalHits, 0);
      return {
        limited: totalHits > perMinute,
        retryAfter,
        limit: `"${name}"; r=${left}; t=${retryAfter}`,
        policy,
      };
    },
  };
}
