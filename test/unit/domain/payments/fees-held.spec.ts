import { policy } from '@piazza/shared/policy';
import { endOfRomeDay } from '@piazza/shared/values';
import { expect } from 'chai';
import { account, available } from '../../../../server/src/domain/ledger/index.ts';
import {
  atProvider,
  pay,
  payment,
  placeBy,
  refunds,
  rfd,
  says,
  sound,
  withProvider,
} from '../../../support/charges.ts';
import { cancel, cast, cmt, place, revoke, why } from '../../../support/domain-cast.ts';
import { beginning, day, type DomainVenue } from '../../../support/domain-venue.ts';
import {
  does,
  funded,
  given,
  happened,
  inTurn,
  live,
  passes,
  until,
  wallet,
  type Step,
} from '../../../support/given.ts';
import { understood } from '../../../support/understood.ts';

const ends = endOfRomeDay(beginning, 4);
/** One and a half percent of commitments: of €1,500.00 that is €22.50, and €4.95 of VAT. */
const asks = (commitmentBps = 150): Step =>
  happened({
    kind: 'conduct.fees_set',
    version: {
      commitmentBps,
      tradeBps: 0,
      successBps: 0,
      admissionCents: 0,
      from: beginning,
      at: beginning,
      maker: cast.olga,
      checker: cast.oreste,
      reason: why,
    },
  });
const earned = (venue: DomainVenue) => [
  available(venue.state.ledger, account.fees),
  available(venue.state.ledger, account.vat),
];

describe('the fee on a commitment (CHG-11)', () => {
  const [fee, vat] = [2_250, 495];

  it('is charged with it, held beside it, and the venue’s when it is settled', () => {
    expect(policy.vatBps).to.equal(2_200);
    const { venue } = given(withProvider, asks(), live(), placeBy(cast.ines, 150), until(ends));
    expect(payment(venue).amountCents).to.equal(150_000 + fee + vat);
    says('succeeded', { feeCents: 0 })(venue);
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 0, held: 150_000 + fee + vat });
    expect(earned(venue)).to.deep.equal([0, 0]);
    passes(60 * day)(venue);
    sound(venue);
    expect(earned(venue)).to.deep.equal([fee, vat]);
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 0, held: 0 });
    expect(venue.state.payments.refunds.size).to.equal(0);
  });
  it('goes back whole where nothing comes of it', () => {
    const charged = inTurn(
      withProvider,
      asks(),
      live(),
      placeBy(cast.ines, 150),
      until(ends),
      says('succeeded'),
    );
    const { venue } = given(charged, does(cast.olga, cancel()), passes(0), sound);
    expect(venue.state.payments.refunds.get(rfd())?.amountCents).to.equal(150_000 + fee + vat);
    refunds('succeeded')(venue);
    expect([...earned(venue), atProvider(venue)]).to.deep.equal([0, 0, -40]);
    sound(venue);
  });
  it('goes back for the part that was cut, to the cent', () => {
    const scarce = inTurn(
      withProvider,
      asks(33),
      live({ facts: { hardCap: 200_000 } }),
      placeBy(cast.ines, 150),
      placeBy(cast.ivo, 130),
      until(ends),
      says('succeeded', { feeCents: 0 }),
      says('succeeded', { id: pay(2), feeCents: 0 }),
      passes(60 * day),
      sound,
    );
    const { venue } = given(scarce);
    for (const n of [1, 2]) refunds('succeeded', rfd(n))(venue);
    const [net = 0, tax = 0] = earned(venue);
    const each = [1, 2].map((n) => venue.state.offers.commitments.get(cmt(n))!.allottedUnits * 1_000);
    const fees = each.map((cents) => Math.ceil((cents * 33) / 10_000));
    expect(net).to.equal(fees[0]! + fees[1]!);
    expect(tax).to.equal(fees.reduce((sum, one) => sum + Math.ceil((one * 2_200) / 10_000), 0));
    expect(atProvider(venue)).to.equal(200_000 + net + tax);
    sound(venue);
  });
  it('is asked of the wallet too, held there, and free again with a revocation', () => {
    const own = inTurn(asks(), live(), funded(150_000 + fee + vat));
    const { venue } = given(own, does(cast.ines, place(150)), until(ends), sound);
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 0, held: 150_000 + fee + vat });
    given(asks(), live(), funded(150_000 + fee + vat - 1), understood(cast.ines))
      .when(cast.ines, place(150))
      .refuses('insufficient_funds', {
        freeCents: 150_000 + fee + vat - 1,
        amountCents: 150_000 + fee + vat,
      });
    const { venue: given_up } = given(own, does(cast.ines, place(150), revoke()), sound);
    expect(wallet(given_up, cast.ines)).to.deep.equal({ available: 150_000 + fee + vat, held: 0 });
    passes(60 * day)(venue);
    expect(earned(venue)).to.deep.equal([fee, vat]);
    sound(venue);
  });
  it('stays what it was when the commitment was made', () => {
    const { venue } = given(withProvider, live(), placeBy(cast.ines, 150), asks(), until(ends));
    expect(payment(venue).amountCents).to.equal(150_000);
  });
});
