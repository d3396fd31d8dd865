import { policy } from '@piazza/shared/policy';
import type { DisclosureId } from '@piazza/shared/values';
import { awaitsOperator } from '../../domain/disclosures/index.ts';
import { isRunning } from '../../domain/offers/index.ts';
import { pickListing } from '../present/listing.ts';
import { listingTexts, organisationName } from '../present/words.ts';
import type { QueueProvider } from './provider.ts';

/** Changes and corrections of live sheets that were filed and not decided. */
export const disclosureProvider: QueueProvider = {
  kind: 'disclosure',
  roles: ['operator'],
  waiting: ({ disclosures, offers }) =>
    [...disclosures.disclosures.values()].filter(awaitsOperator).flatMap((one) => {
      const offer = offers.offers.get(one.offer);
      if (offer === undefined || !isRunning(offer)) return [];
      const since = one.filing?.at ?? one.at;
      const dueAt =
        one.kind === 'defect' ? (one.suspendedUntil ?? one.correctBy) : since + policy.queueDueMs.disclosure;
      const stakes = { cents: offer.committedCents, code: one.kind };
      return [{ object: one.id, status: one.status, since, dueAt, assignee: null, stakes }];
    }),
  words: async (context, object) => {
    const { listing, organisation } = await context.exchange.read((state) => {
      const found = state.disclosures.disclosures.get(object as DisclosureId);
      return pickListing(state, found?.listing as never);
    });
    const { title } = await listingTexts(context, listing.content.texts);
    return { title, name: (await organisationName(context, organisation)).name };
  },
};
