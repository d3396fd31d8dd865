import type { DutiesView, DutyReport, DutyReportStatus } from '@piazza/shared/contract';
import { dayOf, dayText } from '@piazza/shared/calendar';
import { millis, type DocumentId, type ListingId, type ReportId } from '@piazza/shared/values';
import type { Cast, Player } from './cast.ts';
import { day } from './draft.ts';
import { bringToContinuous, buys, everyDay, fundedIssue, sells } from './markets.ts';

/** The calendar day so many days from now, as the venue's clock has it. */
export const dayAhead = (cast: Cast, days: number): string =>
  dayText(dayOf(millis(cast.venue.venue.exchange.now())) + days);

export const dutiesOf = (who: Player, listingId: ListingId): Promise<DutiesView> =>
  who.api.call('duties.read', { params: { listingId } });

/** The impact report that is due next, or the one that waits. */
export async function impactReport(who: Player, listingId: ListingId): Promise<DutyReport> {
  const { reports } = await dutiesOf(who, listingId);
  const found = reports.find(({ kind, status }) => kind === 'impact' && status !== 'accepted');
  if (found === undefined) throw new Error('no impact report is owed');
  return found;
}

/** Kinds of what somebody was told about the issue, the newest first. */
export const noticesOf = async ({ api }: Player, listingId: ListingId): Promise<string[]> =>
  (await api.call('me.notices')).items
    .filter(({ subject }) => subject['listing'] === listingId)
    .map(({ kind }) => kind);

/** To so many days after the day the impact report is due, at noon. */
export async function passToReport(cast: Cast, listingId: ListingId, after: number): Promise<void> {
  const { dueOn } = await impactReport(cast.olga, listingId);
  const target = Date.parse(`${dueOn}T11:00:00Z`) + after * day;
  // The clock takes no jump longer than this.
  while (target - cast.venue.venue.exchange.now() > 300 * day) await cast.pass(300 * day);
  await cast.passTo(target);
}

/** Why somebody may not place an order to buy one unit. */
export const refusedOrder = ({ api }: Player, listingId: ListingId) =>
  api.refusal('orders.place', {
    params: { listingId },
    body: { side: 'buy', type: 'limit', price: 2_400 as never, quantity: 1 as never, timeInForce: 'gtc' },
  });

/** Enzo uploads a table for a report of the issue, to be seen by him and operators. */
export async function attaches(
  { enzo, organisation }: Cast,
  listingId: ListingId,
  name: string,
): Promise<DocumentId> {
  const { id } = await enzo.api.call('documents.upload', {
    params: { organisationId: organisation },
    query: { name, kind: 'impact_evidence', visibility: 'issuer', listingId },
    bytes: Buffer.from('voce;numero\r\nfamiglie;11\r\n'),
  });
  return id;
}

/** Enzo files the impact report of his issue that is owed. */
export async function filesReport(cast: Cast, listingId: ListingId, figure = 11): Promise<ReportId> {
  const { id: reportId } = await impactReport(cast.enzo, listingId);
  const body = { words: 'Undici famiglie sono entrate in casa, su quaranta.', figure, documents: [] };
  await cast.enzo.api.call('duties.file', { params: { reportId }, body });
  return reportId;
}

/** An operator accepts the report, or asks for changes, having read it. */
export async function decidesReport(who: Player, listingId: ListingId, accept = true): Promise<DutiesView> {
  const { id: reportId, filing } = await impactReport(who, listingId);
  const body = { accept, contentHash: filing?.contentHash ?? '', reason: 'Read beside its evidence' };
  return who.api.call('duties.decide', { params: { reportId }, body });
}

/** An impact report of Enzo's in that status. */
export async function reportIn(cast: Cast, status: DutyReportStatus): Promise<ReportId> {
  const listingId = await fundedIssue(cast);
  if (status === 'due') return (await impactReport(cast.enzo, listingId)).id;
  const id = await filesReport(cast, listingId);
  if (status !== 'filed') await decidesReport(cast.olga, listingId, status === 'accepted');
  return id;
}

/** Somebody is entered in the insider list of Enzo's issue, as a manager, from today on. */
export const enters = (cast: Cast, listingId: ListingId, email: string | null, from = dayAhead(cast, 0)) =>
  cast.enzo.api.call('insiders.enter', {
    params: { listingId },
    body: { name: 'Anna Prova', email, why: 'Keeps the accounts', manager: true, from, until: null },
  });

/** Ines is entered as a manager of the issue, which is admitted to trading, and buys ten units of it from Ivo. */
export async function managerTrades(cast: Cast, listingId: ListingId): Promise<void> {
  const body = { model: 'continuous', calendar: everyDay, reason: 'Everything is delivered' } as const;
  await cast.olga.api.call('markets.open', { params: { listingId }, body });
  await enters(cast, listingId, cast.ines.email);
  await bringToContinuous(cast, listingId);
  await sells(cast.ivo, listingId, { price: 2_500, quantity: 10 });
  await buys(cast.ines, listingId, { price: 2_500, quantity: 10 });
}

/** What the contract's examples name of duties. */
export interface Dutiful {
  readonly duty: ListingId;
  readonly report: ReportId;
  /** Hash of what was filed, and days on which a payment may be and a trade was. */
  readonly filing: string;
  readonly payday: string;
  readonly today: string;
}

/**
 * A funded issue of Enzo's with a report that waits, a payment declared, a manager on its insider list, and another, Ines,
 * who has traded it today.
 */
export async function dutiful(cast: Cast): Promise<Dutiful> {
  const duty = await fundedIssue(cast);
  const report = await filesReport(cast, duty);
  await cast.enzo.api.call('duties.declarePayment', {
    params: { listingId: duty },
    body: { on: dayAhead(cast, 60), words: 'Interest of the first half' },
  });
  await enters(cast, duty, null);
  await managerTrades(cast, duty);
  const { filing } = await impactReport(cast.enzo, duty);
  const [payday, today] = [dayAhead(cast, 90), dayAhead(cast, 0)];
  return { duty, report, filing: filing?.contentHash ?? '', payday, today };
}
