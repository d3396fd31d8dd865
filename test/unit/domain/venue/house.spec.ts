import { policy } from '@piazza/shared/policy';
import { expect } from 'chai';
import { cast, why } from '../../../support/domain-cast.ts';
import { DomainVenue } from '../../../support/domain-venue.ts';
import { given } from '../../../support/given.ts';

const advance = (byMs: number) => ({ kind: 'venue.advanceClock', byMs, reason: why }) as const;
const most = policy.clockJumpMaxMs;

describe('the house', () => {
  it('opens once in a mode', () => {
    const venue = new DomainVenue();
    const open = { kind: 'venue.open', mode: 'SIMULATION' } as const;
    expect(venue.take('venue', open)).to.have.deep.property('events', [
      { kind: 'venue.opened', mode: 'SIMULATION' },
    ]);
    expect(venue.take('venue', open), 'again').to.have.deep.property('events', []);
    expect(venue.state.house).to.deep.equal({ mode: 'SIMULATION', clockOffsetMs: 0 });
  });
  it('never changes its mode: illegal_state', () => {
    given()
      .when('venue', { kind: 'venue.open', mode: 'MTF' })
      .refuses('illegal_state', { status: 'SIMULATION' });
  });

  for (const [who, byMs] of [
    [cast.olga, 1],
    [cast.adele, most],
  ] as const) {
    it(`${who} moves the clock of a simulation by ${byMs} ms`, () => {
      const outcome = given().when(who, advance(byMs));
      outcome.yields({ kind: 'venue.clock_advanced', byMs, reason: why });
      const venue = outcome.accepts();
      expect(venue.state.house.clockOffsetMs).to.equal(byMs);
      venue.take(who, advance(1));
      expect(venue.state.house.clockOffsetMs).to.equal(byMs + 1);
    });
  }
  for (const byMs of [0, -1, 1.5, NaN, most + 1]) {
    it(`not by ${byMs} ms: clock_out_of_range`, () => {
      given().when(cast.olga, advance(byMs)).refuses('clock_out_of_range', { mostMs: most });
    });
  }
  it('nobody moves the clock of a real venue: simulation_only, whatever the distance', () => {
    const { venue, when } = given();
    venue.state.house.mode = 'MTF';
    when(cast.olga, advance(1)).refuses('simulation_only');
    when(cast.olga, advance(-1)).refuses('simulation_only');
  });
});
