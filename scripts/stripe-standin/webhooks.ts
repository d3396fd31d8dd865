import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import type Stripe from 'stripe';
import { between, type WebhookFaults } from './faults.ts';

/** Where events go, and the secret that signs them. */
export interface Endpoint {
  readonly url: string;
  readonly secret: string;
}

/** What became of the deliveries so far. */
export interface DeliveryCounts {
  events: number;
  delivered: number;
  refused: number;
  duplicated: number;
  shuffled: number;
  lost: number;
}

/** Stripe's signature of a payload at a time (seconds since 1970). */
export function signature(payload: string, secret: string, at: number): string {
  const mac = createHmac('sha256', secret).update(`${at}.${payload}`).digest('hex');
  return `t=${at},v1=${mac}`;
}

const timeout = 10_000;

/** Sends events to the endpoint, each at least once until it is answered 2xx, as badly as the faults say. */
export class Webhooks {
  readonly counts: DeliveryCounts = {
    events: 0,
    delivered: 0,
    refused: 0,
    duplicated: 0,
    shuffled: 0,
    lost: 0,
  };
  endpoint: Endpoint | undefined;
  faults: WebhookFaults;
  readonly #chance: () => number;
  readonly #now: () => number;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 });
  readonly #timers = new Set<NodeJS.Timeout>();
  #underWay = 0;
  #closed = false;

  /** `now`: seconds since 1970, what signatures are dated with. */
  constructor(faults: WebhookFaults, chance: () => number, now: () => number) {
    this.faults = faults;
    this.#chance = chance;
    this.#now = now;
  }

  /** Deliveries still to be made or repeated. */
  get pending(): number {
    return this.#timers.size + this.#underWay;
  }

  send(event: Stripe.Event): void {
    this.counts.events += 1;
    if (this.endpoint === undefined || this.#closed) {
      event.pending_webhooks = 0;
      return;
    }
    // Always drawn in the same order, so that one switch does not change what another draws.
    const [lost, twice, late] = [this.#chance(), this.#chance(), this.#chance()];
    const delay = between(this.#chance, this.faults.delay);
    if (lost < this.faults.lose) {
      this.counts.lost += 1;
      return;
    }
    const shuffled = late < this.faults.shuffle;
    if (shuffled) this.counts.shuffled += 1;
    this.#later(delay + (shuffled ? between(this.#chance, this.faults.shuffleBy) : 0), () =>
      this.#try(event, 0),
    );
    if (twice >= this.faults.duplicate) return;
    this.counts.duplicated += 1;
    this.#later(delay + between(this.#chance, this.faults.shuffleBy), () => this.#try(event, 0));
  }

  close(): void {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#agent.destroy();
  }

  #later(wait: number, run: () => void): void {
    if (this.#closed) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      run();
    }, wait);
    timer.unref();
    this.#timers.add(timer);
  }

  #try(event: Stripe.Event, times: number): void {
    const { endpoint } = this;
    if (endpoint === undefined) return;
    this.#underWay += 1;
    const payload = JSON.stringify(event, null, 2);
    const done = (answered: boolean): void => {
      this.#underWay -= 1;
      if (answered) {
        this.counts.delivered += 1;
        event.pending_webhooks = 0;
        return;
      }
      this.counts.refused += 1;
      const wait = Math.min(this.faults.retryMost, this.faults.retryAfter * 2 ** times);
      this.#later(wait, () => this.#try(event, Math.min(times + 1, 30)));
    };
    this.#post(endpoint, payload, done);
  }

  #post({ url, secret }: Endpoint, payload: string, done: (answered: boolean) => void): void {
    let open = true;
    const finish = (answered: boolean): void => {
      if (open) done(answered);
      open = false;
    };
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(payload),
      'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      'stripe-signature': signature(payload, secret, this.#now()),
    };
    const sending = request(url, { method: 'POST', agent: this.#agent, headers, timeout }, (reply) => {
      reply.resume();
      const status = reply.statusCode ?? 0;
      reply.on('end', () => finish(status >= 200 && status < 300));
      reply.on('error', () => finish(false));
    });
    sending.on('timeout', () => sending.destroy());
    sending.on('error', () => finish(false));
    sending.end(payload);
  }
}
