import { dayOfDate, instantOf } from '@piazza/shared/calendar';
import { policy } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import { millis, romeDay, type ListingId, type OrganisationId, type PersonId } from '@piazza/shared/values';
import { statementStream, type StatementEntry } from '../projections/statement.ts';
import type { Days } from '../statements/index.ts';
import type { ApiContext } from './context.ts';
import { Refused } from './handler.ts';
import { listingTexts } from './present/words.ts';

export const dayMs = 86_400_000;
const dayOf = (text: string): number => {
  const [year = 0, month = 1, date = 1] = text.split('-').map(Number);
  return dayOfDate(year, month, date);
};
/** Days of Europe/Rome, and the moments they begin and end at. */
export const daysOf = (from: string, to: string): Days => ({
  from,
  to,
  since: instantOf(dayOf(from), 0),
  until: instantOf(dayOf(to) + 1, 0),
});

/** All lines of an account that lie before a moment, the oldest first. @throws Refused report_too_large */
export async function entriesOf(
  context: ApiContext,
  owner: PersonId | OrganisationId,
  until: number,
): Promise<StatementEntry[]> {
  await context.historySettled();
  const found: StatementEntry[] = [];
  for (let after = 0; ;) {
    const page = await context.history.page(statementStream(owner), { after, limit: 1_000 });
    for (const { index, value } of page) {
      after = index;
      const entry = value as StatementEntry;
      if (entry.at >= until) return found;
      found.push(entry);
    }
    if (found.length > policy.reportRows)
      throw new Refused(reject('report_too_large', { most: policy.reportRows }));
    if (page.length === 0) return found;
  }
}

/** What the issues are called that some lines are about. */
export async function titlesOf(
  context: ApiContext,
  listings: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const listing of listings) {
    const texts = await context.exchange.read(
      (state) => state.listings.listings.get(listing as ListingId)?.content.texts,
    );
    if (texts !== undefined) titles.set(listing, (await listingTexts(context, texts)).title);
  }
  return titles;
}

/** The issues that lines are about. */
export const listingsOf = (entries: readonly StatementEntry[]): Set<string> =>
  new Set(
    entries
      .flatMap(({ asset, subject }) => [asset, subject['listing'] ?? ''])
      .filter((id) => id.startsWith('lst_')),
  );

/** Days that are over, no more than a report may have. @throws Refused report_period_invalid */
export function daysOver({ exchange }: Pick<ApiContext, 'exchange'>, from: string, to: string): Days {
  const count = dayOf(to) - dayOf(from) + 1;
  const now = romeDay(millis(exchange.now()));
  // Of a day that is not over nobody knows yet what it will have been.
  if (count < 1 || count > policy.reportDays || to >= now) throw new Refused(reject('report_period_invalid'));
  return daysOf(from, to);
}
