import { endOfRomeDay, millis } from '@piazza/shared/values';
import { expect } from 'chai';
import type { Decision } from '../../../../server/src/domain/core/index.ts';
import { setTimer } from '../../../../server/src/domain/schedule/index.ts';
import { decideTimer, type VenueEvent } from '../../../../server/src/domain/venue/index.ts';
import { cast, cmt, facts, ofr, place, revoke } from '../../../support/domain-cast.ts';
import { day, hour, type DomainVenue } from '../../../support/domain-venue.ts';
import { does, funded, given, live, offerIn, until, type Step } from '../../../support/given.ts';

const closesAt = millis(facts().closesAt!);
const opened = [funded(1_000_000), live()];
const statusOf = (venue: DomainVenue): string => venue.state.offers.offers.get(ofr(1))!.status;

/** What the venue decides at the closing time, without going on. */
function closing(...steps: readonly Step[]): Decision<VenueEvent> {
  const { venue } = given(...opened, ...steps, until(closesAt - 1));
  return decideTimer(venue.state, { kind: 'offers.close', offer: ofr(1) }, venue.context('venue', closesAt));
}
const closedUntil = (decisionAt: number) => [
  { kind: 'offers.closed', offer: ofr(1), decisionAt },
  setTimer('decide:ofr_1', millis(decisionAt), { kind: 'offers.decide', offer: ofr(1) }),
];

describe('the closing of an offer (OFR-5)', () => {
  it('decides at once where nobody has committed', () => {
    expect(closing()).to.have.deep.property('events', closedUntil(closesAt));
  });
  it('decides at once where every reflection period has ended', () => {
    expect(closing(does(cast.ines, place(20)))).to.have.deep.property('events', closedUntil(closesAt));
  });
  it('decides at once where the late ones have no reflection period, or were revoked', () => {
    const late = [
      until(closesAt - hour),
      does(cast.sofia, place(20)),
      does(cast.ines, place(20), revoke(cmt(2))),
    ];
    expect(closing(...late)).to.have.deep.property('events', closedUntil(closesAt));
  });
  it('waits for the end of the last reflection period', () => {
    const [first, last] = [closesAt - 2 * day, closesAt - hour];
    const late = [until(first), does(cast.ines, place(20)), until(last), does(cast.ivo, place(20))];
    const ends = endOfRomeDay(millis(last), 4);
    expect(ends).to.be.above(endOfRomeDay(millis(first), 4));
    expect(closing(...late)).to.have.deep.property('events', closedUntil(ends));
  });
  it('does not wait for one that ended as it closed', () => {
    // Closing at midnight in Rome: the periods of four days before end in the same millisecond, and are captured first.
    const midnight = endOfRomeDay(millis(closesAt), 0);
    const steps = [
      funded(1_000_000),
      live({ facts: { closesAt: midnight } }),
      until(midnight - 4 * day - hour),
    ];
    const { venue } = given(...steps, does(cast.ines, place(20)), until(midnight - 1));
    expect(venue.state.offers.commitments.get(cmt(1))).to.include({
      status: 'pledged',
      reflectionEndsAt: midnight,
    });
    venue.passTo(midnight, () => statusOf(venue) === 'closing');
    expect(venue.state.offers.offers.get(ofr(1))?.decisionAt).to.equal(midnight);
    expect(venue.state.offers.commitments.get(cmt(1))?.status).to.equal('captured');
  });

  it('keeps closing until then, and not a millisecond longer', () => {
    const { venue } = given(offerIn('closing'));
    const { decisionAt } = venue.state.offers.offers.get(ofr(1))!;
    venue.passTo(decisionAt! - 1);
    expect(statusOf(venue)).to.equal('closing');
    venue.passTo(decisionAt!);
    expect(statusOf(venue)).to.equal('funded');
  });
  it('takes no commitment from then on', () => {
    given(offerIn('closing')).when(cast.ines, place(20)).refuses('offer_not_open', { status: 'closing' });
  });
  it('a decision while a pledge can still be revoked is a bug', () => {
    const { venue } = given(offerIn('closing'));
    const early = () =>
      decideTimer(venue.state, { kind: 'offers.decide', offer: ofr(1) }, venue.context('venue'));
    expect(early).to.throw('ofr_1 is decided before a reflection end');
  });
  it('a timer about nothing is a bug', () => {
    const { venue } = given();
    const context = venue.context('venue');
    for (const kind of ['offers.open', 'offers.close', 'offers.decide', 'offers.settle'] as const)
      expect(() => decideTimer(venue.state, { kind, offer: 'ofr_9' }, context)).to.throw(
        'offer ofr_9 does not exist',
      );
    expect(() => decideTimer(venue.state, { kind: 'offers.capture', commitment: 'cmt_9' }, context)).to.throw(
      'commitment cmt_9 does not exist',
    );
  });
});
