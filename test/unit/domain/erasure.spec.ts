import { expect } from 'chai';
import { erasing, obstaclesOf, type Obstacle } from '../../../server/src/domain/erasure/index.ts';
import { account, EUR } from '../../../server/src/domain/ledger/index.ts';
import type { VenueEvent } from '../../../server/src/domain/venue/index.ts';
import { cast, why } from '../../support/domain-cast.ts';
import { beginning, type DomainVenue } from '../../support/domain-venue.ts';
import { withProvider } from '../../support/charges.ts';
import { does, given, inTurn, type Step } from '../../support/given.ts';
import { customer, linked, payee, sent, transfers, withdraws } from '../../support/money-out.ts';

const begin = (giveBack = false) => ({ kind: 'people.beginErasure', giveBack }) as const;

const who = cast.ines;

const folds =
  (...events: readonly VenueEvent[]): Step =>
  (venue) =>
    venue.fold(...events);
const posted = (amount: number, asset: string = EUR, to = account.cash(who)): VenueEvent => ({
  kind: 'ledger.posted',
  from: account.outside(asset),
  to,
  asset,
  amount,
  reason: 'top_up',
  subject: {},
});
/** Takes away what everybody of the cast is given at the beginning. */
const poor: Step = (venue) => {
  const [from, to] = [account.cash(who), account.outside(EUR)];
  const amount = venue.state.ledger.accounts.get(from)?.available ?? 0;
  if (amount > 0)
    venue.fold({ kind: 'ledger.posted', from, to, asset: EUR, amount, reason: 'withdrawal', subject: {} });
};
const obstacles = (venue: DomainVenue, person = who): readonly Obstacle[] => obstaclesOf(venue.state, person);

