import { millis, type ListingId } from '@piazza/shared/values';
import { overdueTrades } from '../../domain/duties/index.ts';
import { listOf } from '../../domain/insiders/index.ts';
import { pickListing } from '../present/listing.ts';
import { listingTexts, organisationName } from '../present/words.ts';
import type { QueueProvider } from './provider.ts';

const suffix = '.trades';

/** Issues whose managers traded here and have not declared it in time: one thing for each issue, with what it comes to. */
export const managerTradeProvider: QueueProvider = {
  kind: 'manager_trade',
  roles: ['operator'],
  waiting: ({ duties }, now) =>
    [...overdueTrades(duties, millis(now))].map(([listing, late]) => {
      const insiders = listOf(duties.insiders, listing);
      return {
        object: `${listing}${suffix}`,
        status: 'late',
        since: Math.min(...late.map(({ trade }) => trade.at)),
        dueAt: Math.min(...late.map(({ dueAt }) => dueAt)),
        assignee: null,
        hiddenFrom: late.flatMap(({ trade }) => insiders[trade.entry - 1]?.person ?? []),
        stakes: {
          cents: late.reduce((sum, { trade }) => sum + trade.quantity * trade.priceCents, 0),
          code: String(late.length),
        },
      };
    }),
  words: async (context, object) => {
    const { listing, organisation } = await context.exchange.read((state) =>
      pickListing(state, object.slice(0, -suffix.length) as ListingId),
    );
    const { title } = await listingTexts(context, listing.content.texts);
    return { title, name: (await organisationName(context, organisation)).name };
  },
};
