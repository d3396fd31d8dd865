import { policy } from '@piazza/shared/policy';
import type { FundingId, MethodId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { Holder } from '../../../../server/src/domain/payments/index.ts';
import { account, available } from '../../../../server/src/domain/ledger/index.ts';
import type { VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import { atProvider, methodOf, placeBy, says, sound, withProvider } from '../../../support/charges.ts';
import { cast, orgOf, sealed } from '../../../support/domain-cast.ts';
import { day, type DomainVenue } from '../../../support/domain-venue.ts';
import { does, given, live, passes, wallet } from '../../../support/given.ts';
import { customer, linked, transfers } from '../../../support/money-out.ts';

const fnd = (n = 1): FundingId => `fnd_${n.toString(36)}` as FundingId;
const announce = (amountCents: number, organisation: Holder | null = null): VenueCommand =>
  ({ kind: 'payments.announce', amountCents, organisation }) as VenueCommand;
const cancel = (n = 1): VenueCommand => ({ kind: 'payments.cancelFunding', funding: fnd(n) });
const arrived = (amountCents: number, transaction = 'ccsbtxn_1', of: Holder = cast.ines): VenueCommand => ({
  kind: 'payments.arrived',
  customer: customer(of),
  transaction,
  amountCents,
});
const fundings = ({ state }: DomainVenue): string[] =>
  [...state.payments.fundings.values()].map(({ receivedCents, status }) => `${status} ${receivedCents}`);

describe('a bank transfer', () => {
  it('TRF-1: is announced within its bounds, by investors for themselves and by representatives for their issuer', () => {
    given().when(cast.ines, announce(0)).refuses('payments_off');
    const { when } = given(withProvider);
    const bounds = { leastCents: policy.fundingMinCents, mostCents: policy.fundingMostCents };
    for (const amount of [policy.fundingMinCents - 1, policy.fundingMostCents + 1, 100.5])
      when(cast.ines, announce(amount)).refuses('amount_out_of_range', bounds);
    for (const amount of [policy.fundingMinCents, policy.fundingMostCents])
      when(cast.ines, announce(amount)).accepts();
    when(cast.ines, announce(500, 'org_none' as Holder)).refuses('not_found');
    when(cast.ines, announce(500, orgOf.enzo)).refuses('not_allowed');
    when(cast.enzo, announce(500)).refuses('not_allowed');
    const venue = when(cast.enzo, announce(500, orgOf.enzo)).accepts();
    expect([...venue.state.payments.fundings.values()].at(-1)).to.include({
      holder: orgOf.enzo,
      status: 'awaited',
    });
  });

  it('TRF-1: may be announced only so many times before any has come', () => {
    const all = Array.from({ length: policy.fundingsOpen }, () => does(cast.ines, announce(500)));
    const { when } = given(withProvider, ...all);
    when(cast.ines, announce(500)).refuses('too_many_fundings', { most: policy.fundingsOpen });
    when(cast.ivo, announce(500)).accepts();
    given(withProvider, ...all, does(cast.ines, cancel()))
      .when(cast.ines, announce(500))
      .accepts();
  });

  it('TRF-2: is collected whole, and is free cash once it has been', () => {
    const { venue } = given(withProvider, linked(cast.ines), does('venue', arrived(123_456)), sound);
    expect(venue.state.payments.payments.get('pay_1' as never)).to.include({
      status: 'due',
      method: null,
      amountCents: 123_456,
      payer: cast.ines,
    });
    expect(wallet(venue, cast.ines).available).to.equal(0);
    says('succeeded', { feeCents: 0 })(venue);
    sound(venue);
    expect(wallet(venue, cast.ines).available).to.equal(123_456);
    expect(atProvider(venue)).to.equal(123_456);
  });

  it('TRF-2: of an issuer is its own money, apart from its proceeds', () => {
    const { venue } = given(withProvider, transfers(orgOf.enzo, 5_000), sound);
    expect(available(venue.state.ledger, account.funds(orgOf.enzo))).to.equal(5_000);
    expect(available(venue.state.ledger, account.proceeds(orgOf.enzo))).to.equal(0);
  });

  it('TRF-2: is taken once, whatever is told of it again, and only of whom the provider knows', () => {
    const { venue, when } = given(withProvider, linked(cast.ines), does('venue', arrived(700)));
    when('venue', arrived(700)).yields();
    when('venue', arrived(700, 'ccsbtxn_2', cast.ivo)).refuses('not_found');
    when('venue', { ...arrived(700, 'ccsbtxn_2'), customer: methodOf(cast.ines) } as VenueCommand).refuses(
      'not_found',
    );
    when('venue', arrived(0, 'ccsbtxn_2')).refuses('amount_out_of_range');
    expect(venue.state.payments.payments.size).to.equal(1);
    given().when('venue', arrived(700)).refuses('payments_off');
  });

  it('TRF-3: is set against what was announced, the oldest first, to the cent; the rest is simply there', () => {
    const three = [1_000, 500, 700].map((amount) => does(cast.ines, announce(amount)));
    const announced = [withProvider, linked(cast.ines), does(cast.ivo, announce(900)), ...three];
    const after = (...amounts: readonly number[]): string[] =>
      fundings(
        given(
          ...announced,
          ...amounts.map((cents, n) => does('venue', arrived(cents, `ccsbtxn_${n}`))),
          sound,
        ).venue,
      );
    expect(after(999)).to.deep.equal(['awaited 0', 'partial 999', 'awaited 0', 'awaited 0']);
    expect(after(1_000)).to.deep.equal(['awaited 0', 'matched 1000', 'awaited 0', 'awaited 0']);
    expect(after(1_001)).to.deep.equal(['awaited 0', 'matched 1000', 'partial 1', 'awaited 0']);
    expect(after(999, 2)).to.deep.equal(['awaited 0', 'matched 1000', 'partial 1', 'awaited 0']);
    expect(after(2_201)).to.deep.equal(['awaited 0', 'matched 1000', 'matched 500', 'matched 700']);
  });

  it('TRF-4: is taken back by its holder while it has not come in full', () => {
    given().when(cast.ines, cancel()).refuses('payments_off');
    const announced = [withProvider, linked(cast.ines), does(cast.ines, announce(900))];
    given(...announced)
      .when(cast.ivo, cancel())
      .refuses('not_found');
    given(...announced)
      .when(cast.ines, cancel(2))
      .refuses('not_found');
    const partial = given(...announced, does('venue', arrived(100)));
    expect(fundings(partial.when(cast.ines, cancel()).accepts())).to.deep.equal(['cancelled 100']);
    partial.when(cast.ines, cancel()).refuses('funding_closed', { status: 'cancelled' });
    given(...announced, does('venue', arrived(900)))
      .when(cast.ines, cancel())
      .refuses('funding_closed', { status: 'matched' });
    const issuers = given(withProvider, does(cast.enzo, announce(900, orgOf.enzo)));
    issuers.when(cast.elsa, cancel()).refuses('not_found');
    issuers.when(cast.enzo, cancel()).accepts();
  });
});

describe('whom the provider knows, and by what they pay', () => {
  const add = (provider: string, person = cast.ines): VenueCommand => ({
    kind: 'payments.addMethod',
    person,
    method: { kind: 'card', provider, label: sealed('label') },
  });
  const remove = (method: MethodId = methodOf(cast.ines)): VenueCommand => ({
    kind: 'payments.removeMethod',
    method,
  });
  const link = (holder: Holder, id: string): VenueCommand => ({
    kind: 'payments.linkCustomer',
    holder,
    customer: id,
  });

  it('TRF-5: a customer is linked once, to who exists', () => {
    given().when('venue', link(cast.ines, 'cus_1')).refuses('payments_off');
    const { when } = given(withProvider, linked(cast.ines));
    when('venue', link('per_none' as Holder, 'cus_1')).refuses('not_found');
    when('venue', link(cast.ines, customer(cast.ines))).yields();
    when('venue', link(cast.ines, 'cus_2')).refuses('illegal_state');
  });

  it('TRF-5: a method is kept once, and so many of a person', () => {
    given().when('venue', add('pm_1')).refuses('payments_off');
    const { when } = given(withProvider, does('venue', add('pm_1')));
    when('venue', add('pm_1')).yields();
    when('venue', add('pm_1', 'per_none' as never)).refuses('not_found');
    const most = policy.methodsKept;
    // Two are hers from the beginning.
    const all = Array.from({ length: most - 2 }, (_, n) => does('venue', add(`pm_${n}`)));
    given(withProvider, ...all)
      .when('venue', add('pm_more'))
      .refuses('too_many_methods', { most });
    given(withProvider, ...all, does(cast.ines, remove()))
      .when('venue', add('pm_more'))
      .accepts();
    given(withProvider, ...all)
      .when('venue', add('pm_more', cast.ivo))
      .accepts();
  });

  it('TRF-5: a method is removed by its owner, but not while a charge of it is under way', () => {
    given().when(cast.ines, remove()).refuses('payments_off');
    const { when } = given(withProvider);
    when(cast.ivo, remove()).refuses('not_found');
    when(cast.ines, remove('mth_none' as MethodId)).refuses('not_found');
    const venue = when(cast.ines, remove()).accepts();
    expect(venue.state.payments.methods.get(methodOf(cast.ines))?.removedAt).to.equal(venue.now);
    when(cast.ines, remove()).refuses('not_found');
    const charging = [withProvider, live(), placeBy(cast.ines, 150), passes(5 * day)];
    const under = given(...charging);
    under.when(cast.ines, remove()).refuses('method_in_use');
    under.when(cast.ines, remove(methodOf(cast.ines, 'sepa_debit'))).accepts();
    for (const status of ['processing', 'action_needed', 'declined'] as const)
      given(...charging, says(status))
        .when(cast.ines, remove())
        .refuses('method_in_use');
    given(...charging, says('succeeded'))
      .when(cast.ines, remove())
      .accepts();
    given(...charging, says('declined', { final: true }))
      .when(cast.ines, remove())
      .accepts();
  });
});
