import type { DocumentId, Millis, OrganisationId, PersonId } from '@piazza/shared/values';
import type { Sealed } from '../core/index.ts';

export const checkItems = [
  'criminal_record',
  'jurisdiction',
  'register_extract',
  'owners_identified',
  'sanctions',
  'conflicts',
] as const;
export type CheckItem = (typeof checkItems)[number];

/** A part of the dossier as it was saved: its words are sealed, what is still missing of it is named. */
export interface Part {
  readonly words: Sealed;
  readonly gaps: readonly string[];
  readonly by: PersonId;
  readonly at: Millis;
}

/** An offer made elsewhere. */
export interface DeclaredOffer {
  readonly amountCents: number;
  /** When it counts from. */
  readonly at: Millis;
}

/** A point of the due diligence that an operator found in order. */
export interface Tick {
  readonly by: PersonId;
  readonly at: Millis;
  readonly reason: Sealed;
  readonly document: DocumentId | null;
}

/** Somebody asked to represent the organisation; the address is sealed, the link is known by its hash alone. */
export interface Invitation {
  readonly hash: string;
  readonly email: Sealed;
  readonly by: PersonId;
  readonly expiresAt: Millis;
}

/** What an organisation says of itself and what the venue has checked. */
export interface Dossier {
  registration: Part | null;
  owners: Part | null;
  offers: Part | null;
  declarations: Part | null;
  /** Of the last declaration. */
  offPlatform: readonly DeclaredOffer[];
  readonly ticks: Map<CheckItem, Tick>;
  readonly invitations: Map<string, Invitation>;
}
export type PartName = 'registration' | 'owners' | 'offers' | 'declarations';
export const partNames: readonly PartName[] = ['registration', 'owners', 'offers', 'declarations'];

/** Organisations that have filled in nothing yet have no entry. */
export interface DossierState {
  readonly byOrganisation: Map<OrganisationId, Dossier>;
}
export const initialDossier = (): DossierState => ({ byOrganisation: new Map() });

export const emptyDossier = (): Dossier => ({
  registration: null,
  owners: null,
  offers: null,
  declarations: null,
  offPlatform: [],
  ticks: new Map(),
  invitations: new Map(),
});

const nothing: Dossier = emptyDossier();
/** The dossier to read; that of an organisation that has filled in nothing is empty. */
export const dossierOf = (state: DossierState, organisation: OrganisationId): Dossier =>
  state.byOrganisation.get(organisation) ?? nothing;

/** What is missing before a listing of the organisation may be handed in, by field. */
export function dossierGaps(state: DossierState, organisation: OrganisationId): readonly string[] {
  const dossier = dossierOf(state, organisation);
  return partNames.flatMap((name) => dossier[name]?.gaps ?? [name]);
}

/** Points of the due diligence that nobody has found in order yet. */
export function openChecks(state: DossierState, organisation: OrganisationId): readonly CheckItem[] {
  const { ticks } = dossierOf(state, organisation);
  return checkItems.filter((item) => !ticks.has(item));
}

/** Cents offered elsewhere in the time after `since` (ECSPR art. 1(2)(c)). */
export function offeredElsewhere(state: DossierState, organisation: OrganisationId, since: number): number {
  let sum = 0;
  for (const { amountCents, at } of dossierOf(state, organisation).offPlatform)
    if (at > since) sum += amountCents;
  return sum;
}
