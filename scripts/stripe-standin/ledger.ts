import type Stripe from 'stripe';
import type { Clock } from './clock.ts';

/** One movement of an account's money at the provider; cents. */
export interface Posting {
  readonly type: Stripe.BalanceTransaction.Type;
  readonly category: string;
  /** Positive towards the account. */
  readonly amount: number;
  /** What the provider keeps, ≥ 0; negative when it gives a fee back. */
  readonly fee?: number;
  readonly source: string;
  readonly description?: string | null;
  /** Seconds since 1970; now when absent or past. */
  readonly availableOn?: number;
}

const feeDetail = (amount: number): Stripe.BalanceTransaction.FeeDetail => ({
  amount,
  application: null,
  currency: 'eur',
  description: 'Stripe processing fees',
  type: 'stripe_fee',
});

/** The balance transactions of one account, and what is available or pending of their money. */
export class Ledger {
  readonly entries: Stripe.BalanceTransaction[] = [];
  readonly #byId = new Map<string, Stripe.BalanceTransaction>();
  readonly #clock: Clock;
  readonly #newId: (prefix: string) => string;
  #available = 0;
  #waiting: Stripe.BalanceTransaction[] = [];

  constructor(clock: Clock, newId: (prefix: string) => string) {
    this.#clock = clock;
    this.#newId = newId;
  }

  post({
    type,
    category,
    amount,
    fee = 0,
    source,
    description = null,
    availableOn = 0,
  }: Posting): Stripe.BalanceTransaction {
    const now = this.#clock.now();
    const entry: Stripe.BalanceTransaction = {
      id: this.#newId('txn'),
      object: 'balance_transaction',
      amount,
      available_on: Math.max(now, availableOn),
      balance_type: 'payments',
      created: now,
      currency: 'eur',
      description,
      exchange_rate: null,
      fee,
      fee_details: fee === 0 ? [] : [feeDetail(fee)],
      net: amount - fee,
      reporting_category: category,
      source,
      status: availableOn > now ? 'pending' : 'available',
      type,
    };
    this.entries.push(entry);
    this.#byId.set(entry.id, entry);
    if (entry.status === 'available') this.#available += entry.net;
    else this.#waiting.push(entry);
    return entry;
  }

  find(id: string): Stripe.BalanceTransaction | undefined {
    return this.#byId.get(id);
  }

  /** What may be spent now; cents, below zero after what could not be refused. */
  available(): number {
    this.#settle();
    return this.#available;
  }

  /** What is on its way to become available; cents. */
  pending(): number {
    this.#settle();
    return this.#waiting.reduce((sum, { net }) => sum + net, 0);
  }

  /** Throws unless the nets of all entries sum to the balance. */
  check(): void {
    const sum = this.entries.reduce((total, { net }) => total + net, 0);
    const balance = this.available() + this.pending();
    if (sum !== balance) throw new Error(`The ledger's entries sum to ${sum}, its balance is ${balance}`);
    const wrong = this.entries.find(
      ({ net, amount, fee }) => net !== amount - fee || !Number.isSafeInteger(net),
    );
    if (wrong !== undefined) throw new Error(`${wrong.id}: net ${wrong.net} is not amount less fee`);
  }

  #settle(): void {
    const now = this.#clock.now();
    if (!this.#waiting.some((entry) => entry.available_on <= now)) return;
    for (const entry of this.#waiting) {
      if (entry.available_on > now) continue;
      entry.status = 'available';
      this.#available += entry.net;
    }
    this.#waiting = this.#waiting.filter(({ status }) => status === 'pending');
  }
}
