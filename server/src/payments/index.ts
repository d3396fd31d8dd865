import { ProviderRefused, ProviderUnavailable, type PaymentProvider } from '../ports/payments.ts';
import { Courier, type CourierParts } from './courier.ts';
import { isReadable } from './reading.ts';
import { isDue, reconcile, unexplained } from './reconciliation.ts';
import { Sweeper } from './sweeper.ts';
import { transferIn } from './transfers.ts';
import { bindTo } from './whose.ts';
import type { PersonId } from '@piazza/shared/values';

/** How often it is looked whether something has been under way for too long, or the books are to be compared. */
const sweepEveryMs = 15_000;
/** Books that could not be compared are left alone for so long. */
const refusedForMs = 600_000;
/** Longest that the start of the venue waits for the provider to say whose money it is; it goes on asking then. */
const whoseWithinMs = 5_000;
const askAgainMs = [250, 1_000, 5_000];

/** Does not keep the process alive. */
const pause = (ms: number): Promise<false> => new Promise((end) => setTimeout(() => end(false), ms).unref());

export interface PaymentsParts extends CourierParts {
  readonly sweepEveryMs?: number;
  /** The venue cannot go on. */
  readonly fatal: (error: unknown) => void;
}

/** What became of a message: kept, known or about nothing of ours; or refused. */
export type Heard = 'kept' | 'known' | 'ignored' | 'refused';

/** Everything that goes on between the venue and its payment provider. */
export class Payments {
  readonly courier: Courier;
  readonly #parts: PaymentsParts;
  readonly #sweeper = new Sweeper();
  #sweep: NodeJS.Timeout | undefined;
  #reconciling: Promise<void> | undefined;
  /** Process time from which the books are compared by themselves. */
  #reconcileFrom = 0;
  #closed = false;

  constructor(parts: PaymentsParts) {
    this.#parts = parts;
    this.courier = new Courier(parts);
  }

  get provider(): PaymentProvider {
    return this.#parts.provider;
  }

  /**
   * Begins when it is certain that the money is where it was when the journal was begun; a provider that does not answer
   * is asked until it does, and nothing is charged or sent before.
   * @throws OtherMoney
   */
  async start(): Promise<void> {
    try {
      await bindTo(this.#parts, null);
      const first = this.#begun();
      if (!(await Promise.race([first, pause(whoseWithinMs)])))
        this.#goOnAsking(first).catch((error: unknown) => this.#parts.fatal(error));
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async #goOnAsking(first: Promise<boolean>): Promise<void> {
    let done = await first;
    for (let tries = 0; !done && !this.#closed; tries += 1) {
      await pause(askAgainMs[tries] ?? askAgainMs.at(-1) ?? 0);
      if (!this.#closed) done = await this.#begun();
    }
  }

  /** Whether the provider has said whose money it is, and the work has begun. */
  async #begun(): Promise<boolean> {
    const { provider, unanswered } = this.#parts;
    try {
      const { account } = await provider.whose();
      if (this.#closed) return false;
      await bindTo(this.#parts, account);
    } catch (error) {
      if (!(error instanceof ProviderUnavailable || error instanceof ProviderRefused)) throw error;
      if (!this.#closed) unanswered?.(error.message, { kind: 'read', lock: 'account' });
      return false;
    }
    this.#work();
    return true;
  }

  #work(): void {
    if (this.#closed) return;
    this.courier.start();
    this.#sweep = setInterval(() => this.sweep(), this.#parts.sweepEveryMs ?? sweepEveryMs);
    this.#sweep.unref();
  }

  /** Reads again what has been under way for too long, and compares the books when it is time. */
  sweep(): void {
    const { exchange, failed } = this.#parts;
    const now = exchange.now();
    this.courier.ask(exchange.peek(({ payments }) => this.#sweeper.stale(payments, now)));
    if (performance.now() < this.#reconcileFrom) return;
    if (!exchange.peek(({ payments }) => isDue(payments, now))) return;
    this.reconcile().catch((error: unknown) => {
      if (error instanceof ProviderUnavailable) return;
      this.#reconcileFrom = performance.now() + refusedForMs;
      failed(error, { kind: 'read', lock: 'reconciliation' });
    });
  }

  /** Compares the books now. @throws ProviderUnavailable, ProviderRefused */
  async reconcile(): Promise<void> {
    this.#reconciling ??= this.#reconcile().finally(() => {
      this.#reconciling = undefined;
    });
    await this.#reconciling;
  }

  /** Takes a message of the provider; resolves when it is kept for good. */
  async hear(body: Uint8Array, signature: string): Promise<Heard> {
    const { exchange, provider } = this.#parts;
    let message;
    try {
      message = provider.readMessage(body, signature);
    } catch (error) {
      if (error instanceof ProviderRefused) return 'refused';
      throw error;
    }
    const { event, object } = message;
    if (object === null || !isReadable(object)) return 'ignored';
    if (exchange.peek(({ payments }) => payments.heard.has(event))) {
      // Perhaps only just, and not yet for good.
      await exchange.settled();
      return 'known';
    }
    await exchange.command({ kind: 'payments.hear', event, object }, 'venue');
    return 'kept';
  }

  /** Lets a bank transfer of somebody of the demo story arrive; resolves when the money is theirs. */
  transferIn(person: PersonId, cents: number): Promise<void> {
    const { exchange, provider } = this.#parts;
    return transferIn({ exchange, provider, ask: (objects) => this.courier.ask(objects) }, person, cents);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#sweep);
    await this.courier.close();
  }

  async #reconcile(): Promise<void> {
    const { exchange, provider } = this.#parts;
    await reconcile({ exchange, provider });
    const disputes = await provider.recentDisputes();
    const news = exchange.peek(({ payments }) => [
      ...unexplained(payments),
      ...disputes.filter(({ dispute }) => !payments.byProvider.has(dispute)).map(({ dispute }) => dispute),
    ]);
    this.courier.ask(news);
  }
}
