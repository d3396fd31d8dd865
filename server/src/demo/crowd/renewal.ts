import type { ListingId, OrganisationId, PersonId } from '@piazza/shared/values';
import { Refused } from '../../api/handler.ts';
import type { VenueState } from '../../domain/venue/index.ts';
import { Issue } from '../admission.ts';
import { addressOf, shownParts } from '../cast.ts';
import type { Chance } from '../chance.ts';
import type { DemoVenue } from '../company.ts';
import type { StoryRecord } from '../record.ts';
import { factsOf, laterIssue, textsOf, type Venture } from '../venture.ts';
import { ventures } from '../ventures/index.ts';

const DAY_MS = 86_400_000;
/** Fewer open offers than this, and another one is published. */
const fewest = 3;
/** Venue time between two, so that they do not come in a bunch. */
const restMs = 2 * 60_000;
/** How long a new issue stays open, in days: from … to. */
const openDays = [12, 40] as const;

interface Organiser {
  readonly organisation: OrganisationId;
  readonly issuer: PersonId;
  readonly listings: number;
}

/** Who speaks for each organisation of the story, by its sealed name. */
async function organisersOf({ exchange, vault }: DemoVenue): Promise<Map<string, Organiser>> {
  const found = exchange.peek((state: VenueState) =>
    [...state.organisations.organisations.values()].filter(({ fictional }) => fictional),
  );
  const named = new Map<string, Organiser>();
  for (const { id, profile, representatives } of found) {
    const name = (await vault.open<{ readonly name: string }>(profile))?.name;
    const [issuer] = representatives;
    if (name === undefined || issuer === undefined || named.has(name)) continue;
    const listings = exchange.peek(
      (state) =>
        [...state.listings.listings.values()].filter(({ organisation }) => organisation === id).length,
    );
    named.set(name, { organisation: id, issuer, listings });
  }
  return named;
}

/** Keeps the venue from running dry: publishes what the story kept back, then further issues of its ventures. */
export class Renewal {
  readonly #venue: DemoVenue;
  readonly #story: StoryRecord;
  readonly #chance: Chance;
  readonly #reserve: ListingId[];
  #lastAt = -Infinity;

  constructor(venue: DemoVenue, story: StoryRecord, chance: Chance) {
    this.#venue = venue;
    this.#story = story;
    this.#chance = chance;
    this.#reserve = [...story.reserve];
  }

  /** Publishes another offer where few are open. True when it has. */
  async attend(open: number): Promise<boolean> {
    const now = this.#venue.exchange.now();
    if (open >= fewest || now - this.#lastAt < restMs) return false;
    this.#lastAt = now;
    return (await this.#publishReserve()) || this.#newIssue(now);
  }

  async #publishReserve(): Promise<boolean> {
    for (let listingId = this.#reserve.shift(); listingId !== undefined; listingId = this.#reserve.shift()) {
      const issuer = this.#issuerOfApproved(listingId);
      if (issuer === undefined) continue;
      try {
        await this.#venue.voices(issuer)('listings.publish', { params: { listingId } });
        return true;
      } catch (error) {
        // Its dates may have passed while the venue was closed: then it stays where it is.
        if (!(error instanceof Refused)) throw error;
      }
    }
    return false;
  }

  #issuerOfApproved(listingId: ListingId): PersonId | undefined {
    return this.#venue.exchange.peek((state) => {
      const listing = state.listings.listings.get(listingId);
      if (listing?.status !== 'approved') return undefined;
      return state.organisations.organisations.get(listing.organisation)?.representatives[0];
    });
  }

  /** A further issue of one of the ventures, through draft, review and admission. */
  async #newIssue(now: number): Promise<boolean> {
    const organisers = await organisersOf(this.#venue);
    const least = Math.min(...[...organisers.values()].map(({ listings }) => listings));
    const candidates = Object.values<Venture>(ventures).filter(
      ({ organisation }) => organisers.get(organisation.name)?.listings === least,
    );
    const operators = this.#operators();
    if (candidates.length === 0 || operators.length < 2) return false;
    const venture = this.#chance.pick(candidates);
    const organiser = organisers.get(venture.organisation.name);
    if (organiser === undefined) return false;
    const later = laterIssue(venture, organiser.listings + 1);
    const { organisation, facts } = later;
    const texts = textsOf(later);
    const closes = now + this.#chance.between(...openDays) * DAY_MS;
    const issue = new Issue(this.#venue, organiser.issuer);
    await issue.begin(organisation, texts);
    await issue.save({ texts, facts: factsOf(facts, closes, null) });
    await issue.submit();
    for (const operator of operators) await issue.take(operator);
    for (const operator of operators)
      await issue.approve(operator, 'Nuova emissione di un emittente già noto.');
    await issue.publish();
    return true;
  }

  /** The two operators of the story, found by their accounts. */
  #operators(): PersonId[] {
    const addresses = [shownParts.operator1, shownParts.operator2].map(({ account }) => addressOf(account));
    return this.#story.accounts.filter(({ email }) => addresses.includes(email)).map(({ id }) => id);
  }
}
