import { expect } from 'chai';
import { evolve, initialVenue, type VenueEvent } from '../../../server/src/domain/venue/index.ts';
import { finishCandles, rememberAllFigures } from '../../../server/src/projections/candles.ts';
import { noEffects } from '../../../server/src/projections/effects.ts';
import type { CandleLine } from '../../../server/src/projections/streams.ts';
import { cast, everybody } from '../../support/domain-cast.ts';
import { DomainVenue, minute } from '../../support/domain-venue.ts';
import { buy, marketIn, sell } from '../../support/market-venue.ts';

/** A day and a half of trades: several a minute, some minutes without any, and one after midnight. */
function traded(): DomainVenue {
  const venue = new DomainVenue();
  everybody(venue);
  marketIn('continuous')(venue);
  const trade = (price: number, quantity: number): void => {
    venue.take(cast.ivo, sell(quantity, price));
    venue.take(cast.caio, buy(quantity, price));
  };
  for (const [pause, price] of [
    [0, 1_000],
    [10_000, 1_010],
    [minute, 990],
    [0, 1_000],
    [5 * minute, 1_020],
    [minute, 1_010],
  ] as const) {
    venue.passTo(venue.now + pause);
    trade(price, 10);
  }
  venue.passTo(venue.now + 24 * 60 * minute);
  trade(1_030, 5);
  return venue;
}

/** What is written while these events are folded; up to `restart` nothing is told, as when a snapshot is read. */
function written(events: readonly VenueEvent[], restart: number): { interval: string; line: CandleLine }[] {
  const state = initialVenue();
  const effects = noEffects(1);
  for (const [at, event] of events.entries()) {
    if (at === restart) rememberAllFigures(state);
    evolve(state, event);
    if (event.kind === 'market.moved' && at >= restart)
      finishCandles(effects, state.markets.markets.get(event.listing)!);
  }
  return effects.lines.map(({ stream, value }) => ({
    interval: stream.split(':')[2]!,
    line: value as CandleLine,
  }));
}

describe('Candles', () => {
  const { journal } = traded();
  const all = written(journal, 0);

  it('MKT-6: are finished when the next one begins, with what was traded in between', () => {
    const minutes = all.filter(({ interval }) => interval === '1m').map(({ line }) => line);
    expect(
      minutes.map(({ open, high, low, close, volume }) => [open, high, low, close, volume]),
    ).to.deep.equal([
      [1_000, 1_010, 1_000, 1_010, 20],
      [990, 1_000, 990, 1_000, 20],
      [1_020, 1_020, 1_020, 1_020, 10],
      [1_010, 1_010, 1_010, 1_010, 10],
    ]);
    const days = all.filter(({ interval }) => interval === '1d').map(({ line }) => line);
    expect(days.map(({ open, high, low, close, volume }) => [open, high, low, close, volume])).to.deep.equal([
      [1_000, 1_020, 990, 1_010, 60],
    ]);
    expect(days[0]?.from).to.equal(Date.UTC(2026, 2, 2, 23));
  });

  it('MKT-6: are written once and whole, wherever the venue was restarted', () => {
    for (let restart = 1; restart <= journal.length; restart += 1) {
      const after = written(journal, restart);
      expect(all.slice(all.length - after.length), `restarted at ${restart}`).to.deep.equal(after);
      const before = written(journal.slice(0, restart), 0);
      expect(before.length + after.length, `restarted at ${restart}`).to.equal(all.length);
    }
  });
});
