import { endOfRomeDay, millis } from '@piazza/shared/values';
import { expect } from 'chai';
import type { CommitmentStatus } from '../../../../server/src/domain/offers/index.ts';
import { clearTimer } from '../../../../server/src/domain/schedule/index.ts';
import { placeBy, withProvider } from '../../../support/charges.ts';
import { cancel, cast, cmt, facts, ofr, place, revoke } from '../../../support/domain-cast.ts';
import { beginning, day } from '../../../support/domain-venue.ts';
import {
  does,
  funded,
  given,
  inTurn,
  live,
  offerIn,
  passes,
  spends,
  until,
  wallet,
  type Step,
} from '../../../support/given.ts';

const ends = endOfRomeDay(beginning, 4);
const pledged = inTurn(funded(200_000), live(), does(cast.ines, place(100)));
const afterwards = 60 * day;

/** cmt_1 of Ines in each status. */
const commitmentIn: Readonly<Record<CommitmentStatus, Step>> = {
  pledged,
  charging: inTurn(withProvider, live(), placeBy(cast.ines, 100), until(ends)),
  revoked: inTurn(pledged, does(cast.ines, revoke())),
  captured: inTurn(pledged, until(ends)),
  capture_failed: inTurn(pledged, spends(cast.ines, 150_000), until(ends)),
  lapsed: inTurn(pledged, spends(cast.ines, 150_000), passes(afterwards)),
  allotted: offerIn('allotting'),
  settled: inTurn(pledged, passes(afterwards)),
  released: inTurn(pledged, does(cast.olga, cancel()), passes(0)),
};

describe('revoking a commitment (OFR-2)', () => {
  it('takes the pledge back, without reason or penalty', () => {
    const outcome = given(pledged).when(cast.ines, revoke());
    outcome.yields(
      { kind: 'commitments.moved', commitment: cmt(1), to: 'revoked', at: beginning },
      clearTimer('capture:cmt_1'),
    );
    const venue = outcome.accepts();
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 200_000, held: 0 });
    const offer = venue.state.offers.offers.get(ofr(1))!;
    expect(offer.committedCents).to.equal(0);
    expect(offer.investors.size).to.equal(0);
    expect(offer.softCapReached, 'a mark that was reached stays').to.equal(true);
  });
  it('of two commitments leaves the other', () => {
    const venue = given(pledged, does(cast.ines, place(20)))
      .when(cast.ines, revoke())
      .accepts();
    const offer = venue.state.offers.offers.get(ofr(1))!;
    expect([offer.committedCents, offer.investors.get(cast.ines)]).to.deep.equal([20_000, 1]);
  });

  const taken: ReadonlySet<CommitmentStatus> = new Set<CommitmentStatus>(['charging', 'captured']);
  for (const status of Object.keys(commitmentIn) as CommitmentStatus[]) {
    const answer =
      status === 'pledged' ? 'accepted' : taken.has(status) ? 'reflection_ended' : 'illegal_state';
    it(`that is ${status}: ${answer}`, () => {
      const { venue, when } = given(commitmentIn[status]);
      expect(venue.state.offers.commitments.get(cmt(1))?.status).to.equal(status);
      const outcome = when(cast.ines, revoke());
      if (answer === 'accepted') outcome.accepts();
      else if (answer === 'illegal_state') outcome.refuses(answer, { status });
      else outcome.refuses(answer);
    });
    it(`that is ${status}, by anybody else: not_found`, () => {
      given(commitmentIn[status]).when(cast.ivo, revoke()).refuses('not_found');
    });
  }
  it('that is not there: not_found', () => {
    given(pledged)
      .when(cast.ines, revoke(cmt(9)))
      .refuses('not_found');
  });
  it('of a sophisticated investor, who has no reflection period: reflection_ended', () => {
    given(funded(200_000), live(), does(cast.sofia, place(20)))
      .when(cast.sofia, revoke())
      .refuses('reflection_ended');
  });
  it('while the offer is closing, in the last reflection period, is still possible', () => {
    const venue = given(offerIn('closing')).when(cast.ines, revoke()).accepts();
    expect(venue.state.offers.commitments.get(cmt(1))?.status).to.equal('revoked');
  });

  // Placed at, and the end of the period: winter, summer, over both changes of the clocks, over the end of a year.
  const periods: readonly (readonly [string, string, string])[] = [
    ['in winter', '2026-03-02T09:00:00Z', '2026-03-06T23:00:00Z'],
    ['in summer', '2026-06-30T21:59:59.999Z', '2026-07-04T22:00:00Z'],
    ['over the change to summer time', '2026-03-27T12:00:00Z', '2026-03-31T22:00:00Z'],
    ['over the change to winter time', '2026-10-23T12:00:00Z', '2026-10-27T23:00:00Z'],
    ['over the end of a year', '2026-12-29T12:00:00Z', '2027-01-02T23:00:00Z'],
  ];
  for (const [when_, placedAt, end] of periods) {
    it(`is possible ${when_} up to the last millisecond of the fourth day after, and not after`, () => {
      const closesAt = Date.parse(end) + 30 * day;
      const longer = {
        closesAt: Math.min(closesAt, facts().closesAt! + 330 * day),
        targetDate: '2031-12-31',
      };
      const steps = [
        funded(200_000),
        live({ facts: longer }),
        until(Date.parse(placedAt)),
        does(cast.ines, place(20)),
      ];
      given(...steps, until(Date.parse(end) - 1))
        .when(cast.ines, revoke())
        .accepts();
      given(...steps, until(Date.parse(end)))
        .when(cast.ines, revoke())
        .refuses('reflection_ended');
      const { venue } = given(...steps);
      expect(venue.state.offers.commitments.get(cmt(1))?.reflectionEndsAt).to.equal(millis(Date.parse(end)));
    });
  }
});
