import type Stripe from 'stripe';
import { audit } from './audit.ts';
import { cardOf } from './cards.ts';
import { type Api } from './api.ts';
import { changed, type Faults, type FaultsChange } from './faults.ts';
import { receiveCash } from './flows/cash.ts';
import { decideDispute, openDispute } from './flows/dispute.ts';
import { payUncovered } from './flows/refund.ts';
import { topUp } from './flows/topup.ts';
import { Params } from './form.ts';
import { ibanOf } from './ibans.ts';
import { require } from './objects/account.ts';
import { answerAuthentication } from './pages/authenticate.ts';
import { checkoutPage } from './pages/checkout.ts';
import { onboard } from './pages/onboarding.ts';
import { idOf, platform } from './shelf.ts';
import { summaryOf } from './summary.ts';
import type { Endpoint, Webhooks } from './webhooks.ts';
import { type World } from './world.ts';

/** What tests and people may do to the stand-in from outside of Stripe's API. Amounts are cents. */
export class Control {
  readonly #world: World;
  readonly #api: Api;
  readonly #webhooks: Webhooks;
  readonly #seed: number;
  #faults: Faults;

  constructor(world: World, api: Api, webhooks: Webhooks, faults: Faults, seed: number) {
    this.#world = world;
    this.#api = api;
    this.#webhooks = webhooks;
    this.#faults = faults;
    this.#seed = seed;
  }

  /** Lets so many seconds pass: debits come back, payouts arrive, holds and sessions expire. */
  advance(seconds: number): { readonly now: number } {
    this.#world.clock.advance(seconds);
    audit(this.#world);
    return { now: this.#world.clock.now() };
  }

  /** Sums, counts and what happened twice by the metadata key `by`. */
  state(by = 'commitment') {
    return {
      seed: this.#seed,
      ...summaryOf(this.#world, by),
      calls: this.#api.counts,
      webhooks: { ...this.#webhooks.counts, pending: this.#webhooks.pending },
      faults: this.#faults,
    };
  }

  /** Throws unless the ledgers of all accounts say what the objects say. */
  audit(): void {
    audit(this.#world);
  }

  /** Switches faults; what is not named stays as it is. */
  faults(change: FaultsChange): Faults {
    this.#faults = changed(this.#faults, change);
    this.#api.faults = this.#faults.calls;
    this.#webhooks.faults = this.#faults.webhooks;
    return this.#faults;
  }

  /** Where events go from now on; nowhere when undefined. */
  webhook(endpoint: Endpoint | undefined): void {
    this.#webhooks.endpoint = endpoint;
  }

  /** Sends an event once more, as Stripe's dashboard can. */
  resend(event: string): void {
    const found = this.#world.shelves.events.find(event);
    if (found === undefined) throw new Error(`No such event: ${event}`);
    this.#webhooks.send(found);
  }

  /** Sends one of all events so far once more: the one at that share of them, 0 ≤ x < 1. */
  resendAny(share: number): void {
    const events = this.#world.shelves.events.all();
    const found = events[Math.floor(share * events.length)];
    if (found !== undefined) this.#webhooks.send(found);
  }

  /** Waits until no delivery is under way or to be repeated; false when `milliseconds` were not enough. */
  async quiet(milliseconds = 10_000): Promise<boolean> {
    const until = Date.now() + milliseconds;
    while (this.#webhooks.pending > 0 && Date.now() < until)
      await new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
    return this.#webhooks.pending === 0;
  }

  /** A bank transfer arrives from a customer. */
  fund(
    customer: string,
    amount: number,
    reference: string | null = null,
  ): Stripe.CustomerCashBalanceTransaction {
    this.#world.shelves.customers.get(platform, customer, 'customer');
    return receiveCash(this.#world, customer, amount, reference);
  }

  /** The platform puts money of its own onto its balance. */
  topUp(amount: number): Stripe.Topup {
    const made = topUp(this.#world, amount, null, {});
    payUncovered(this.#world);
    return made;
  }

  /** The payer takes a charge (`ch_`, `py_`) or the charge of an intent (`pi_`) back at their bank. */
  dispute(id: string, reason = 'fraudulent'): Stripe.Dispute {
    const intent = this.#world.shelves.paymentIntents.find(id);
    const charge = this.#world.shelves.charges.get(platform, idOf(intent?.latest_charge ?? id), 'charge');
    return openDispute(this.#world, charge, reason);
  }

  /** The bank decides a dispute. */
  decide(dispute: string, won: boolean): Stripe.Dispute {
    const found = this.#world.shelves.disputes.get(platform, dispute, 'dispute');
    decideDispute(this.#world, found, won);
    return found;
  }

  /** Fills in a checkout session's page: a card's number or an IBAN; authentication is agreed to. */
  save(session: string, account: string): void {
    const card = cardOf(account);
    const fields =
      card === undefined
        ? { action: 'sepa_debit', iban: account, account_name: 'Test Payer' }
        : {
            action: 'card',
            card_number: account,
            card_expiry: '12 / 40',
            card_cvc: '123',
            card_name: 'Test Payer',
          };
    const page = checkoutPage(this.#world, session, new Params({ ...fields }));
    const setup = this.#world.shelves.setupIntents.find(
      idOf(this.#world.shelves.sessions.find(session)?.setup_intent),
    );
    if (setup?.status === 'requires_action') {
      answerAuthentication(this.#world, setup, true);
      checkoutPage(this.#world, session);
    } else if (page.kind === 'html') throw new Error(`The session's page refused ${account}`);
  }

  /** Answers the bank's question for a payment or setup intent. */
  authenticate(intent: string, agreed = true): void {
    const { paymentIntents, setupIntents } = this.#world.shelves;
    const found = paymentIntents.find(intent) ?? setupIntents.get(platform, intent, 'intent');
    answerAuthentication(this.#world, found, agreed);
  }

  /** Completes a connected account's onboarding; payouts go to this IBAN. */
  onboard(account: string, iban = 'IT40S0542811101000000123456'): Stripe.Account {
    const found = this.#world.shelves.accounts.get(platform, account, 'account');
    const bank = ibanOf(iban);
    if (bank === undefined) throw new Error(`Not an IBAN: ${iban}`);
    onboard(this.#world, found, bank);
    return found;
  }

  /** Stripe asks an account for more: what is due, `representative.verification`; nothing lifts it. */
  restrict(account: string, due: readonly string[]): Stripe.Account {
    const found = this.#world.shelves.accounts.get(platform, account, 'account');
    require(found, [...due]);
    this.#world.emit('account.updated', found, account);
    return found;
  }
}
