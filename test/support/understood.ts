import type { OfferId, PersonId } from '@piazza/shared/values';
import type { VenueCommand } from '../../server/src/domain/venue/index.ts';
import { ofr } from './domain-cast.ts';
import type { DomainVenue } from './domain-venue.ts';

export const draw = (offer: OfferId = ofr(1)): VenueCommand => ({
  kind: 'protection.drawUnderstanding',
  offer,
});

/** What is asked of somebody now, with the place of the right answer. */
export function asked(
  { state }: DomainVenue,
  person: PersonId,
): { readonly id: string; readonly right: number } {
  const question = state.protection.people.get(person)?.understanding?.question;
  if (question === undefined) throw new Error(`nothing is asked of ${person}`);
  return { id: question.id, right: question.order.indexOf(0) };
}

/** The answer to what is asked: the right place, or so many places after it. */
export function answer(
  venue: DomainVenue,
  person: PersonId,
  offset = 0,
  offer: OfferId = ofr(1),
): VenueCommand {
  const { id, right } = asked(venue, person);
  return { kind: 'protection.answerUnderstanding', offer, question: id, answer: (right + offset) % 3 };
}

function takes(venue: DomainVenue, person: PersonId, command: VenueCommand): void {
  const decision = venue.take(person, command);
  if ('rejection' in decision) throw new Error(`${command.kind} was refused: ${decision.rejection.code}`);
}

/** Somebody has proved that they understand a large commitment to the offer. */
export const understood =
  (person: PersonId, offer: OfferId = ofr(1)) =>
  (venue: DomainVenue): void => {
    takes(venue, person, draw(offer));
    if (venue.state.protection.people.get(person)?.understanding?.provedAt !== null) return;
    takes(venue, person, answer(venue, person, 0, offer));
  };

/** Whoever places a commitment that asks for a proof has given it: stories that are not about it never meet it. */
export function understoodWhereAsked(venue: DomainVenue, actor: string, command: VenueCommand): void {
  if (command.kind !== 'commitments.place' || !venue.state.people.people.has(actor as PersonId)) return;
  const decision = venue.decide(actor as PersonId, command);
  if ('rejection' in decision && decision.rejection.code === 'understanding_not_proved')
    understood(actor as PersonId, command.offer)(venue);
}
