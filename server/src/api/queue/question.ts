import { policy } from '@piazza/shared/policy';
import type { QuestionId } from '@piazza/shared/values';
import { waitingQuestions } from '../../domain/disclosures/index.ts';
import { pickListing } from '../present/listing.ts';
import { listingTexts, organisationName } from '../present/words.ts';
import type { QueueProvider } from './provider.ts';

/** Questions that the issuer has not answered: to be let out or hidden. */
export const questionProvider: QueueProvider = {
  kind: 'question',
  roles: ['operator'],
  waiting: ({ disclosures }) =>
    waitingQuestions(disclosures).map(({ id, at, status }) => ({
      object: id,
      status,
      since: at,
      dueAt: at + policy.queueDueMs.question,
      assignee: null,
      stakes: { cents: null, code: '' },
    })),
  words: async (context, object) => {
    const { listing, organisation } = await context.exchange.read((state) => {
      const found = state.disclosures.questions.get(object as QuestionId);
      return pickListing(state, found?.listing as never);
    });
    const { title } = await listingTexts(context, listing.content.texts);
    return { title, name: (await organisationName(context, organisation)).name };
  },
};
