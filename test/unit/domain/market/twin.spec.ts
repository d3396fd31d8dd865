import { expect } from 'chai';
import { seeded } from '../../../../scripts/crash/random.ts';
import { cast, everybody, lst } from '../../../support/domain-cast.ts';
import { DomainVenue } from '../../../support/domain-venue.ts';
import { funded } from '../../../support/given.ts';
import { MarketTape } from '../../../support/market-tape.ts';
import { issued } from '../../../support/market-venue.ts';
import { marketWish, pauseOf } from '../../../support/market-wishes.ts';

const crowd = { investors: [cast.ines, cast.ivo, cast.caio, cast.sofia], operators: [cast.olga] };
const listings = [lst(1), lst(2)];

/** A few fixed seeds of what test/property/market.spec.ts draws afresh each time: quick, and always the same. */
describe('two markets beside their twins (MKD-1)', () => {
  for (const seed of [3, 5, 8, 13])
    it(`three hundred wishes of seed ${seed}`, () => {
      const venue = new DomainVenue();
      for (const step of [everybody, funded(20_000_000), issued(), issued({ listing: lst(2) })]) step(venue);
      const chance = seeded(seed);
      const tape = new MarketTape(chance, venue.journal);
      for (let given = 0; given < 300; given += 1) {
        tape.now += pauseOf(chance, tape.state.venue, tape.now);
        tape.runDue();
        tape.take(...marketWish(chance, tape.state.venue, crowd, listings, tape.now));
      }
      const trades = [...tape.state.venue.markets.markets.values()].map((market) => market.trades);
      expect(Math.max(...trades)).to.be.above(5);
    });
});
