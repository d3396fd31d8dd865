import { policy } from '@piazza/shared/policy';
import { millis, type ReportId } from '@piazza/shared/values';
import { filedReports, overdueReports, type Report } from '../../domain/duties/index.ts';
import { pickListing } from '../present/listing.ts';
import { listingTexts, organisationName } from '../present/words.ts';
import type { QueueProvider, Waiting } from './provider.ts';

const waitingOf = (one: Report, status: string, since: number, dueAt: number | null): Waiting => ({
  object: one.id,
  status,
  since,
  dueAt,
  assignee: null,
  stakes: { cents: null, code: one.kind },
});

/** Reports of issuers that were filed, to be accepted; and those that are late, to be looked after. */
export const reportProvider: QueueProvider = {
  kind: 'report',
  roles: ['operator'],
  waiting: ({ duties }, now) => [
    ...filedReports(duties).map((one) => {
      const since = one.filing?.at ?? now;
      return waitingOf(one, 'filed', since, since + policy.duties.reportReviewMs);
    }),
    ...overdueReports(duties, millis(now)).map((one) => waitingOf(one, 'late', one.dueAt, one.suspendAt)),
  ],
  words: async (context, object) => {
    const { listing, organisation } = await context.exchange.read((state) =>
      pickListing(state, state.duties.reports.get(object as ReportId)?.listing as never),
    );
    const { title } = await listingTexts(context, listing.content.texts);
    return { title, name: (await organisationName(context, organisation)).name };
  },
};
