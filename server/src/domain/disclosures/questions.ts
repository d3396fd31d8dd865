import { policy } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import type { PersonId, QuestionId } from '@piazza/shared/values';
import { accept, existing, refuse, type Context, type Decision } from '../core/index.ts';
import { isRunning } from '../offers/index.ts';
import { represents, standsFor } from '../organisations/index.ts';
import type { DisclosuresCommand } from './events.ts';
import { questionsOf } from './state.ts';
import type { DisclosuresView, Events } from './view.ts';

type Of<K extends DisclosuresCommand['kind']> = Extract<DisclosuresCommand, { kind: K }>;

/**
 * An investor asks the issuer of a running offer.
 * Precedence: not_found, own_offer, offer_over, too_many_questions.
 */
export function decideAsk(
  view: DisclosuresView,
  { offer: id, words }: Of<'disclosures.ask'>,
  ctx: Context,
): Decision<Events> {
  const offer = view.offers.offers.get(id);
  if (offer === undefined) return refuse(reject('not_found'));
  if (represents(view.organisations, ctx.actor, offer.organisation)) return refuse(reject('own_offer'));
  if (!isRunning(offer)) return refuse(reject('offer_over', { status: offer.status }));
  const own = questionsOf(view.disclosures, id).filter(({ person }) => person === ctx.actor);
  const waiting = own.filter(({ status }) => status === 'waiting').length;
  if (waiting >= policy.questionsWaiting || own.length >= policy.questionsPerOffer)
    return refuse(
      reject('too_many_questions', {
        waiting,
        mostWaiting: policy.questionsWaiting,
        most: policy.questionsPerOffer,
      }),
    );
  const question = ctx.newId('question') as QuestionId;
  const person = ctx.actor as PersonId;
  return accept<Events>(
    [{ kind: 'disclosures.asked', question, listing: offer.listing, offer: id, person, words, at: ctx.at }],
    { question },
  );
}

/**
 * The issuer answers, an operator lets a question out unanswered, or hides it with a reason.
 * Precedence: not_found, not_allowed (the issuer's answer), conflict_of_interest (operators), already_answered.
 */
export function decideQuestion(
  view: DisclosuresView,
  command: Of<'disclosures.answer' | 'disclosures.release' | 'disclosures.hide'>,
  ctx: Context,
): Decision<Events> {
  const found = view.disclosures.questions.get(command.question);
  if (found === undefined) return refuse(reject('not_found'));
  const { organisation } = existing(view.offers.offers, found.offer, 'offer');
  const { id: question, listing, offer, status } = found;
  const about = { question, listing, offer, by: ctx.actor as PersonId, at: ctx.at };
  if (command.kind === 'disclosures.answer') {
    if (!represents(view.organisations, ctx.actor, organisation)) return refuse(reject('not_allowed'));
    if (status !== 'waiting' && status !== 'released') return refuse(reject('already_answered'));
    return accept<Events>([{ kind: 'disclosures.answered', ...about, words: command.words }]);
  }
  if (standsFor(view, ctx.actor, organisation)) return refuse(reject('conflict_of_interest'));
  if (command.kind === 'disclosures.release') {
    if (status !== 'waiting') return refuse(reject('already_answered'));
    return accept<Events>([{ kind: 'disclosures.released', ...about }]);
  }
  if (status === 'hidden') return refuse(reject('already_answered'));
  return accept<Events>([{ kind: 'disclosures.hidden', ...about, words: command.words }]);
}
