import { reject } from '@piazza/shared/rejections';
import { millis, type ListingId, type ReportId } from '@piazza/shared/values';
import { filedReports, overdueReports } from '../domain/duties/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import { canonicalJson, sha256 } from '../kernel/canonical.ts';
import type { ApiContext } from './context.ts';
import { dayOfText, showDuties } from './duties-show.ts';
import { Refused, type Call, type Handlers } from './handler.ts';
import { insiderHandlers, type InsiderNames } from './insiders.ts';
import type { SealedText } from './present/disclosure.ts';
import { pickDuties, presentReport } from './present/duties.ts';
import { listingTexts, organisationName } from './present/words.ts';

type Calendar = 'duties.read' | 'duties.file' | 'duties.declarePayment' | 'duties.withdrawPayment';
type Desk = 'duties.overdue' | 'duties.decide' | 'duties.endClosedPeriod';

const listingOf = (state: VenueState, id: ReportId): ListingId => {
  const report = state.duties.reports.get(id);
  if (report === undefined) throw new Refused(reject('not_found'));
  return report.listing;
};
const ofReport = (context: ApiContext, id: ReportId): Promise<ListingId> =>
  context.exchange.read((state) => listingOf(state, id));

/** Seals words under the key of the issuer. */
async function seal(context: ApiContext, listing: ListingId, text: string) {
  const { organisation } = await context.exchange.read((state) => pickDuties(state, listing));
  return context.vault.seal(organisation.subject, { text } satisfies SealedText);
}

async function file(context: ApiContext, { caller, params, body, key }: Call<'duties.file'>) {
  const { reportId: report } = params;
  const listing = await ofReport(context, report);
  const words = await seal(context, listing, body.words);
  const { figure, documents } = body;
  const contentHash = sha256(canonicalJson({ words: words.hash, figure, documents }));
  const command = { kind: 'duties.file' as const, report, words, figure, documents, contentHash };
  await context.exchange.command(command, caller.personId, key);
  return showDuties(context, caller, listing);
}

const calendarHandlers = (context: ApiContext): Handlers<Calendar> => ({
  'duties.read': ({ caller, params }) => showDuties(context, caller, params.listingId),
  'duties.file': (call) => file(context, call),
  'duties.declarePayment': async ({ caller, params, body, key }) => {
    const { listingId: listing } = params;
    const words = await seal(context, listing, body.words);
    const command = { kind: 'duties.declarePayment' as const, listing, day: dayOfText(body.on), words };
    await context.exchange.command(command, caller.personId, key);
    return showDuties(context, caller, listing);
  },
  'duties.withdrawPayment': async ({ caller, params, key }) => {
    const { listingId: listing, payment } = params;
    await context.exchange.command(
      { kind: 'duties.withdrawPayment', listing, payment },
      caller.personId,
      key,
    );
    return showDuties(context, caller, listing);
  },
});

/** Filed ones first, since they wait for the desk; then the late ones, the latest at the top. */
async function overdue(context: ApiContext) {
  const now = context.exchange.now();
  const found = await context.exchange.read(({ duties }) => [
    ...filedReports(duties),
    ...overdueReports(duties, millis(now)).toSorted((a, b) => a.dueAt - b.dueAt),
  ]);
  const items = found.map(async (report) => {
    const { listing, organisation, documents } = await context.exchange.read((state) =>
      pickDuties(state, report.listing),
    );
    return {
      report: await presentReport(context, report, now, true, documents),
      title: (await listingTexts(context, listing.content.texts)).title,
      organisation: (await organisationName(context, organisation)).name,
    };
  });
  return { items: await Promise.all(items) };
}

const deskHandlers = (context: ApiContext): Handlers<Desk> => ({
  'duties.overdue': () => overdue(context),
  'duties.decide': async ({ caller, params, body, key }) => {
    const { reportId: report } = params;
    const listing = await ofReport(context, report);
    const words = await seal(context, listing, body.reason);
    const { accept, contentHash } = body;
    const command = { kind: 'duties.decide' as const, report, accept, contentHash, words };
    await context.exchange.command(command, caller.personId, key);
    return showDuties(context, caller, listing);
  },
  'duties.endClosedPeriod': async ({ caller, params, body, key }) => {
    const { reportId: report } = params;
    const listing = await ofReport(context, report);
    const reason = await seal(context, listing, body.reason);
    await context.exchange.command({ kind: 'duties.endClosedPeriod', report, reason }, caller.personId, key);
    return showDuties(context, caller, listing);
  },
});

/** The calendar of an issue, its insider list, and what the desk does about them. */
export const dutiesHandlers = (context: ApiContext): Handlers<Calendar | Desk | InsiderNames> => ({
  ...calendarHandlers(context),
  ...deskHandlers(context),
  ...insiderHandlers(context),
});
