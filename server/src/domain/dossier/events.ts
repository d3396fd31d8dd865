import type { DocumentId, Millis, OrganisationId, PersonId } from '@piazza/shared/values';
import type { Needs, Sealed } from '../core/index.ts';
import type { CheckItem, DeclaredOffer, Invitation, Part, PartName, Tick } from './state.ts';

interface Saving {
  readonly organisation: OrganisationId;
  readonly words: Sealed;
  /** Fields still missing, as the form names them. */
  readonly gaps: readonly string[];
}

export type DossierCommand =
  | ({ readonly kind: 'dossier.saveRegistration' | 'dossier.declare' } & Saving)
  | ({
      readonly kind: 'dossier.saveOwners';
      /** Hundredths of a percent that each owner holds; the names are sealed. */
      readonly shares: readonly number[];
    } & Saving)
  | ({ readonly kind: 'dossier.saveOffers'; readonly offers: readonly DeclaredOffer[] } & Saving)
  | {
      readonly kind: 'dossier.invite';
      readonly organisation: OrganisationId;
      readonly hash: string;
      readonly email: Sealed;
    }
  | {
      readonly kind: 'dossier.withdrawInvitation';
      readonly organisation: OrganisationId;
      readonly hashes: readonly string[];
    }
  | { readonly kind: 'dossier.acceptInvitation'; readonly hash: string }
  | {
      readonly kind: 'dossier.removeRepresentative';
      readonly organisation: OrganisationId;
      readonly person: PersonId;
    }
  | {
      readonly kind: 'dossier.check';
      readonly organisation: OrganisationId;
      readonly item: CheckItem;
      readonly clear: boolean;
      readonly document: DocumentId | null;
      readonly reason: Sealed;
    };

export type DossierEvent =
  | {
      readonly kind: 'dossier.saved';
      readonly organisation: OrganisationId;
      readonly part: PartName;
      readonly as: Part;
      /** Of the part that declares them. */
      readonly offers: readonly DeclaredOffer[] | null;
      /** Points that rested on what was there before. */
      readonly lapsed: readonly CheckItem[];
    }
  | {
      readonly kind: 'dossier.invited';
      readonly organisation: OrganisationId;
      readonly invitation: Invitation;
    }
  | {
      readonly kind: 'dossier.uninvited';
      readonly organisation: OrganisationId;
      readonly hashes: readonly string[];
    }
  | {
      readonly kind: 'dossier.checked';
      readonly organisation: OrganisationId;
      readonly item: CheckItem;
      /** Null where an operator took it back. */
      readonly tick: Tick | null;
      readonly by: PersonId;
      readonly reason: Sealed;
      readonly document: DocumentId | null;
      readonly at: Millis;
    };

export const dossierNeeds: Needs<DossierCommand> = {
  'dossier.saveRegistration': 'enterprise',
  'dossier.saveOwners': 'enterprise',
  'dossier.saveOffers': 'enterprise',
  'dossier.declare': 'enterprise',
  'dossier.invite': 'enterprise',
  'dossier.withdrawInvitation': 'enterprise',
  'dossier.acceptInvitation': 'enterprise',
  'dossier.removeRepresentative': 'enterprise',
  'dossier.check': 'operator',
};
