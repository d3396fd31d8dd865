import { expect } from 'chai';
import type { OfferStatus } from '../../../../server/src/domain/offers/index.ts';
import { violations } from '../../../../server/src/domain/venue/index.ts';
import { cancel, cast, cmt, lst, ofr, place, why } from '../../../support/domain-cast.ts';
import { given, offerIn, passes, wallet } from '../../../support/given.ts';
import { precedence } from '../../../support/precedence.ts';

const statuses = {
  scheduled: 'open:ofr_1',
  open: 'close:ofr_1',
  closing: 'decide:ofr_1',
  allotting: null,
  funded: null,
  failed: null,
  cancelled: null,
} as const satisfies Record<OfferStatus, string | null>;

describe('an operator cancels an offer (OFR-8)', () => {
  for (const [status, pending] of Object.entries(statuses)) {
    if (pending === null) {
      it(`that is ${status}: illegal_state`, () => {
        given(offerIn(status as OfferStatus))
          .when(cast.olga, cancel())
          .refuses('illegal_state', { status });
      });
      continue;
    }
    it(`that is ${status}: everything goes back at once, and nothing is due any more`, () => {
      const { venue, when } = given(offerIn(status as OfferStatus));
      expect(venue.state.offers.offers.get(ofr(1))?.status).to.equal(status);
      expect(venue.state.schedule.timers.has(pending)).to.equal(true);
      const outcome = when(cast.olga, cancel());
      const at = venue.now;
      outcome.accepts();
      expect(venue.state.schedule.timers.has(pending)).to.equal(false);
      passes(0)(venue);
      expect(venue.state.schedule.timers.size).to.equal(0);
      for (const who of [cast.ines, cast.sofia])
        expect(wallet(venue, who)).to.deep.equal({ available: 500_000, held: 0 });
      expect(venue.state.ledger.holds.size).to.equal(0);
      for (const one of venue.state.offers.commitments.values()) {
        expect(one.status).to.equal('released');
        expect(one.timeline.at(-1)).to.deep.equal({ at, step: 'released' });
      }
      expect(venue.state.offers.offers.get(ofr(1))?.status).to.equal('cancelled');
      expect(venue.state.listings.listings.get(lst(1))?.transitions.at(-1)).to.deep.equal({
        at,
        from: 'live',
        to: 'cancelled',
        by: cast.olga,
        reason: why,
      });
      expect(violations(venue.state)).to.deep.equal([]);
    });
    it(`that is ${status}: it takes no commitment any more, and no second cancelling`, () => {
      const { when } = given(offerIn(status as OfferStatus), (venue) => void venue.take(cast.olga, cancel()));
      when(cast.ines, place(20)).refuses('offer_not_open', { status: 'cancelled' });
      when(cast.olga, cancel()).refuses('illegal_state', { status: 'cancelled' });
    });
  }
  it('leaves a revoked commitment revoked', () => {
    const { venue } = given(offerIn('open'), (one) => {
      one.take(cast.ines, { kind: 'commitments.revoke', commitment: cmt(1) });
      one.take(cast.olga, cancel());
      one.passTo(one.now);
    });
    expect(venue.state.offers.commitments.get(cmt(1))?.status).to.equal('revoked');
  });
  precedence(
    () => ({
      steps: [offerIn('open')],
      actor: cast.olga,
      command: { kind: 'offers.cancel', offer: ofr(1), reason: why },
    }),
    [
      ['not_found', 'that is not there', (wish) => (wish.command = { ...wish.command, offer: ofr(9) })],
      ['illegal_state', 'twice', (wish) => wish.steps.push((venue) => void venue.take(cast.olga, cancel()))],
    ],
  );
});
