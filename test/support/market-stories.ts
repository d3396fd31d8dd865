import * as fc from 'fast-check';
import { cast, everybody, lst } from './domain-cast.ts';
import { beginning, day, DomainVenue } from './domain-venue.ts';
import { funded } from './given.ts';
import { fees } from './fees.ts';
import { MarketTape } from './market-tape.ts';
import { issued } from './market-venue.ts';
import { marketWish, pauseOf, type Chance } from './market-wishes.ts';

export const investors = [cast.ines, cast.ivo, cast.caio, cast.sofia, cast.mirko];
const crowd = { investors, operators: [cast.olga] };
export const listings = [lst(1), lst(2)];
/** From the second day on the venue takes a fee of trades. */
const facts = ((): DomainVenue['journal'] => {
  const venue = new DomainVenue();
  const steps = [everybody, funded(20_000_000), issued(), issued({ listing: lst(2) })];
  for (const step of [...steps, fees({ tradeBps: 35 }, beginning + day)]) step(venue);
  return venue.journal;
})();

const draws = fc.array(fc.nat(2 ** 30 - 1), { minLength: 4, maxLength: 24 });
/** Draws for a story, and a number for whoever tests it. */
export const stories = fc.tuple(fc.array(draws, { minLength: 60, maxLength: 160 }), fc.nat(1_000));

/** The records of a market in which people do what was drawn. */
export function recordsOf(all: readonly (readonly number[])[]): MarketTape['records'] {
  let chance: Chance = () => 0;
  const tape = new MarketTape(() => chance(), facts);
  for (const drawn of all) {
    let at = -1;
    chance = () => (drawn[(at += 1) % drawn.length] ?? 0) / 2 ** 30;
    tape.now += pauseOf(chance, tape.state.venue, tape.now);
    tape.runDue();
    tape.take(...marketWish(chance, tape.state.venue, crowd, listings, tape.now));
  }
  return tape.records;
}
