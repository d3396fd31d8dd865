import { dayOf } from '@piazza/shared/calendar';
import { policy } from '@piazza/shared/policy';
import type { PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import { account, available, held } from '../../../../server/src/domain/ledger/index.ts';
import { isDefault, type Distribution } from '../../../../server/src/domain/payments/index.ts';
import { defaultRates } from '../../../../server/src/reports/index.ts';
import type { VenueCommand, VenueEvent } from '../../../../server/src/domain/venue/index.ts';
import { placeBy, report, sound, withProvider } from '../../../support/charges.ts';
import { cast, lst, orgOf, place, why } from '../../../support/domain-cast.ts';
import { beginning, day, type DomainVenue } from '../../../support/domain-venue.ts';
import { does, funded, given, inTurn, live, passes, wallet, type Step } from '../../../support/given.ts';
import { transfers } from '../../../support/money-out.ts';

const org = orgOf.enzo;
const today = dayOf(beginning);
/** Funded on the 31st day: Ines 100 units, Ivo 30, Sofia 20. */
const issue = inTurn(
  withProvider,
  live(),
  funded(500_000, cast.ines, cast.ivo, cast.sofia),
  does(cast.ines, place(100)),
  does(cast.ivo, place(30)),
  does(cast.sofia, place(20)),
  passes(40 * day),
);
const payday = today + 50;
const declare = (paidOn = payday): VenueCommand => ({
  kind: 'duties.declarePayment',
  listing: lst(1),
  day: paidOn,
  words: why,
});
const announced = inTurn(issue, does(cast.enzo, declare()));
const distribute = (amountCents: number, payment = 1, listing = lst(1)): VenueCommand => ({
  kind: 'payments.distribute',
  listing,
  payment,
  as: 'coupon',
  amountCents,
});
const has = (amountCents: number): Step => transfers(org, amountCents);
const pays = (amountCents: number): Step =>
  inTurn(has(amountCents), does(cast.enzo, distribute(amountCents)));
const comes: Step = (venue) => passes(60 * day)(venue);
const funds = ({ state }: DomainVenue): number[] => [
  available(state.ledger, account.funds(org)),
  held(state.ledger, account.funds(org)),
];
const one = ({ state }: DomainVenue): Distribution => {
  const found = state.payments.distributions.get('lst_1.1');
  if (found === undefined) throw new Error('no payment to holders');
  return found;
};
const holders: readonly PersonId[] = [cast.ines, cast.ivo, cast.sofia];
const gets = (venue: DomainVenue, before: readonly number[]): number[] =>
  holders.map((person, at) => wallet(venue, person).available - (before[at] ?? 0));
const wallets = (venue: DomainVenue): number[] => holders.map((person) => wallet(venue, person).available);

describe('a payment to holders', () => {
  it('DIV-1: goes to the holders of its day by their units, and sums to what was paid', () => {
    const { venue } = given(announced, pays(10_000), sound);
    expect(funds(venue)).to.deep.equal([0, 10_000]);
    const before = wallets(venue);
    comes(venue);
    sound(venue);
    // 6,666.67, 2,000 and 1,333.33: the cent that is left goes to who lost most by rounding.
    expect(gets(venue, before)).to.deep.equal([6_667, 2_000, 1_333]);
    expect(funds(venue)).to.deep.equal([0, 0]);
    expect(one(venue)).to.include({ sharedCents: 10_000, done: 3, holders: null, shares: null });
    expect(isDefault(one(venue))).to.equal(false);
  });

  it('DIV-1: gives what cannot be divided to who lost most by rounding, among equals to who has held longest', () => {
    const { venue } = given(announced, pays(100));
    const before = wallets(venue);
    comes(venue);
    // 66.67, 20 and 13.33.
    expect(gets(venue, before)).to.deep.equal([67, 20, 13]);
  });

  it('DIV-2: is of those who hold at the very beginning of its day, after the stop of trading before it', () => {
    const { venue } = given(announced, pays(10_000));
    const at = venue.state.duties.issues.get(lst(1))!.payments[0]!.paidAt;
    venue.passTo(at - 1);
    expect(one(venue).recordedAt).to.equal(null);
    venue.passTo(at);
    const recorded = venue.journal.findIndex(({ kind }) => kind === 'payments.distribution_recorded');
    const resumed = venue.journal.findIndex(
      (event: VenueEvent) => event.kind === 'duties.payment_moved' && event.to === 'paid',
    );
    expect(recorded).to.be.above(0);
    expect(recorded).to.be.below(resumed);
    expect(one(venue).recordedAt).to.equal(at);
  });

  it('DIV-3: that comes late is a default, and goes to the holders of its own day all the same', () => {
    const { venue } = given(announced, has(10_000), comes, sound);
    expect(one(venue)).to.include({ fundedAt: null, amountCents: null });
    expect(isDefault(one(venue))).to.equal(true);
    const before = wallets(venue);
    // The register goes on: Ivo's units are Caio's now.
    venue.state.register.holders.get(lst(1))!.delete(cast.ivo);
    does(cast.enzo, distribute(10_000))(venue);
    passes(0)(venue);
    expect(gets(venue, before)).to.deep.equal([6_667, 2_000, 1_333]);
    expect(isDefault(one(venue))).to.equal(true);
  });

  it('DIV-3: counts as a default of its loan in the rates from its day on', () => {
    const defaulted = (steps: readonly Step[], later = 0): unknown => {
      const { venue } = given(...steps);
      const rates = defaultRates(venue.state, { from: 0, until: venue.now + later } as never);
      const column = rates.columns.indexOf('defaulted');
      return rates.rows.map((row) => row[column]);
    };
    const loan = inTurn(
      withProvider,
      live({ facts: { instrument: 'bond', couponBps: 300, maturityDate: '2030-01-01' } }),
      funded(500_000, cast.ines),
      does(cast.ines, place(100)),
      passes(40 * day),
      does(cast.enzo, declare()),
    );
    expect(defaulted([loan])).to.deep.equal([{ count: 0 }]);
    expect(defaulted([loan, comes])).to.deep.equal([{ count: 1 }]);
    expect(defaulted([loan, comes, pays(1_000)])).to.deep.equal([{ count: 1 }]);
    expect(defaulted([loan, pays(1_000), comes])).to.deep.equal([{ count: 0 }]);
    // What happens after the period is not of it.
    expect(defaulted([loan, comes], -51 * day)).to.deep.equal([{ count: 0 }]);
    expect(defaulted([announced, comes])).to.deep.equal([]);
  });

  it('DIV-3: is announced with play money as well, where nobody is paid by the venue', () => {
    const plain = given(
      live(),
      funded(500_000),
      does(cast.ines, place(100)),
      passes(40 * day),
      does(cast.enzo, declare()),
    );
    plain.when(cast.enzo, distribute(100)).refuses('payments_off');
    comes(plain.venue);
    expect(plain.venue.state.payments.distributions.size).to.equal(0);
  });

  it('DIV-4: is refused where it was not announced, to others, twice, beyond its bounds and without the money', () => {
    const { when } = given(announced, has(10_000));
    when(cast.enzo, distribute(100, 1, lst(9))).refuses('not_found');
    when(cast.enzo, distribute(100, 2)).refuses('not_found');
    when(cast.elsa, distribute(100)).refuses('not_allowed');
    const bounds = { leastCents: policy.fundingMinCents, mostCents: policy.fundingMostCents };
    for (const amount of [policy.fundingMinCents - 1, policy.fundingMostCents + 1])
      when(cast.enzo, distribute(amount)).refuses('amount_out_of_range', bounds);
    when(cast.enzo, distribute(10_001)).refuses('insufficient_funds', {
      freeCents: 10_000,
      amountCents: 10_001,
    });
    given(announced, pays(10_000))
      .when(cast.enzo, distribute(100))
      .refuses('illegal_state', { status: 'funded' });
    const withdrawn: VenueCommand = { kind: 'duties.withdrawPayment', listing: lst(1), payment: 1 };
    const taken = given(announced, has(10_000), does(cast.enzo, withdrawn));
    taken.when(cast.enzo, distribute(100)).refuses('illegal_state', { status: 'withdrawn' });
    comes(taken.venue);
    expect(taken.venue.state.payments.distributions.size).to.equal(0);
    given(announced, pays(10_000)).when(cast.enzo, withdrawn).refuses('illegal_state', { status: 'funded' });
  });

  it('DIV-4: of which nobody holds a unit any more goes back to the issuer', () => {
    const { venue } = given(announced, pays(10_000));
    venue.state.register.holders.get(lst(1))!.clear();
    venue.passTo(venue.state.duties.issues.get(lst(1))!.payments[0]!.paidAt);
    expect(funds(venue)).to.deep.equal([10_000, 0]);
    expect(one(venue).sharedAt).not.to.equal(null);
  });

  it('DIV-5: is paid in chunks at one instant, each holder once', () => {
    const many = 2 * policy.settlementChunk + 1;
    const { venue } = given(announced, pays(100_000));
    const register = venue.state.register.holders.get(lst(1))!;
    register.clear();
    for (let n = 0; n < many; n += 1)
      register.set(`per_${n}` as PersonId, { units: 1, costCents: 0, since: (beginning + n) as never });
    comes(venue);
    const chunks = venue.journal.filter(({ kind }) => kind === 'payments.distribution_shared');
    expect(chunks.map((event) => (event as { holders: number }).holders)).to.deep.equal([500, 500, 1]);
    const each = [0, 899, 900, many - 1].map((n) => wallet(venue, `per_${n}` as PersonId).available);
    // 100,000 cents for 1,001 holders are 99 each, and 901 are left.
    expect(each).to.deep.equal([100, 100, 100, 99]);
    expect(funds(venue)).to.deep.equal([0, 0]);
  });
});

describe('a payment to holders under dispute', () => {
  const disputed = (status: 'open' | 'won' | 'lost'): Step =>
    does('venue', {
      kind: 'payments.disputed',
      report: { dispute: 'dp_1', charge: 'ch_pay_1_1', amountCents: 100_000, feeCents: 0, status },
    });
  const card = inTurn(
    withProvider,
    live(),
    placeBy(cast.ines, 100),
    funded(500_000, cast.ivo),
    does(cast.ivo, place(50)),
    passes(5 * day),
    does('venue', report('succeeded')),
    passes(35 * day),
    does(cast.enzo, declare()),
    transfers(org, 15_000, 2),
    does(cast.enzo, distribute(15_000)),
  );

  it('DIV-6: is held for the units that are frozen, and free when the dispute is won', () => {
    const { venue } = given(card, disputed('open'), sound);
    const { available: before, held: frozen } = wallet(venue, cast.ines);
    comes(venue);
    sound(venue);
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: before, held: frozen + 10_000 });
    expect(wallet(venue, cast.ivo).available).to.equal(500_000 - 50_000 + 5_000);
    disputed('won')(venue);
    sound(venue);
    expect(wallet(venue, cast.ines).held).to.equal(0);
    expect(wallet(venue, cast.ines).available).to.be.at.least(before + 10_000);
  });

  it('DIV-6: makes good the loss when the dispute is lost', () => {
    const { venue } = given(card, disputed('open'), comes, sound);
    const loss = available(venue.state.ledger, account.disputes);
    disputed('lost')(venue);
    sound(venue);
    expect(wallet(venue, cast.ines).held).to.equal(0);
    expect(available(venue.state.ledger, account.disputes) - loss).to.be.at.least(10_000);
  });
});
