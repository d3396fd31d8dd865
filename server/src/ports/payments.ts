/**
 * A payment provider: the only place where clients' money ever is. Calls carry an idempotency key that names the object
 * and its attempt, so that a call repeated after a crash moves nothing twice.
 *
 * Every call may throw `ProviderUnavailable`: nobody knows whether it was done, and the same call with the same key is
 * made again, however much later; or `ProviderRefused`: it was not done and never will be.
 */
export interface PaymentProvider {
  readonly name: 'stripe';
  /** Whether real money moves. */
  readonly live: boolean;
  /** The account that the key is of; null where the key may not say. */
  whose(): Promise<{ readonly account: string | null }>;
  /** Ends calls that are under way: nobody knows whether they were done. */
  close(): void;

  // ---- who pays ----
  createCustomer(holder: string, key: string): Promise<{ readonly customer: string }>;
  /** A page of the provider's where the payer leaves a card or an IBAN: neither ever reaches the venue. */
  beginSetup(
    request: {
      readonly customer: string;
      readonly kind: 'card' | 'sepa_debit';
      readonly successUrl: string;
      readonly cancelUrl: string;
    },
    key: string,
  ): Promise<{ readonly session: string; readonly url: string }>;
  /** Null while the payer has not finished. */
  readSetup(session: string): Promise<ProviderMethod | null>;
  detachMethod(method: string): Promise<void>;

  // ---- charges ----
  charge(request: ChargeRequest, call: ProviderCall): Promise<ProviderCharge>;
  readCharge(intent: string): Promise<ProviderCharge>;
  /**
   * Makes sure that the charge of this key is not made any more, whether or not it was begun: it is cancelled, or what
   * came of it before is told.
   */
  abandon(request: ChargeRequest, call: ProviderCall): Promise<ProviderCharge>;
  /** The page on which the payer authenticates; null when there is nothing to do there any more. */
  actionUrl(intent: string, returnUrl: string): Promise<string | null>;
  cancelCharge(intent: string, key: string): Promise<ProviderCharge>;

  // ---- bank transfers ----
  /** Where a holder sends money to. */
  fundingInstructions(customer: string): Promise<FundingInstructions>;
  /** Arrivals on the holder's cash balance, oldest first, after the one named. */
  arrivals(customer: string): Promise<readonly ProviderArrival[]>;
  /** Lets a holder's bank transfer arrive. Only in the provider's test mode. @throws ProviderRefused elsewhere */
  pretendTransfer(customer: string, amountCents: number): Promise<void>;
  /** Moves what has arrived from the holder's cash balance to the venue's. */
  collect(
    request: Pick<ChargeRequest, 'payment' | 'customer' | 'amountCents'>,
    call: ProviderCall,
  ): Promise<ProviderCharge>;

  // ---- money back ----
  refund(
    request: { readonly refund: string; readonly charge: string; readonly amountCents: number },
    call: ProviderCall,
  ): Promise<ProviderRefund>;
  readRefund(refund: string): Promise<ProviderRefund>;
  readDispute(dispute: string): Promise<ProviderDispute>;
  /** The newest disputes, for those of which no message came. */
  recentDisputes(): Promise<readonly ProviderDispute[]>;

  // ---- money out ----
  createAccount(
    holder: { readonly id: string; readonly kind: 'person' | 'organisation'; readonly email: string },
    key: string,
  ): Promise<{ readonly account: string }>;
  onboardingUrl(account: string, returnUrl: string): Promise<string>;
  readAccount(account: string): Promise<{ readonly status: 'onboarding' | 'ready' | 'restricted' }>;
  transfer(
    request: { readonly outgoing: string; readonly account: string; readonly amountCents: number },
    call: ProviderCall,
  ): Promise<ProviderTransfer>;
  /** Sends what reached the connected account on to its bank. */
  payOut(
    request: { readonly outgoing: string; readonly account: string; readonly amountCents: number },
    call: ProviderCall,
  ): Promise<ProviderPayout>;
  readPayout(account: string, payout: string): Promise<ProviderPayout>;
  /** Takes a transfer back whose payout the bank has returned. */
  reverse(transfer: string, key: string): Promise<{ readonly reversal: string }>;

  // ---- books ----
  /** Movements of the venue's balance, oldest first, after the one named (from the first when null). */
  lines(after: string | null): AsyncIterable<ProviderLine>;
  balanceCents(): Promise<number>;

  /** What a signed message is about. @throws ProviderRefused for a forged, old or unreadable one */
  readMessage(body: Uint8Array, signature: string): ProviderMessage;
}

/** A call that moves money. */
export interface ProviderCall {
  /** Names object, step and attempt. */
  readonly key: string;
  /** Whether it may have been made longer ago than the provider remembers keys: what came of it is looked for first. */
  readonly old: boolean;
}
export interface ChargeRequest {
  readonly payment: string;
  readonly customer: string;
  readonly method: string;
  readonly kind: 'card' | 'sepa_debit';
  readonly amountCents: number;
}
export interface ProviderMethod {
  readonly customer: string;
  readonly method: string;
  readonly kind: 'card' | 'sepa_debit';
  /** What its owner knows it by, e.g. "Visa", "4242", "12/2030"; no number from which one could pay. */
  readonly brand: string;
  readonly last4: string;
  readonly expires: string | null;
}
export interface ProviderCharge {
  readonly intent: string;
  readonly status: 'processing' | 'action_needed' | 'succeeded' | 'declined' | 'cancelled';
  readonly charge: string | null;
  readonly feeCents: number | null;
  readonly declined: string | null;
  readonly final: boolean;
  /** Disputes of its charge. */
  readonly disputed: boolean;
}
export interface ProviderArrival {
  readonly transaction: string;
  readonly amountCents: number;
}
export interface ProviderRefund {
  readonly refund: string;
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly feeCents: number;
}
export interface ProviderDispute {
  readonly dispute: string;
  readonly charge: string;
  readonly amountCents: number;
  readonly feeCents: number;
  readonly status: 'open' | 'won' | 'lost';
}
export interface ProviderTransfer {
  readonly transfer: string;
}
export interface ProviderPayout {
  readonly payout: string;
  readonly status: 'pending' | 'paid' | 'failed';
}
export interface ProviderLine {
  readonly id: string;
  /** The object it comes from: ch_, py_, re_, pyr_, tr_, trr_, dp_, po_. */
  readonly source: string;
  readonly type: string;
  readonly netCents: number;
}
export interface FundingInstructions {
  readonly iban: string;
  readonly bic: string;
  readonly holder: string;
  readonly bank: string;
}
/** One of the provider's messages: it only says that something about an object is new, which is then read from it. */
export interface ProviderMessage {
  readonly event: string;
  readonly type: string;
  /** Whose newest state is to be read; null when it is about nothing the venue wants to know. */
  readonly object: string | null;
  /** The connected account it happened on; null for the venue's own. */
  readonly account: string | null;
}

/** Nobody knows whether the call was done: make it again with the same key. */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';
}
/** The provider has answered, and what is asked for cannot be done yet: make the call again later. */
export class ProviderNotYet extends ProviderUnavailable {}
/** The provider has understood and refused; `code` is its own. */
export class ProviderRefused extends Error {
  override readonly name = 'ProviderRefused';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