describe('SEC-7: what stands in the way of an erasure', () => {
  it('is nothing for somebody who owns and owes nothing', () => {
    const { venue, when } = given(poor);
    expect(obstacles(venue)).to.deep.equal([]);
    when(who, begin()).yields({ kind: 'people.erasure_begun', person: who, at: venue.now });
  });

  it('is money, free or held', () => {
    const { venue, when } = given(poor, folds(posted(1)));
    expect(obstacles(venue)).to.deep.equal(['money']);
    when(who, begin()).refuses('erasure_blocked', { obstacles: ['money'] });
    const held = folds({
      kind: 'ledger.held',
      hold: 'h',
      account: account.cash(who),
      asset: EUR,
      amount: 1,
      reason: 'capture',
      subject: {},
    });
    given(poor, folds(posted(1)), held)
      .when(who, begin(true))
      .refuses('erasure_blocked', { obstacles: ['money'] });
  });

  it('is money on its way, in, out or back, until nothing more can come of it', () => {
    const open = (...steps: readonly Step[]): readonly Obstacle[] =>
      obstacles(given(withProvider, ...steps).venue);
    const arrived = inTurn(
      linked(who),
      does('venue', {
        kind: 'payments.arrived',
        customer: customer(who),
        transaction: 'txn_1',
        amountCents: 700,
      }),
    );
    expect(open(poor, arrived)).to.deep.equal(['open_payments']);
    const out = inTurn(payee(who), transfers(who, 700), withdraws(who, 700));
    expect(open(poor, out)).to.deep.equal(['money', 'open_payments']);
    expect(open(poor, out, sent('transferred'))).to.deep.equal(['open_payments']);
    expect(open(poor, out, sent('paid'))).to.deep.equal([]);
    expect(open(poor, out, sent('returned'))).to.deep.equal(['money']);
    expect(obstacles(given(withProvider, poor, out).venue, cast.ivo)).not.to.include('open_payments');
  });

  it('is real money: nothing is given back where a provider has it', () => {
    const { when } = given(withProvider, poor, transfers(who, 700));
    when(who, begin(true)).refuses('no_play_money');
    when(who, begin()).refuses('erasure_blocked', { obstacles: ['money'] });
  });

  it('is not play money that is given back', () => {
    const { venue, when } = given(poor, folds(posted(5)));
    const [from, to] = [account.cash(who), account.outside(EUR)];
    const outcome = when(who, begin(true));
    outcome.yields(
      { kind: 'ledger.posted', from, to, asset: EUR, amount: 5, reason: 'withdrawal', subject: {} },
      { kind: 'people.erasure_begun', person: who, at: venue.now },
    );
    expect(outcome.accepts().state.ledger.accounts.get(from)?.available).to.equal(0);
  });

  it('is real money, which is never given back to nobody', () => {
    const { venue, when } = given(poor, folds(posted(5)));
    venue.state.house.mode = 'BULLETIN_BOARD';
    when(who, begin(true)).refuses('simulation_only');
  });

  it('is units', () => {
    const units = posted(10, 'lst_1', account.units('lst_1', who));
    expect(obstacles(given(poor, folds(units)).venue)).to.deep.equal(['units']);
  });

  it('is a post on a board', () => {
    const post = {
      id: 'pst_1',
      listing: 'lst_1',
      author: who,
      side: 'buy',
      quantity: 1,
      priceCents: null,
      note: why,
      postedAt: beginning,
      expiresAt: beginning,
      replies: [],
    } as never;
    expect(obstacles(given(poor, folds({ kind: 'board.posted', post })).venue)).to.deep.equal(['open_posts']);
  });

  for (const [status, stands] of [
    ['pledged', true],
    ['captured', true],
    ['capture_failed', true],
    ['allotted', true],
    ['revoked', false],
    ['lapsed', false],
    ['settled', false],
    ['released', false],
  ] as const)
    it(`is ${stands ? '' : 'not '}a commitment that is ${status}`, () => {
      const { venue } = given(poor);
      venue.state.offers.byInvestor.set(who, ['cmt_1' as never]);
      venue.state.offers.commitments.set('cmt_1' as never, { status } as never);
      expect(obstacles(venue)).to.deep.equal(stands ? ['open_commitments'] : []);
    });

  it('is a proposal that waits for agreement', () => {
    const { venue } = given(poor);
    const propose = (status: string, maker: string) =>
      venue.state.approvals.proposals.set('apr_1' as never, { status, maker } as never);
    propose('waiting', who);
    expect(obstacles(venue)).to.deep.equal(['open_proposals']);
    propose('approved', who);
    expect(obstacles(venue)).to.deep.equal([]);
    propose('waiting', cast.olga);
    expect(obstacles(venue)).to.deep.equal([]);
  });

  it('is a complaint that waits for its answer', () => {
    const { venue } = given(poor);
    const complain = (status: string) =>
      venue.state.conduct.complaints.set('cpl_1' as never, { status, person: who } as never);
    complain('received');
    expect(obstacles(venue)).to.deep.equal(['open_complaint']);
    complain('withdrawn');
    expect(obstacles(venue)).to.deep.equal([]);
  });

  it('is being the only administrator, or the only one who represents an organisation', () => {
    const alone = given(poor, (venue) => {
      for (const person of venue.state.people.people.values())
        person.roles = person.roles.filter((role) => role !== 'administrator');
      venue.state.people.people.get(who)!.roles = ['administrator'];
    });
    expect(obstacles(alone.venue)).to.deep.equal(['last_administrator']);
    const founds = folds({
      kind: 'organisations.created',
      organisation: 'org_z' as never,
      subject: 's',
      profile: why,
      representative: who,
      fictional: false,
      at: beginning,
    });
    expect(obstacles(given(poor, founds).venue)).to.deep.equal(['sole_representative']);
  });

  it('is an open alert, told in words that stand for any duty of law', () => {
    const { venue } = given(poor);
    venue.state.cases.alerts.set('alr_1' as never, { status: 'open', subjects: [who], dueAt: 0 } as never);
    expect(obstacles(venue)).to.deep.equal(['duty_of_law']);
    venue.state.cases.alerts.set('alr_1' as never, { status: 'dismissed', subjects: [who] } as never);
    expect(obstacles(venue)).to.deep.equal([]);
  });
});

describe('SEC-8: an erasure in the journal', () => {
  it('begins once, and from there on the person can do nothing', () => {
    const { venue, when } = given(poor);
    when(who, begin()).accepts();
    const person = venue.state.people.people.get(who);
    expect(person).to.deep.include({ suspended: true, roles: [] });
    expect(person?.erasure).to.deep.equal({ begunAt: venue.now, completedAt: null });
    expect(erasing(venue.state.people)).to.deep.equal([who]);
    when(who, begin()).refuses('not_allowed');
    when(who, { kind: 'people.acknowledgeWarning' }).refuses('not_allowed');
  });

  it('is completed by the venue alone, once', () => {
    const { venue, when } = given(poor);
    const complete = { kind: 'people.completeErasure', person: who } as const;
    when('venue', complete).yields();
    when(who, begin()).accepts();
    when(cast.olga, complete).refuses('not_allowed');
    const outcome = when('venue', complete);
    outcome.yields({ kind: 'people.erased', person: who, at: venue.now });
    outcome.accepts();
    expect(erasing(venue.state.people)).to.deep.equal([]);
    when('venue', complete).yields();
  });

  it('is one’s own: the venue itself asks for nobody’s', () => {
    const { venue, when } = given(poor);
    when('venue', begin()).refuses('not_allowed');
    expect(erasing(venue.state.people)).to.deep.equal([]);
  });
});
