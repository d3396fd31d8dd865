import type { PersonId } from '@piazza/shared/values';
import type { Chance } from '../chance.ts';
import type { DemoVenue } from '../company.ts';
import { ticket } from '../filling.ts';
import { commit, fillPurse, freeCents } from '../purse.ts';
import { appeal, isAhead, ticketScale, type OpenOffer } from './weights.ts';

/** Newest commitments of a person that are looked at for one to revoke, and how many people are asked. */
const remembered = 20;
const mostAsked = 8;
/** What a saver adds, in whole thousands of euro: from … to. */
const savings = [1, 6] as const;

/** Of a ticket that somebody cannot pay yet they save up so many at once. */
const savedTickets = 4;

/** Commits to one of the offers, by its appeal; saves up first where the money is not there. */
export async function commitSomewhere(
  venue: DemoVenue,
  person: PersonId,
  offers: readonly OpenOffer[],
  lively: boolean,
  chance: Chance,
): Promise<'committed' | 'idle'> {
  const offer = chance.weighted(offers, (one) => appeal(one, lively));
  const investor = venue.exchange.peek((state) => state.people.people.get(person));
  if (offer === undefined || investor === undefined || !chance.yes(appeal(offer, lively))) return 'idle';
  const units = ticket(investor.tier, offer.terms, chance, ticketScale(offer));
  const amount = units * offer.terms.price;
  if (freeCents(venue, person) < amount) await fillPurse(venue, person, amount * savedTickets);
  await commit(venue, person, offer.id, units);
  return 'committed';
}

/**
 * Revokes a pledge of somebody in the crowd: where offers have run ahead of their time, one of those; now and then any.
 * False when nobody who was asked has one.
 */
export async function revokeSomething(
  venue: DemoVenue,
  crowd: readonly PersonId[],
  offers: readonly OpenOffer[],
  chance: Chance,
): Promise<boolean> {
  const ahead = new Set(offers.filter(isAhead).map(({ id }) => id));
  const any = ahead.size === 0 || chance.yes(0.1);
  for (let asked = 0; asked < mostAsked; asked += 1) {
    const person = chance.pick(crowd);
    const pledges = venue.exchange.peek(({ offers: { byInvestor, commitments } }) =>
      (byInvestor.get(person) ?? []).slice(-remembered).filter((id) => {
        const found = commitments.get(id);
        return found?.status === 'pledged' && (any || ahead.has(found.offer));
      }),
    );
    if (pledges.length === 0) continue;
    await venue.voices(person)('commitments.revoke', { params: { commitmentId: chance.pick(pledges) } });
    return true;
  }
  return false;
}

/** Adds a little play money. */
export async function saveUp(venue: DemoVenue, person: PersonId, chance: Chance): Promise<'saved'> {
  const [least, most] = savings;
  const more = Math.floor(chance.between(least, most)) * 100_000;
  await fillPurse(venue, person, freeCents(venue, person) + more);
  return 'saved';
}
