import { policy } from '@piazza/shared/policy';
import { cents } from '@piazza/shared/values';
import { expect } from 'chai';
import { account, EUR } from '../../../server/src/domain/ledger/index.ts';
import { cast } from '../../support/domain-cast.ts';
import { DomainVenue } from '../../support/domain-venue.ts';
import { given, wallet } from '../../support/given.ts';

const topUp = (amountCents: number) => ({ kind: 'wallet.topUp', amountCents }) as const;
const { topUpMinCents: least, topUpMaxCents: most } = policy;

describe('the wallet of a simulation (MNY-6)', () => {
  it('is topped up with play money from outside', () => {
    const outcome = given().when(cast.ines, topUp(12_345));
    const [from, to] = [account.outside(EUR), account.cash(cast.ines)];
    const kind = 'ledger.posted';
    outcome.yields({ kind, from, to, asset: EUR, amount: 12_345, reason: 'top_up', subject: {} });
    expect(wallet(outcome.accepts(), cast.ines)).to.deep.equal({ available: 12_345, held: 0 });
  });
  for (const amount of [least, most]) {
    it(`takes ${amount} cents`, () => void given().when(cast.ines, topUp(amount)).accepts());
  }
  for (const amount of [least - 1, most + 1, 0, -100, least + 0.5, NaN, Infinity]) {
    it(`refuses ${amount} cents: amount_out_of_range`, () => {
      given()
        .when(cast.ines, topUp(amount))
        .refuses('amount_out_of_range', { leastCents: cents(least), mostCents: cents(most) });
    });
  }
  for (const mode of ['BULLETIN_BOARD', 'MTF', null] as const) {
    it(`does not exist in mode ${mode}: simulation_only, whatever the amount`, () => {
      const { venue, when } = given();
      venue.state.house.mode = mode;
      when(cast.ines, topUp(least)).refuses('simulation_only');
      when(cast.ines, topUp(-1)).refuses('simulation_only');
    });
  }
  it('of a venue not yet opened refuses everybody', () => {
    expect(new DomainVenue().decide(cast.ines, topUp(least))).to.have.nested.property(
      'rejection.code',
      'not_allowed',
    );
  });
});
