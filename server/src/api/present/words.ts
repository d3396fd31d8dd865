import { emptyDraft, type ListingTexts, type OrganisationProfile } from '@piazza/shared/contract';
import type { OrganisationId, PersonId } from '@piazza/shared/values';
import type { Sealed } from '../../domain/core/index.ts';
import type { Organisation } from '../../domain/organisations/index.ts';
import type { Profile } from '../../identity/ports.ts';
import type { ApiContext } from '../context.ts';

/** Stands where a name was erased; in both languages, because a reply does not know its reader's. */
export const erasedName = 'erased · cancellato';

const erasedProfile: OrganisationProfile = {
  name: erasedName,
  legalForm: 'other',
  place: '',
  website: '',
  about: '',
};

export const organisationProfile = async (
  context: ApiContext,
  sealed: Sealed,
): Promise<OrganisationProfile> => (await context.vault.open<OrganisationProfile>(sealed)) ?? erasedProfile;

/** The words of a listing; what it was not asked for when they were written is empty. */
export const listingTexts = async (context: ApiContext, sealed: Sealed): Promise<ListingTexts> => ({
  ...emptyDraft.texts,
  ...(await context.vault.open<ListingTexts>(sealed)),
});

/** The personal fields that the state pointed to when it was read; undefined when they were erased. */
export const personProfile = (context: ApiContext, sealed: Sealed): Promise<Profile | undefined> =>
  context.vault.open<Profile>(sealed);

/** Display name of a person, or "venue". */
export async function personName(context: ApiContext, person: string): Promise<string> {
  if (person === 'venue') return 'venue';
  const sealed = await context.exchange.read(({ people }) => people.people.get(person as PersonId)?.profile);
  return (sealed && (await personProfile(context, sealed))?.displayName) ?? erasedName;
}

export interface OrganisationName {
  readonly id: OrganisationId;
  readonly name: string;
  readonly fictional: boolean;
}

export async function organisationName(
  context: ApiContext,
  organisation: Pick<Organisation, 'id' | 'profile' | 'fictional'>,
): Promise<OrganisationName> {
  const { name } = await organisationProfile(context, organisation.profile);
  return { id: organisation.id, name, fictional: organisation.fictional };
}
