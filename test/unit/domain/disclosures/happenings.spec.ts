import { policy } from '@piazza/shared/policy';
import { endOfRomeDay, millis, type PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import { cast, lst, why } from '../../../support/domain-cast.ts';
import { beginning } from '../../../support/domain-venue.ts';
import { does, given, inTurn, listingIn, passes, until } from '../../../support/given.ts';
import { buy, issued, marketIn, sell } from '../../../support/market-venue.ts';

const occurredOn = '2026-03-02';
const report = (on = occurredOn): VenueCommand => ({
  kind: 'disclosures.report',
  listing: lst(1),
  words: why,
  occurredOn: on,
});

describe('DSC-5: an event after the funding', () => {
  it('is disclosed by the issuer of a funded issue, once it has happened', () => {
    given().when(cast.enzo, report()).refuses('not_found');
    given(issued()).when(cast.elsa, report()).refuses('not_allowed');
    given(issued()).when(cast.olga, report()).refuses('not_allowed');
    given(listingIn('approved')).when(cast.enzo, report()).refuses('illegal_state', { status: 'approved' });
    given(issued()).when(cast.enzo, report('2026-03-03')).refuses('event_in_future');
    given(issued()).when(cast.enzo, report()).accepts();
  });
  it('is late from the end of the seventh day on', () => {
    const end = endOfRomeDay(beginning, policy.eventDisclosureDays);
    for (const [at, late] of [
      [end - 1, false],
      [end, true],
    ] as const) {
      const { state } = given(issued(), until(at)).when(cast.enzo, report()).accepts();
      expect([...state.disclosures.disclosures.values()][0]).to.include({ late, status: 'published' });
    }
  });
});

describe('DSC-8: holders of units', () => {
  it('are told at the instant of the disclosure, each once, however many they are', () => {
    const many = policy.settlementChunk * 2 + 1;
    const holders = Array.from({ length: many }, (_, at) => [`per_x${at}` as PersonId, 1] as const);
    const { venue } = given(issued({ holders }), does(cast.enzo, report()), passes(0));
    const told = venue.journal.flatMap((event) => (event.kind === 'disclosures.told' ? [event.holders] : []));
    expect(told.map(({ length }) => length)).to.deep.equal([
      policy.settlementChunk,
      policy.settlementChunk,
      1,
    ]);
    expect(told.flat()).to.deep.equal(holders.map(([person]) => person));
    expect([...venue.state.schedule.timers.keys()].filter((id) => id.startsWith('holders'))).to.deep.equal(
      [],
    );
  });
  it('are those of that instant: who sold before is not among them, nobody is where nobody holds any', () => {
    const sold = inTurn(
      marketIn('continuous', {}, { holders: [[cast.ines, 10]] }),
      does(cast.ines, sell(10, 1_000)),
      does(cast.ivo, buy(10, 1_000)),
      does(cast.enzo, report()),
      passes(0),
    );
    const told = given(sold).venue.journal.flatMap((one) =>
      one.kind === 'disclosures.told' ? one.holders : [],
    );
    expect(told).to.deep.equal([cast.ivo]);
    const { venue } = given(issued({ holders: [] }), does(cast.enzo, report()), until(millis(beginning + 1)));
    expect(venue.journal.some(({ kind }) => kind === 'disclosures.told')).to.equal(false);
  });
});
