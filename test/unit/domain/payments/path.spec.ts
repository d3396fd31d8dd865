import { endOfRomeDay } from '@piazza/shared/values';
import { expect } from 'chai';
import { account, available, held } from '../../../../server/src/domain/ledger/index.ts';
import { cast, cmt, facts, ofr } from '../../../support/domain-cast.ts';
import { beginning, day, type DomainVenue } from '../../../support/domain-venue.ts';
import { given, live, passes, until, wallet } from '../../../support/given.ts';
import {
  atProvider,
  payment,
  placeBy,
  refunds,
  rfd,
  says,
  sound,
  withProvider,
} from '../../../support/charges.ts';

const ends = endOfRomeDay(beginning, 4);
const timeline = (venue: DomainVenue, n = 1): string[] =>
  venue.state.offers.commitments.get(cmt(n))!.timeline.map(({ step }) => step);
const offerOf = (venue: DomainVenue) => venue.state.offers.offers.get(ofr(1))!;

describe('a commitment that a method pays', () => {
  const charging = [withProvider, live(), placeBy(cast.ines, 150), until(ends)];

  it('is a pledge without a cent in the wallet, and is charged when its reflection period ends', () => {
    const { venue } = given(withProvider, live(), placeBy(cast.ines, 150), until(ends - 1));
    expect(venue.state.payments.payments.size).to.equal(0);
    venue.passTo(ends);
    expect(timeline(venue)).to.deep.equal(['pledged', 'charging']);
    expect(payment(venue)).to.include({ status: 'due', amountCents: 150_000, attempt: 1 });
    expect([...venue.state.payments.calls.keys()]).to.deep.equal(['pay_1']);
  });
  it('is captured when the money is there, and settled when the offer is', () => {
    const { venue } = given(...charging, says('succeeded'), sound);
    expect(timeline(venue)).to.deep.equal(['pledged', 'charging', 'captured']);
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 0, held: 150_000 });
    expect(atProvider(venue)).to.equal(150_000 - 40);
    passes(60 * day)(venue);
    sound(venue);
    expect(timeline(venue).slice(-2)).to.deep.equal(['allotted', 'settled']);
    expect(offerOf(venue)).to.include({ status: 'funded', proceedsCents: 150_000 });
    const proceeds = account.proceeds('org_1');
    expect(available(venue.state.ledger, proceeds) + held(venue.state.ledger, proceeds)).to.equal(148_500);
  });
  it('goes back as a refund where the offer misses its soft cap', () => {
    const { venue } = given(
      withProvider,
      live(),
      placeBy(cast.ines, 20),
      until(ends),
      says('succeeded'),
      passes(60 * day),
    );
    expect(offerOf(venue).status).to.equal('failed');
    expect(timeline(venue).at(-1)).to.equal('released');
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 0, held: 20_000 });
    refunds('succeeded')(venue);
    sound(venue);
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 0, held: 0 });
    expect(atProvider(venue)).to.equal(-40);
    expect(venue.state.payments.refunds.get(rfd())?.status).to.equal('succeeded');
  });
  it('of which the allotment left a part comes back with that part alone', () => {
    const { venue } = given(
      withProvider,
      live({ facts: { hardCap: 200_000 } }),
      placeBy(cast.ines, 150),
      placeBy(cast.ivo, 150),
      until(ends),
      says('succeeded'),
      says('succeeded', { id: 'pay_2' as never }),
      passes(60 * day),
      sound,
    );
    const [first, second] = [1, 2].map((n) => venue.state.payments.refunds.get(rfd(n))?.amountCents ?? 0);
    expect(first! + second!).to.equal(100_000);
    expect(offerOf(venue).proceedsCents).to.equal(200_000);
    expect(facts().price).to.equal(1_000);
  });
});
