import { dayOf } from '@piazza/shared/calendar';
import type { DisclosureId, DocumentId, PersonId, ReportId } from '@piazza/shared/values';
import type { Issue, Report } from '../../server/src/domain/duties/index.ts';
import { setTimer } from '../../server/src/domain/schedule/index.ts';
import type { VenueCommand } from '../../server/src/domain/venue/index.ts';
import { cast, lst, sealed, why } from './domain-cast.ts';
import { beginning, type DomainVenue } from './domain-venue.ts';
import { does, happened, inTurn, passes, type Step } from './given.ts';
import { issued, marketIn } from './market-venue.ts';

/** Duties of lst_1 begin, as they do when it is funded. */
export const owing: Step = inTurn(
  happened(setTimer('duties:lst_1', beginning, { kind: 'duties.begin', listing: lst(1) })),
  passes(0),
);
/** An issue of Enzo's that was funded, without a market; its duties begin on 2 March 2026. */
export const owed: Step = inTurn(issued(), owing);
/** The same, trading on Tuesday, 3 March. */
export const trading: Step = inTurn(marketIn('continuous'), owing);

export const issueOf = ({ state }: DomainVenue): Issue => {
  const found = state.duties.issues.get(lst(1));
  if (found === undefined) throw new Error('no duties have begun');
  return found;
};

/** The report of a kind that is owed next. */
export const nextReport = ({ state }: DomainVenue, kind: Report['kind'] = 'impact'): Report => {
  const found = [...state.duties.reports.values()].findLast((one) => one.kind === kind);
  if (found === undefined) throw new Error(`no ${kind} report is owed`);
  return found;
};

export const rpt = (n: number): ReportId => `rpt_${n}` as ReportId;
export const doc = (n: number): DocumentId => `doc_${n}` as DocumentId;
export const dis = (n: number): DisclosureId => `dis_${n}` as DisclosureId;

type Of<K extends VenueCommand['kind']> = Extract<VenueCommand, { kind: K }>;

export const file = (changes: Partial<Of<'duties.file'>> = {}): VenueCommand => ({
  kind: 'duties.file',
  report: rpt(1),
  words: sealed('what was done'),
  figure: 11,
  documents: [],
  contentHash: 'first filing',
  ...changes,
});
export const decide = (changes: Partial<Of<'duties.decide'>> = {}): VenueCommand => ({
  kind: 'duties.decide',
  report: rpt(1),
  accept: true,
  contentHash: 'first filing',
  words: why,
  ...changes,
});
/** A manager of lst_1, by default Ines, from the day of the beginning on. */
export const enter = (changes: Partial<Of<'duties.enterInsider'>> = {}): VenueCommand => ({
  kind: 'duties.enterInsider',
  listing: lst(1),
  entry: null,
  person: cast.ines,
  name: sealed('Ines'),
  why,
  manager: true,
  from: beginning,
  until: null,
  ...changes,
});
export const entered = (person: PersonId | null = cast.ines, manager = true): Step =>
  does(cast.enzo, enter({ person, manager }));
export const declare = (changes: Partial<Of<'duties.declareTrade'>> = {}): VenueCommand => ({
  kind: 'duties.declareTrade',
  listing: lst(1),
  entry: 1,
  side: 'buy',
  quantity: 10,
  priceCents: 1_000,
  day: dayOf(beginning),
  onVenue: true,
  ...changes,
});
