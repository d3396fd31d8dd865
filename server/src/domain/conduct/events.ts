import type { ComplaintOutcome } from '@piazza/shared/policy';
import type { ComplaintId, ListingId, Millis, OrganisationId, PersonId } from '@piazza/shared/values';
import type { Needs, Sealed } from '../core/index.ts';
import type { ComplaintWord, FeeVersion, Interest, Told } from './state.ts';

export type ComplaintCommand =
  | {
      readonly kind: 'conduct.complain';
      readonly listing: ListingId | null;
      readonly words: Sealed;
      readonly named: readonly PersonId[];
      /** Whose key its words are under: its own, so that it outlasts its author. Absent: its author's. */
      readonly subject?: string;
    }
  | { readonly kind: 'conduct.withdraw'; readonly complaint: ComplaintId }
  | { readonly kind: 'conduct.name'; readonly complaint: ComplaintId; readonly person: PersonId }
  | { readonly kind: 'conduct.admit'; readonly complaint: ComplaintId }
  | {
      readonly kind: 'conduct.extend';
      readonly complaint: ComplaintId;
      readonly until: Millis;
      readonly words: Sealed;
    }
  | { readonly kind: 'conduct.answer'; readonly complaint: ComplaintId; readonly words: Sealed }
  | {
      readonly kind: 'conduct.close';
      readonly complaint: ComplaintId;
      readonly outcome: ComplaintOutcome;
      readonly words: Sealed;
    };
export type ConductCommand =
  | ComplaintCommand
  | {
      readonly kind: 'conduct.declare';
      readonly interest: Interest;
      readonly organisation: OrganisationId | null;
      readonly words: Sealed;
    }
  | { readonly kind: 'conduct.end'; readonly conflict: string };

export type ComplaintEvent =
  | {
      readonly kind: 'conduct.complained';
      readonly complaint: ComplaintId;
      readonly person: PersonId;
      readonly about: ListingId | null;
      readonly words: Sealed;
      readonly named: readonly PersonId[];
      readonly at: Millis;
      readonly dueAt: Millis;
      /** Until when its author is told whether it is admissible. Absent in old records: ten working days. */
      readonly tellBy?: Millis;
      readonly subject?: string;
    }
  | { readonly kind: 'conduct.withdrawn'; readonly complaint: ComplaintId; readonly at: Millis }
  | { readonly kind: 'conduct.admitted'; readonly complaint: ComplaintId; readonly as: Told }
  | { readonly kind: 'conduct.named'; readonly complaint: ComplaintId; readonly named: PersonId }
  | {
      readonly kind: 'conduct.extended';
      readonly complaint: ComplaintId;
      readonly as: ComplaintWord & { readonly until: Millis };
    }
  | { readonly kind: 'conduct.answered'; readonly complaint: ComplaintId; readonly as: ComplaintWord }
  | {
      readonly kind: 'conduct.closed';
      readonly complaint: ComplaintId;
      readonly as: ComplaintWord & { readonly outcome: ComplaintOutcome };
    };
export type ConductEvent =
  | ComplaintEvent
  | {
      readonly kind: 'conduct.declared';
      readonly conflict: string;
      readonly person: PersonId;
      readonly interest: Interest;
      readonly concerning: OrganisationId | null;
      readonly words: Sealed;
      readonly at: Millis;
    }
  | { readonly kind: 'conduct.ended'; readonly conflict: string; readonly at: Millis }
  | { readonly kind: 'conduct.fees_set'; readonly version: FeeVersion }
  | { readonly kind: 'conduct.swept'; readonly complaints: readonly ComplaintId[]; readonly at: Millis };

const desk = ['operator', 'administrator'] as const;
export const conductNeeds: Needs<ConductCommand> = {
  'conduct.complain': 'anybody',
  'conduct.withdraw': 'anybody',
  'conduct.name': 'operator',
  'conduct.admit': 'operator',
  'conduct.extend': 'operator',
  'conduct.answer': 'operator',
  'conduct.close': 'operator',
  'conduct.declare': desk,
  'conduct.end': desk,
};
