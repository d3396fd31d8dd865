/** What the provider says of a charge, read just now. */
export interface ChargeReport {
  /** Empty when the provider would not even begin. */
  readonly intent: string;
  readonly status: 'processing' | 'action_needed' | 'succeeded' | 'declined' | 'cancelled';
  readonly charge: string | null;
  /** Cents the provider keeps; null while it is not known. */
  readonly feeCents: number | null;
  /** Why it was declined: the provider's code. */
  readonly declined: string | null;
  /** No later attempt with this method can succeed. */
  readonly final: boolean;
}
export interface RefundReport {
  /** Empty when the provider would not even begin. */
  readonly refund: string;
  readonly status: 'pending' | 'succeeded' | 'failed';
  /** What the provider gives back of its fee, or takes more; cents, usually 0. */
  readonly feeCents: number;
}
export interface OutgoingReport {
  readonly status: 'transferred' | 'refused' | 'paid' | 'returned';
  readonly transfer: string | null;
  readonly bank: string | null;
  /** The provider's reversal of the transfer of what was returned: the name of the line it writes. */
  readonly reversal: string | null;
  readonly problem: string | null;
}
export interface DisputeReport {
  readonly dispute: string;
  readonly charge: string;
  readonly amountCents: number;
  readonly feeCents: number;
  readonly status: 'open' | 'won' | 'lost';
}
/** A movement of the provider's balance: `net` is what it changed it by. */
export interface ProviderLine {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly netCents: number;
}
