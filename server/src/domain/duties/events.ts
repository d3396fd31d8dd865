import type {
  DocumentId,
  ListingId,
  Millis,
  OrganisationId,
  PersonId,
  ReportId,
} from '@piazza/shared/values';
import type { Sealed } from '../core/index.ts';
import type { InsiderVersion } from '../insiders/index.ts';
import type { ManagerTrade, Payment, Report, ReportFiling, Stop } from './state.ts';

export type DutiesCommand =
  | {
      readonly kind: 'duties.file';
      readonly report: ReportId;
      readonly words: Sealed;
      readonly figure: number | null;
      readonly documents: readonly DocumentId[];
      readonly contentHash: string;
    }
  | {
      readonly kind: 'duties.decide';
      readonly report: ReportId;
      readonly accept: boolean;
      /** Hash of what the operator has read. */
      readonly contentHash: string;
      readonly words: Sealed;
    }
  /** Duties of issues that were funded before the venue kept a calendar begin now. */
  | { readonly kind: 'duties.beginMissing' }
  | { readonly kind: 'duties.endClosedPeriod'; readonly report: ReportId; readonly reason: Sealed }
  | {
      readonly kind: 'duties.declarePayment';
      readonly listing: ListingId;
      readonly day: number;
      readonly words: Sealed;
    }
  | { readonly kind: 'duties.withdrawPayment'; readonly listing: ListingId; readonly payment: number }
  | {
      readonly kind: 'duties.enterInsider';
      readonly listing: ListingId;
      /** Null for a new entry. */
      readonly entry: number | null;
      readonly person: PersonId | null;
      readonly name: Sealed;
      readonly why: Sealed;
      readonly manager: boolean;
      readonly from: Millis;
      readonly until: Millis | null;
    }
  | {
      readonly kind: 'duties.declareTrade';
      readonly listing: ListingId;
      readonly entry: number;
      readonly side: 'buy' | 'sell';
      readonly quantity: number;
      readonly priceCents: number;
      readonly day: number;
      readonly onVenue: boolean;
    }
  /** All that the manager traded on the venue on that day and has not declared. */
  | {
      readonly kind: 'duties.declareSeen';
      readonly listing: ListingId;
      readonly entry: number;
      readonly day: number;
    };

interface Of {
  readonly report: ReportId;
  readonly listing: ListingId;
}

export type DutiesEvent =
  | {
      readonly kind: 'duties.begun';
      readonly listing: ListingId;
      readonly organisation: OrganisationId;
      readonly at: Millis;
    }
  | (Of & {
      readonly kind: 'duties.scheduled';
      readonly as: Pick<
        Report,
        'kind' | 'number' | 'dueDay' | 'dueAt' | 'closedFrom' | 'suspendAt' | 'delistAt'
      >;
    })
  | (Of & {
      readonly kind: 'duties.reminded';
      readonly reportKind: Report['kind'];
      readonly dueAt: Millis;
      readonly late: boolean;
    })
  | (Of & { readonly kind: 'duties.filed'; readonly filing: ReportFiling; readonly late: boolean })
  | (Of & {
      readonly kind: 'duties.decided';
      readonly accepted: boolean;
      readonly words: Sealed;
      readonly by: PersonId;
      readonly at: Millis;
      /** What changes that are asked for leave of time; as they were where it is accepted. */
      readonly suspendAt: Millis | null;
      readonly delistAt: Millis | null;
    })
  | (Of & { readonly kind: 'duties.suspended'; readonly at: Millis })
  | (Of & { readonly kind: 'duties.delisted'; readonly at: Millis })
  | (Of & {
      readonly kind: 'duties.closed_period_ended';
      readonly by: PersonId;
      readonly reason: Sealed;
      readonly at: Millis;
    })
  /** What holds for trading from here on. */
  | {
      readonly kind: 'duties.restricted';
      readonly listing: ListingId;
      readonly stop: Stop | null;
      readonly closedPeriod: boolean;
      readonly was: { readonly stop: Stop | null; readonly closedPeriod: boolean };
      readonly at: Millis;
    }
  | {
      readonly kind: 'duties.payment_declared';
      readonly listing: ListingId;
      readonly payment: Omit<Payment, 'status'>;
    }
  | {
      readonly kind: 'duties.payment_moved';
      readonly listing: ListingId;
      readonly number: number;
      readonly to: Payment['status'];
    }
  | {
      readonly kind: 'duties.insider_entered';
      readonly listing: ListingId;
      readonly entry: number;
      readonly version: InsiderVersion;
    }
  | { readonly kind: 'duties.trade_declared'; readonly listing: ListingId; readonly trade: ManagerTrade };
