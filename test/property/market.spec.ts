import { policy } from '@piazza/shared/policy';
import * as fc from 'fast-check';
import { expect } from 'chai';
import { stateHash } from '../../server/src/kernel/canonical.ts';
import { foldRecord, initialState } from '../../server/src/kernel/state.ts';
import { account, available } from '../../server/src/domain/ledger/index.ts';
import { cast, everybody, lst } from '../support/domain-cast.ts';
import { beginning, day, DomainVenue } from '../support/domain-venue.ts';
import { fees } from '../support/fees.ts';
import { funded } from '../support/given.ts';
import { MarketTape } from '../support/market-tape.ts';
import { issued } from '../support/market-venue.ts';
import { marketWish, pauseOf, roleWish, type Chance } from '../support/market-wishes.ts';
import { property } from '../support/property.ts';

const crowd = { investors: [cast.ines, cast.ivo, cast.caio, cast.sofia, cast.mirko], operators: [cast.olga] };
const listings = [lst(1), lst(2)];

/** Everybody with €200,000; two issues that may be traded, held by three. */
const facts = ((): DomainVenue['journal'] => {
  const venue = new DomainVenue();
  for (const step of [everybody, funded(20_000_000), issued(), issued({ listing: lst(2) })]) step(venue);
  return venue.journal;
})();

/** What chance gives one move; used up, it gives nothing but zeros. */
const draws = fc.array(fc.nat(2 ** 30 - 1), { minLength: 4, maxLength: 24 });
const moves = fc.array(draws, { minLength: 40, maxLength: 120 });

function chanceOf(drawn: readonly number[]): Chance {
  let at = 0;
  return () => {
    const value = (drawn[at % drawn.length] ?? 0) / 2 ** 30;
    at += 1;
    return value;
  };
}

/** The same where the venue takes 35 hundredths of a percent of trades, and from the next day on all but nothing. */
const charged = ((): DomainVenue['journal'] => {
  const venue = new DomainVenue();
  for (const step of [fees({ tradeBps: 35 }), fees({ tradeBps: 1 }, beginning + day)]) step(venue);
  return [...facts, ...venue.journal];
})();

function play(all: readonly (readonly number[])[], given = facts): MarketTape {
  let chance: Chance = () => 0;
  const tape = new MarketTape(() => chance(), given);
  for (const drawn of all) {
    chance = chanceOf(drawn);
    tape.now += pauseOf(chance, tape.state.venue, tape.now);
    tape.runDue();
    const { venue } = tape.state;
    if (chance() < 0.04) tape.take(...roleWish(chance, venue, crowd));
    else tape.take(...marketWish(chance, venue, crowd, listings, tape.now));
  }
  return tape;
}

describe('a market, whatever people do (MKD-1, MKD-2, ACC-8, API-10)', () => {
  property('trades as its slow twin does, and is sound after every record', 200, [moves], (all) => {
    play(all);
  });

  property('takes its fee of every trade from the seller, to the cent', 60, [moves], (all) => {
    const { ledger, markets } = play(all, charged).state.venue;
    const trades = [...markets.markets.values()].reduce((sum, one) => sum + one.trades, 0);
    const [net, vat] = [available(ledger, account.fees), available(ledger, account.vat)];
    expect(net > 0).to.equal(trades > 0);
    expect(vat).to.be.at.least(Math.ceil((net * policy.vatBps) / 10_000));
  });

  property('is the same again when its records are read back', 40, [moves], (all) => {
    const { state, records } = play(all);
    const again = initialState();
    for (const record of JSON.parse(JSON.stringify(records)) as typeof records) foldRecord(again, record);
    expect(stateHash(again)).to.equal(stateHash(state));
  });
});
