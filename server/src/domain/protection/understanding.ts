import { currentUnderstanding, understandingBanks } from '@piazza/shared/knowledge';
import { policy } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import type { Millis, OfferId, PersonId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision } from '../core/index.ts';
import { drawsOf, placeOrder, places } from './draws.ts';
import type { ProtectionCommand, ProtectionEvent } from './events.ts';
import type { Protection, ProtectionState, Understanding } from './state.ts';

interface View {
  readonly protection: ProtectionState;
  readonly offers: { readonly offers: ReadonlyMap<OfferId, unknown> };
}

const isOf = (one: Understanding | null | undefined, offer: OfferId): one is Understanding =>
  one?.offer === offer;

/** The proof that somebody understands the commitment they are about to make on the offer, for as long as it counts. */
export function proofOf(own: Protection | undefined, offer: OfferId, at: Millis): Understanding | null {
  const one = own?.understanding;
  if (!isOf(one, offer) || one.provedAt === null) return null;
  return at < one.provedAt + policy.understandingLifeMs ? one : null;
}

function drawn(
  person: PersonId,
  offer: OfferId,
  missed: string | null,
  ctx: Context,
): Extract<ProtectionEvent, { kind: 'protection.understanding_drawn' }> {
  const draw = drawsOf(ctx.draw(2 ** 31));
  const bank = (understandingBanks[currentUnderstanding] ?? []).filter(({ id }) => id !== missed);
  const question = { id: bank[draw(bank.length)]?.id ?? '', order: placeOrder(draw) };
  const as = { offer, version: currentUnderstanding, question, drawnAt: ctx.at, missed };
  return { kind: 'protection.understanding_drawn', person, as };
}

/**
 * Draws the question for the commitment somebody is about to make on an offer. One that is open, or was answered rightly
 * and not used, stays. Refused: not_found.
 */
export function decideDrawUnderstanding(view: View, offer: OfferId, ctx: Context): Decision<ProtectionEvent> {
  if (!view.offers.offers.has(offer)) return refuse(reject('not_found'));
  const person = ctx.actor as PersonId;
  const own = view.protection.people.get(person);
  const known = own?.understanding;
  const open = isOf(known, offer) && known.provedAt === null;
  if (open || proofOf(own, offer, ctx.at) !== null) return accept([]);
  return accept<ProtectionEvent>([drawn(person, offer, null, ctx)]);
}

/**
 * Judges the answer to the open question. A wrong one draws another. Precedence: no_open_question (also where another was
 * read), answers_invalid.
 */
export function decideAnswerUnderstanding(
  { protection }: View,
  { offer, question, answer }: Extract<ProtectionCommand, { kind: 'protection.answerUnderstanding' }>,
  ctx: Context,
): Decision<ProtectionEvent> {
  const person = ctx.actor as PersonId;
  const open = protection.people.get(person)?.understanding;
  if (!isOf(open, offer) || open.provedAt !== null || open.question.id !== question)
    return refuse(reject('no_open_question'));
  if (!places.includes(answer)) return refuse(reject('answers_invalid', { questions: 1 }));
  const right = open.question.order[answer] === 0;
  const { version } = open;
  const answered: ProtectionEvent = {
    kind: 'protection.understanding_answered',
    person,
    offer,
    version,
    question,
    answer,
    right,
    at: ctx.at,
  };
  return accept(right ? [answered] : [answered, drawn(person, offer, question, ctx)], {
    right: Number(right),
  });
}
