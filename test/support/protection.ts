import type { OfferId, PersonId } from '@piazza/shared/values';
import { onboard, renewProtection } from '../../server/src/demo/onboarding.ts';
import { knowledgeStanding } from '../../server/src/domain/protection/index.ts';
import type { Cast, Player } from './cast.ts';
import { agree } from './proposals.ts';
import type { TestVenue } from './server.ts';

/** All that comes before a first commitment, by the commands of the people themselves; the operator approves the identity. */
export const onboardIn = (
  { venue }: Pick<TestVenue, 'venue'>,
  person: PersonId,
  operator: PersonId,
): Promise<void> => onboard({ exchange: venue.exchange, vault: venue.context.vault }, person, operator);

/** Takes the test and the simulation again where their time is over. */
export async function renewedIn({ venue }: TestVenue, person: PersonId): Promise<void> {
  await renewProtection({ exchange: venue.exchange, vault: venue.context.vault }, person);
}

let made = 0;

/** Somebody with an account as an investor, and nothing done yet. */
export function newcomer(cast: Cast): Promise<Player> {
  made += 1;
  return cast.join(`newcomer${made}@example.org`, { displayName: 'Nuova', roles: ['investor'], isNew: true });
}

/** Nobody's: a foreign number that says so. */
export const madeUpIdentity = (taxCode = `PROVA ${made} 00`) =>
  ({
    givenName: 'Prova',
    familyName: 'Esempio',
    birthDate: '1984-04-09',
    street: 'Via Esempio 1',
    postalCode: '10100',
    city: 'Torino',
    country: 'IT',
    taxCountry: 'DE',
    taxCode,
  }) as const;

/** A newcomer whose identity waits for an operator. */
export async function applicant(cast: Cast): Promise<Player> {
  const player = await newcomer(cast);
  await player.api.call('protection.submitIdentity', { body: madeUpIdentity() });
  return player;
}

const request = {
  party: 'person',
  criteria: ['income_or_portfolio', 'frequent_trades'],
  evidence: 'Statements of the last four quarters',
  attested: true,
} as const;

/** An investor past the onboarding whose request for the class waits. */
export async function requester(cast: Cast): Promise<Player> {
  const player = await newcomer(cast);
  await onboardIn(cast.venue, player.id, cast.olga.id);
  await player.api.call('protection.requestClass', { body: { ...request, criteria: [...request.criteria] } });
  return player;
}

/** Olga proposes the class, Oreste agrees. */
export async function grantClass(cast: Cast, personId: PersonId, number = 1): Promise<void> {
  const { proposalId } = await cast.olga.api.call('protection.proposeClass', {
    params: { personId },
    body: { request: number, reason: 'Papers seen' },
  });
  const proposal = await cast.oreste.api.call('approvals.read', { params: { proposalId } });
  await agree(cast.oreste, proposal);
}

/** Answers the drawn paper; so many answers are right. @throws where no paper is open */
export async function answers(cast: Cast, player: Player, right: number) {
  await player.api.call('protection.drawTest');
  const paper = cast.venue.venue.exchange.peek(
    ({ protection }) => protection.people.get(player.id)?.paper ?? null,
  );
  if (paper === null) throw new Error('no paper is drawn');
  const chosen = paper.questions.map(({ order }, at) => order.indexOf(at < right ? 0 : 1));
  return player.api.call('protection.submitTest', { body: { answers: chosen } });
}

export const standingOf = (cast: Cast, person: PersonId) =>
  cast.venue.venue.exchange.peek(({ protection }) =>
    knowledgeStanding(protection.people.get(person), cast.venue.venue.exchange.now() as never),
  );

/** The question Ines is asked before a large commitment to the offer. */
export async function askedUnderstanding({ ines }: Cast, offerId: OfferId): Promise<string> {
  const { question } = await ines.api.call('protection.drawUnderstanding', { params: { offerId } });
  return question?.id ?? '';
}
