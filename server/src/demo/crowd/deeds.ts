import type { PersonId } from '@piazza/shared/values';
import type { Chance } from '../chance.ts';
import type { DemoVenue } from '../company.ts';
import { ticket } from '../filling.ts';
import { commit, fillPurse, freeCents } from '../purse.ts';
import { appeal, ticketScale, type OpenOffer } from './weights.ts';

/** Newest commitments of a person that are looked at for one to revoke. */
const remembered = 20;
/** What a saver adds, in whole thousands of euro: from … to. */
const savings = [1, 6] as const;

/** Of a ticket that somebody cannot pay yet they save up so many at once. */
const savedTickets = 4;

/** Commits to one of the offers, by its appeal; saves up first where the money is not there. */
export async function commitSomewhere(
  venue: DemoVenue,
  person: PersonId,
  offers: readonly OpenOffer[],
  chance: Chance,
): Promise<'committed' | 'idle'> {
  const offer = chance.weighted(offers, appeal);
  const investor = venue.exchange.peek((state) => state.people.people.get(person));
  if (offer === undefined || investor === undefined) return 'idle';
  const units = ticket(investor.tier, offer.terms, chance, ticketScale(offer));
  const amount = units * offer.terms.price;
  if (freeCents(venue, person) < amount) await fillPurse(venue, person, amount * savedTickets);
  await commit(venue, person, offer.id, units);
  return 'committed';
}

/** Revokes one of the person's pledges. False when there is none. */
export async function revokeSomething(venue: DemoVenue, person: PersonId, chance: Chance): Promise<boolean> {
  const pledges = venue.exchange.peek((state) =>
    (state.offers.byInvestor.get(person) ?? [])
      .slice(-remembered)
      .filter((id) => state.offers.commitments.get(id)?.status === 'pledged'),
  );
  if (pledges.length === 0) return false;
  await venue.voices(person)('commitments.revoke', { params: { commitmentId: chance.pick(pledges) } });
  return true;
}

/** Adds a little play money. */
export async function saveUp(venue: DemoVenue, person: PersonId, chance: Chance): Promise<'saved'> {
  const [least, most] = savings;
  const more = Math.floor(chance.between(least, most)) * 100_000;
  await fillPurse(venue, person, freeCents(venue, person) + more);
  return 'saved';
}
