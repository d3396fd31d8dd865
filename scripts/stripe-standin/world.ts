import type Stripe from 'stripe';
import { Clock } from './clock.ts';
import { idsFrom } from './ids.ts';
import { Ledger } from './ledger.ts';
import { platform, Shelf } from './shelf.ts';
import { makeTraits, type Traits } from './traits.ts';
import { type Terms } from './terms.ts';

/** The version of the API whose shapes are answered: the one that the SDK asks for. */
export const apiVersion = '2026-10-28.endive';

/** The objects of Stripe's that the stand-in keeps, by kind. */
export interface Shelves {
  readonly customers: Shelf<Stripe.Customer>;
  readonly sessions: Shelf<Stripe.Checkout.Session>;
  readonly setupIntents: Shelf<Stripe.SetupIntent>;
  readonly paymentMethods: Shelf<Stripe.PaymentMethod>;
  readonly mandates: Shelf<Stripe.Mandate>;
  readonly paymentIntents: Shelf<Stripe.PaymentIntent>;
  readonly charges: Shelf<Stripe.Charge>;
  readonly refunds: Shelf<Stripe.Refund>;
  readonly disputes: Shelf<Stripe.Dispute>;
  readonly cashTransactions: Shelf<Stripe.CustomerCashBalanceTransaction>;
  readonly accounts: Shelf<Stripe.Account>;
  readonly transfers: Shelf<Stripe.Transfer>;
  readonly reversals: Shelf<Stripe.TransferReversal>;
  readonly payouts: Shelf<Stripe.Payout>;
  readonly topups: Shelf<Stripe.Topup>;
  readonly events: Shelf<Stripe.Event>;
}

const emptyShelves = (): Shelves => ({
  customers: new Shelf('customer'),
  sessions: new Shelf('checkout.session'),
  setupIntents: new Shelf('setupintent'),
  paymentMethods: new Shelf('PaymentMethod'),
  mandates: new Shelf('mandate'),
  paymentIntents: new Shelf('payment_intent'),
  charges: new Shelf('charge'),
  refunds: new Shelf('refund'),
  disputes: new Shelf('dispute'),
  cashTransactions: new Shelf('customer_cash_balance_transaction'),
  accounts: new Shelf('account'),
  transfers: new Shelf('transfer'),
  reversals: new Shelf('transfer reversal'),
  payouts: new Shelf('payout'),
  topups: new Shelf('topup'),
  events: new Shelf('event'),
});

/** What began the events of a call. */
export interface Cause {
  readonly id: string | null;
  readonly idempotency_key: string | null;
}

/** A copy that later changes leave alone; in plain JSON, as it would go over the wire. */
export const snapshot = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Everything the stand-in knows: its time, its objects and the money of each account. */
export class World {
  readonly clock: Clock;
  readonly terms: Terms;
  readonly newId: (prefix: string, length?: number) => string;
  readonly shelves: Shelves = emptyShelves();
  readonly traits: Traits = makeTraits();
  readonly #ledgers = new Map<string, Ledger>();
  /** Where the hosted pages are, `http://127.0.0.1:1234`. */
  origin = '';
  /** Whose the secret key is. */
  account = 'acct_platform';
  cause: Cause | null = null;
  /** Called with each event as it happens. */
  onEvent: (event: Stripe.Event) => void = () => undefined;

  constructor(terms: Terms, chance: () => number, real?: () => number) {
    this.terms = terms;
    this.clock = new Clock(real);
    this.newId = idsFrom(chance);
  }

  ledger(owner: string = platform): Ledger {
    const kept = this.#ledgers.get(owner);
    if (kept !== undefined) return kept;
    const ledger = new Ledger(this.clock, this.newId);
    this.#ledgers.set(owner, ledger);
    return ledger;
  }

  /** The accounts that have moved money, the platform among them. */
  ledgers(): ReadonlyMap<string, Ledger> {
    return this.#ledgers;
  }

  /** Records that something happened to an object, and sends it to whoever listens. */
  emit(type: Stripe.Event.Type, object: object, owner: string = platform, previous?: object): void {
    const data = previous === undefined ? { object } : { object, previous_attributes: previous };
    const event = {
      id: this.newId('evt'),
      object: 'event',
      api_version: apiVersion,
      created: this.clock.now(),
      data: snapshot(data),
      livemode: false,
      pending_webhooks: 1,
      request: this.cause,
      type,
      ...(owner === platform ? {} : { account: owner }),
    } satisfies Omit<Stripe.EventBase, 'data' | 'type' | 'account'> & { data: object; type: string };
    const kept = event as unknown as Stripe.Event;
    this.shelves.events.add(owner, kept);
    this.onEvent(kept);
  }

  /** Whatever has this id, of any kind. */
  find(id: string): object | undefined {
    if (this.traits.deleted.has(id)) return { id, object: 'customer', deleted: true };
    for (const shelf of Object.values(this.shelves) as Shelf<{ id: string }>[]) {
      const item = shelf.find(id);
      if (item !== undefined) return item;
    }
    for (const ledger of this.#ledgers.values()) {
      const entry = ledger.find(id);
      if (entry !== undefined) return entry;
    }
    return undefined;
  }
}
