import { millis } from '@piazza/shared/values';
import { expect } from 'chai';
import { termsOf, type ListingContent } from '../../../../server/src/domain/listings/index.ts';
import { setTimer } from '../../../../server/src/domain/schedule/index.ts';
import {
  cast,
  content,
  facts,
  lst,
  ofr,
  orgOf,
  place,
  publish,
  withdraw,
} from '../../../support/domain-cast.ts';
import { beginning, day } from '../../../support/domain-venue.ts';
import { approved, does, funded, given, live, until, type Step } from '../../../support/given.ts';
import { precedence } from '../../../support/precedence.ts';

const closesAt = millis(beginning + 30 * day);
const created = (opensAt = beginning, changes = {}) => ({
  kind: 'offers.created' as const,
  offer: ofr(1),
  listing: lst(1),
  organisation: orgOf.enzo,
  terms: termsOf(facts(changes))!,
  opensAt,
  closesAt,
});
const goesLive = {
  kind: 'listings.transitioned',
  listing: lst(1),
  to: 'live',
  by: cast.enzo,
  reason: null,
  offer: ofr(1),
  at: beginning,
} as const;
const opened = { kind: 'offers.opened', offer: ofr(1) } as const;
const closing = setTimer('close:ofr_1', closesAt, { kind: 'offers.close', offer: ofr(1) });
const altered =
  (version: ListingContent): Step =>
  (venue) =>
    venue.fold({ kind: 'listings.draft_saved', listing: lst(1), content: version, at: venue.now });

describe('publishing an offer', () => {
  it('opens it at once where no opening time was set', () => {
    const outcome = given(approved()).when(cast.enzo, publish());
    outcome.yields(created(), goesLive, opened, closing);
    expect(outcome.decision).to.have.deep.property('result', { listing: lst(1), offer: ofr(1) });
    const { listings, offers } = outcome.accepts().state;
    expect(listings.listings.get(lst(1))).to.include({ status: 'live', offer: ofr(1) });
    expect(offers.offers.get(ofr(1))).to.deep.include({
      status: 'open',
      committedCents: 0,
      allotment: null,
      decisionAt: null,
      terms: termsOf(facts()),
    });
  });
  it('opens it at once where the opening time has passed', () => {
    const opensAt = beginning - day;
    given(approved({ facts: { opensAt } }))
      .when(cast.enzo, publish())
      .yields(created(beginning, { opensAt }), goesLive, opened, closing);
  });
  it('waits for an opening time to come', () => {
    const opensAt = millis(beginning + day);
    const opening = setTimer('open:ofr_1', opensAt, { kind: 'offers.open', offer: ofr(1) });
    given(approved({ facts: { opensAt } }))
      .when(cast.enzo, publish())
      .yields(created(opensAt, { opensAt }), goesLive, opening, closing);
  });
  it('takes commitments from the millisecond of the opening to the one before the closing', () => {
    const opensAt = beginning + day;
    const steps = [funded(1_000_000), live({ facts: { opensAt } })];
    given(...steps, until(opensAt - 1))
      .when(cast.ines, place(20))
      .refuses('offer_not_open', { status: 'scheduled' });
    given(...steps, until(opensAt))
      .when(cast.ines, place(20))
      .accepts();
    given(...steps, until(closesAt - 1))
      .when(cast.ines, place(20))
      .accepts();
    given(...steps, until(closesAt))
      .when(cast.ines, place(20))
      .refuses('offer_not_open');
  });

  precedence(
    () => ({ steps: [approved()], actor: cast.enzo, command: { kind: 'offers.publish', listing: lst(1) } }),
    [
      ['not_found', 'of nothing', (wish) => (wish.command = { ...wish.command, listing: lst(9) })],
      ['not_allowed', 'of somebody else’s listing', (wish) => (wish.actor = cast.elsa)],
      ['illegal_state', 'of what was withdrawn', (wish) => wish.steps.push(does(cast.enzo, withdraw()))],
      [
        'terms_invalid',
        'less than a day before the closing',
        (wish) => wish.steps.push(until(closesAt - day + 1)),
      ],
    ],
  );
  it('says which times have passed', () => {
    given(approved(), until(closesAt - day + 1))
      .when(cast.enzo, publish())
      .refuses('terms_invalid', { fields: ['facts.closesAt'] });
    given(approved(), until(closesAt - day))
      .when(cast.enzo, publish())
      .accepts();
  });
  it('makes no offer of terms that lack something', () => {
    given(approved(), altered(content({ lot: null })))
      .when(cast.enzo, publish())
      .refuses('terms_invalid', { fields: ['facts.price'] });
  });
  it('freezes the terms: what is written afterwards does not reach the offer', () => {
    const { venue } = given(live(), altered(content({ price: 2_000 })));
    expect(venue.state.offers.offers.get(ofr(1))?.terms.price).to.equal(1_000);
  });
});
