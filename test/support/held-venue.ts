import { castOf, type Cast } from './cast.ts';
import { FaultyJournal } from './faulty-journal.ts';
import { openFloor, type Floor } from './floor.ts';
import { openVenue, type OpenOptions, type TestVenue } from './server.ts';

export interface HeldVenue {
  readonly venue: TestVenue;
  /** Between the venue and its store: holds flushes, or lets them fail. */
  readonly journal: FaultyJournal;
}

export async function openHeldVenue(options: Omit<OpenOptions, 'around'> = {}): Promise<HeldVenue> {
  let journal: FaultyJournal | undefined;
  const venue = await openVenue({
    ...options,
    around: (stores) => {
      journal = new FaultyJournal(stores.journal);
      return { ...stores, journal };
    },
  });
  if (journal === undefined) throw new Error('the venue opened no store');
  return { venue, journal };
}

/** The same with a market in continuous trading. */
export async function openHeldFloor(
  options: Omit<OpenOptions, 'around'> = {},
): Promise<HeldVenue & { readonly cast: Cast; readonly floor: Floor }> {
  const held = await openHeldVenue(options);
  const cast = await castOf(held.venue);
  const floor = await openFloor(cast, 'continuous');
  await floor.toContinuous();
  return { ...held, cast, floor };
}
