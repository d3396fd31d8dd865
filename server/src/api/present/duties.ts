import type { DutiesView, DutyReport, InsiderView } from '@piazza/shared/contract';
import { dayOf, dayText } from '@piazza/shared/calendar';
import { millis, type ListingId, type PersonId } from '@piazza/shared/values';
import { closedPeriodsOf, isOverdue, reportsOf, type Report } from '../../domain/duties/index.ts';
import { listOf, type Insider, type InsiderVersion } from '../../domain/insiders/index.ts';
import { samePerson } from '../../domain/people/index.ts';
import type { VenueState } from '../../domain/venue/index.ts';
import type { ApiContext } from '../context.ts';
import { wordsOf } from './disclosure.ts';
import { nameOf, presentOwed, presentTrades, type TradesPick } from './manager-trades.ts';
import { pickListing, type ListingPick } from './listing.ts';
import { listingTexts, personName } from './words.ts';

/** What of the duties of an issue the state tells. */
export interface DutiesPick extends ListingPick, TradesPick {
  readonly reports: readonly Report[];
  readonly documents: ReadonlySet<string>;
  readonly closed: { readonly report: Report; readonly from: number } | null;
}

export function pickDuties(state: VenueState, id: ListingId, reader: PersonId | null = null): DutiesPick {
  const reports = reportsOf(state.duties, id);
  const next = closedPeriodsOf(state.duties, id)
    .filter(({ until }) => until === null)
    .toSorted((a, b) => a.from - b.from)[0];
  const report = reports.find((one) => one.id === next?.report);
  const issue = state.duties.issues.get(id);
  const open = issue !== undefined && issue.delistedAt === null;
  const insiders = listOf(state.duties.insiders, id);
  const own = insiders.filter(
    ({ person }) => reader !== null && person !== null && samePerson(state.people, person, reader),
  );
  const shown = [...state.documents.byId.values()].flatMap((one) =>
    one.visibility === 'public' && one.removed === null ? [one.id] : [],
  );
  return {
    ...pickListing(state, id),
    issue,
    reports,
    insiders,
    own: new Set(own.map(({ entry }) => entry)),
    documents: new Set(shown),
    closed: !open || next === undefined || report === undefined ? null : { report, from: next.from },
  };
}

/** @param inside whether the reader is of the issuer or an operator: the public reads what was accepted */
export async function presentReport(
  context: ApiContext,
  report: Report,
  now: number,
  inside: boolean,
  documents: ReadonlySet<string>,
): Promise<DutyReport> {
  const { id, listing, kind, number, dueDay, status, suspended, suspendAt, delistAt } = report;
  const open = inside || status === 'accepted';
  const { filing, decided } = report;
  const told = decided !== null && (inside || status === 'accepted');
  return {
    id,
    listingId: listing,
    kind,
    number,
    dueOn: dayText(dueDay),
    status,
    late: isOverdue(report, millis(now)),
    suspended: suspended !== null,
    suspendsAt: suspendAt,
    delistsAt: delistAt,
    filing:
      filing === null || !open
        ? null
        : {
            at: filing.at,
            words: await wordsOf(context, filing.words),
            figure: filing.figure,
            documents: filing.documents.filter((one) => inside || documents.has(one)),
            contentHash: filing.contentHash,
          },
    decided: told ? { at: decided.at, words: inside ? await wordsOf(context, decided.words) : '' } : null,
  };
}

const byDue = (a: Report, b: Report): number => {
  const [first, second] = [a.status === 'accepted', b.status === 'accepted'];
  if (first !== second) return first ? 1 : -1;
  return first ? b.dueDay - a.dueDay : a.dueDay - b.dueDay;
};

/** What an issue owes and has given. */
export async function presentDuties(
  context: ApiContext,
  pick: DutiesPick,
  inside: boolean,
): Promise<DutiesView> {
  const { listing, issue, reports, closed, documents } = pick;
  const now = context.exchange.now();
  const { title } = await listingTexts(context, listing.content.texts);
  const sorted = reports.toSorted(byDue);
  const payments = (issue?.payments ?? []).filter(({ status }) => inside || status !== 'withdrawn');
  return {
    listingId: listing.id,
    title,
    indicator: listing.content.facts.indicator ?? '',
    since: issue?.since ?? null,
    stop: issue?.stop ?? null,
    delistedAt: issue?.delistedAt ?? null,
    closedPeriod: closed && {
      reportId: closed.report.id,
      from: millis(closed.from),
      running: closed.from <= now,
      reportDueOn: dayText(closed.report.dueDay),
    },
    reports: await Promise.all(
      sorted.map((report) => presentReport(context, report, now, inside, documents)),
    ),
    payments: await Promise.all(
      payments.toReversed().map(async ({ number, day, stopFrom, paidAt, status, words }) => ({
        number,
        on: dayText(day),
        stopsFrom: stopFrom,
        resumesAt: paidAt,
        status,
        words: await wordsOf(context, words),
      })),
    ),
    trades: await presentTrades(pick, context),
    toDeclare: await presentOwed(context, pick, inside),
  };
}

async function presentVersion(context: ApiContext, version: InsiderVersion) {
  const { name, why, manager, from, until, by, at } = version;
  return {
    name: await nameOf(context, name),
    why: (await wordsOf(context, why)) || '—',
    manager,
    from: dayText(dayOf(from)),
    // Its end is the first instant after the last day.
    until: until === null ? null : dayText(dayOf(millis(until - 1))),
    by: await personName(context, by),
    at,
  };
}

export const presentInsider = async (
  context: ApiContext,
  insider: Insider,
  operator: boolean,
): Promise<InsiderView> => ({
  ...(await presentVersion(context, insider)),
  entry: insider.entry,
  hasAccount: operator ? insider.person !== null : null,
  versions: await Promise.all(
    insider.versions.toReversed().map((version) => presentVersion(context, version)),
  ),
});
