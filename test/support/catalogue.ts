import type { CommitmentId, ListingId, OfferId, OrganisationId, PersonId } from '@piazza/shared/values';
import type { EndpointRecord } from '@piazza/shared/contract';
import type { WireRequest } from './api-client.ts';
import type { Cast } from './cast.ts';
import { commit, listingIn, offerIn, published } from './listings.ts';

/** One object for every `$name` of the contract's examples. */
export interface Catalogue {
  readonly organisation: OrganisationId;
  readonly draft: ListingId;
  readonly submitted: ListingId;
  readonly under_review: ListingId;
  readonly approved: ListingId;
  /** An offer that is open, and a pledge of Ines on it. */
  readonly offer: OfferId;
  readonly funded: OfferId;
  readonly commitment: CommitmentId;
  readonly investor: PersonId;
  readonly token: string;
}

/** Makes the objects by real commands; what needs time to pass comes first. */
export async function catalogueOf(cast: Cast): Promise<Catalogue> {
  const { offerId: funded } = await offerIn(cast, 'funded');
  const { offerId: offer } = await published(cast);
  const { id: commitment } = await commit(cast.ines, offer, 100);
  return {
    organisation: cast.organisation,
    draft: await listingIn(cast, 'draft'),
    submitted: await listingIn(cast, 'submitted'),
    under_review: await listingIn(cast, 'under_review'),
    approved: await listingIn(cast, 'approved'),
    offer,
    funded,
    commitment,
    investor: cast.ines.id,
    token: cast.ines.token,
  };
}

const consumed = ['draft', 'submitted', 'under_review', 'approved'] as const;

/** The catalogue with fresh objects where a command of the endpoint's example would use them up. */
export async function refill(cast: Cast, catalogue: Catalogue, endpoint: EndpointRecord): Promise<Catalogue> {
  const named = JSON.stringify(endpoint.example);
  const fresh: Record<string, string> = {};
  if (!endpoint.command) return catalogue;
  for (const status of consumed)
    if (named.includes(`"$${status}"`)) fresh[status] = await listingIn(cast, status);
  if (named.includes('"$offer"')) fresh['offer'] = (await published(cast)).offerId;
  if (named.includes('"$commitment"'))
    fresh['commitment'] = (await commit(cast.ines, (await published(cast)).offerId, 100)).id;
  return { ...catalogue, ...fresh };
}

/** The example with every `$name` in its place. */
export const fill = <T>(example: T, catalogue: Readonly<Record<string, string>>): T =>
  JSON.parse(
    JSON.stringify(example).replaceAll(/"\$(\w+)"/g, (_, name: string) => {
      const id = catalogue[name];
      if (id === undefined) throw new Error(`the catalogue has no ${name}`);
      return JSON.stringify(id);
    }),
  ) as T;

/** The example request of an endpoint on the wire. */
export const exampleOf = (endpoint: EndpointRecord, catalogue: Catalogue): WireRequest =>
  fill(endpoint.example, { ...catalogue }) as WireRequest;
