import type { ListingId } from '@piazza/shared/values';
import { nextTimer } from '../domain/schedule/index.ts';
import type { Issue } from './admission.ts';
import { chapters } from './chapters.ts';
import type { StoryClock } from './clock.ts';
import { gather, type Company, type DemoVenue } from './company.ts';
import { fillPurse } from './purse.ts';
import { Script } from './script.ts';
import { tellChapter } from './story.ts';

/** How far the planting has come; `total` is the number of steps. */
export type PlantingProgress = (done: number, total: number) => void;

export interface Planted {
  readonly company: Company;
  readonly reserve: readonly ListingId[];
}

/** A newcomer has something to begin with, in cents. */
const newcomersPurse = 1_000_000;

/**
 * Tells the whole story to an empty venue, as the people of the story would have: through the API, at the story's times.
 * Ends with the clock on real time.
 * @param now the moment at which the story is told, UTC ms
 * @param known hears who belongs to the story as soon as they do
 */
export async function plant(
  venue: DemoVenue,
  clock: StoryClock,
  now: number,
  known: (company: Company) => void,
  progress: PlantingProgress,
): Promise<Planted> {
  const company = await gather(venue);
  known(company);
  const script = new Script();
  const reserved: Issue[] = [];
  for (const chapter of chapters) {
    const issue = tellChapter({ venue, company, script, now }, chapter);
    if (chapter.reserved === true) reserved.push(issue);
  }
  const isTimerDue = (at: number): boolean =>
    venue.exchange.peek((state) => (nextTimer(state.schedule)?.dueAt ?? Infinity) <= at);
  await script.play(clock, isTimerDue, (done) => progress(done, script.length));
  clock.handOver();
  // The first word in real time, after which the venue's timers count in real time too.
  await fillPurse(venue, company.shown.newcomer, newcomersPurse);
  return { company, reserve: reserved.map(({ listingId }) => listingId) };
}
