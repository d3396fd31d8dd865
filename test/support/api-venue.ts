import { castOf, type Cast } from './cast.ts';
import { catalogueOf, type Catalogue } from './catalogue.ts';
import { openVenue, type TestVenue } from './server.ts';
import { wireTo, type Wire } from './wire.ts';

/** A venue with something of everything in it, and a wire to it on which a test says what it likes. */
export interface ApiVenue {
  readonly venue: TestVenue;
  readonly cast: Cast;
  readonly catalogue: Catalogue;
  readonly wire: Wire;
  close(): Promise<void>;
}

export async function openApiVenue(): Promise<ApiVenue> {
  const venue = await openVenue();
  const cast = await castOf(venue);
  const catalogue = await catalogueOf(cast);
  const wire = wireTo(venue.url);
  const close = async (): Promise<void> => {
    wire.close();
    await venue.close();
  };
  return { venue, cast, catalogue, wire, close };
}
