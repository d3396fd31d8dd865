import type { DisclosureId, ListingId, Millis, OfferId, PersonId, QuestionId } from '@piazza/shared/values';
import type { Sealed } from '../core/index.ts';
import type { FiledSheet, ListingContent } from '../listings/index.ts';
import type { Decided, Filing } from './state.ts';

interface Filed {
  readonly content: ListingContent;
  readonly sheet: FiledSheet;
  readonly words: Sealed;
  readonly basedOn: string;
}

export type DisclosuresCommand =
  | ({ readonly kind: 'disclosures.file'; readonly offer: OfferId } & Filed)
  | { readonly kind: 'disclosures.withdraw'; readonly disclosure: DisclosureId }
  | {
      readonly kind: 'disclosures.signal';
      readonly offer: OfferId;
      readonly words: Sealed;
      /** Without waiting for a correction. */
      readonly suspend: boolean;
    }
  | ({ readonly kind: 'disclosures.correct'; readonly disclosure: DisclosureId } & Filed)
  | {
      readonly kind: 'disclosures.decide';
      readonly disclosure: DisclosureId;
      readonly accept: boolean;
      /** Hash of what the operator has read. */
      readonly contentHash: string;
      readonly words: Sealed;
    }
  | { readonly kind: 'disclosures.dismiss'; readonly disclosure: DisclosureId; readonly words: Sealed }
  | {
      readonly kind: 'disclosures.report';
      readonly listing: ListingId;
      readonly words: Sealed;
      readonly occurredOn: string;
    }
  | { readonly kind: 'disclosures.ask'; readonly offer: OfferId; readonly words: Sealed }
  | { readonly kind: 'disclosures.answer'; readonly question: QuestionId; readonly words: Sealed }
  | { readonly kind: 'disclosures.release'; readonly question: QuestionId }
  | { readonly kind: 'disclosures.hide'; readonly question: QuestionId; readonly words: Sealed };

interface Of {
  readonly disclosure: DisclosureId;
  readonly listing: ListingId;
}
interface Asked {
  readonly question: QuestionId;
  readonly listing: ListingId;
  readonly offer: OfferId;
}

export type DisclosuresEvent =
  | (Of & { readonly kind: 'disclosures.filed'; readonly offer: OfferId; readonly filing: Filing })
  | (Of & { readonly kind: 'disclosures.withdrawn'; readonly at: Millis })
  /** Some of those who held units when the event was disclosed are told of it. */
  | (Of & { readonly kind: 'disclosures.told'; readonly holders: readonly PersonId[] })
  | (Of & {
      readonly kind: 'disclosures.signalled';
      readonly offer: OfferId;
      readonly words: Sealed;
      readonly correctBy: Millis;
      readonly by: PersonId;
      readonly at: Millis;
    })
  | (Of & { readonly kind: 'disclosures.suspended'; readonly until: Millis; readonly at: Millis })
  | (Of & { readonly kind: 'disclosures.corrected'; readonly filing: Filing })
  | (Of & { readonly kind: 'disclosures.decided'; readonly decided: Decided })
  | (Of & { readonly kind: 'disclosures.dismissed'; readonly decided: Decided })
  | (Of & { readonly kind: 'disclosures.cancelled'; readonly at: Millis })
  | (Of & {
      readonly kind: 'disclosures.reported';
      readonly words: Sealed;
      readonly occurredOn: string;
      readonly late: boolean;
      readonly by: PersonId;
      readonly at: Millis;
    })
  | (Asked & {
      readonly kind: 'disclosures.asked';
      readonly person: PersonId;
      readonly words: Sealed;
      readonly at: Millis;
    })
  | (Asked & {
      readonly kind: 'disclosures.answered';
      readonly words: Sealed;
      readonly by: PersonId;
      readonly at: Millis;
    })
  | (Asked & { readonly kind: 'disclosures.released'; readonly by: PersonId; readonly at: Millis })
  | (Asked & {
      readonly kind: 'disclosures.hidden';
      readonly words: Sealed;
      readonly by: PersonId;
      readonly at: Millis;
    });
