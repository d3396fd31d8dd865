import type { UnderstandingView } from '@piazza/shared/contract';
import { understandingBanks, understandingOf, type QuestionWords } from '@piazza/shared/knowledge';
import { reject } from '@piazza/shared/rejections';
import { millis, type Millis, type OfferId, type PersonId } from '@piazza/shared/values';
import { proofOf } from '../domain/protection/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import type { ApiContext } from './context.ts';
import { Refused, type Handlers } from './handler.ts';

type Names = 'protection.understanding' | 'protection.drawUnderstanding' | 'protection.answerUnderstanding';

const shown = ({ ask, options }: QuestionWords, order: readonly number[]) => ({
  ask,
  options: order.map((option) => options[option] ?? ''),
});
const explained = ({ ask, options: [right], why }: QuestionWords) => ({ ask, right, why });

/** @throws Refused not_found */
function pick(state: VenueState, person: PersonId, offerId: OfferId, at: Millis): UnderstandingView {
  if (!state.offers.offers.has(offerId)) throw new Refused(reject('not_found'));
  const own = state.protection.people.get(person);
  const nothing: UnderstandingView = { offerId, state: 'none', question: null, missed: null };
  if (proofOf(own, offerId, at) !== null) return { ...nothing, state: 'proved' };
  const open = own?.understanding;
  if (open?.offer !== offerId || open.provedAt !== null) return nothing;
  const { version, question, missed } = open;
  const asked = understandingOf(version, question.id);
  const before = missed === null ? undefined : understandingOf(version, missed);
  return {
    offerId,
    state: 'open',
    question:
      asked === undefined
        ? null
        : {
            id: asked.id,
            words: { en: shown(asked.en, question.order), it: shown(asked.it, question.order) },
          },
    missed: before === undefined ? null : { en: explained(before.en), it: explained(before.it) },
  };
}

const show = (context: ApiContext, person: PersonId, offer: OfferId): Promise<UnderstandingView> =>
  context.exchange.read((state) => pick(state, person, offer, millis(context.exchange.now())));

const isQuestion = (id: string): boolean =>
  Object.keys(understandingBanks).some((version) => understandingOf(version, id) !== undefined);

/** The question that comes before a large commitment. The right answer never leaves the server before it was given. */
export const understandingHandlers = (context: ApiContext): Handlers<Names> => ({
  'protection.understanding': ({ caller, params }) => show(context, caller.personId, params.offerId),
  'protection.drawUnderstanding': async ({ caller, params: { offerId: offer }, key }) => {
    await context.exchange.command({ kind: 'protection.drawUnderstanding', offer }, caller.personId, key);
    return show(context, caller.personId, offer);
  },
  'protection.answerUnderstanding': async ({ caller, params: { offerId: offer }, body, key }) => {
    await show(context, caller.personId, offer);
    // A word that names no question is somebody's own: it never gets as far as the journal.
    if (!isQuestion(body.question)) throw new Refused(reject('no_open_question'));
    const command = { kind: 'protection.answerUnderstanding' as const, offer, ...body };
    await context.exchange.command(command, caller.personId, key);
    return show(context, caller.personId, offer);
  },
});
