import type { ProposalId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { Role } from '../../../../server/src/domain/people/index.ts';
import type { VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import { cast, lst, why } from '../../../support/domain-cast.ts';
import { does, given, happened, inTurn, until, type Step } from '../../../support/given.ts';
import {
  bookOf,
  buy,
  issued,
  marketIn,
  openMarket,
  ordersOf,
  sell,
  standingOf,
  told,
  tuesday,
} from '../../../support/market-venue.ts';

const { adele, ines, ivo, olga } = cast;
const two = lst(2);
const contentHash = 'hash of what is read';
/** Two markets in their call, orders of Ines in both. */
const both: Step = inTurn(
  issued({ listing: two }),
  marketIn('closed'),
  does(olga, openMarket({ listing: two })),
  until(tuesday(9, 30)),
  does(ines, buy(1, 900), sell(1, 1_100), buy(1, 900, { listing: two })),
  does(ivo, buy(1, 910)),
);
const proposed = (role: Role, granted: boolean): Step =>
  does(adele, {
    kind: 'approvals.propose',
    act: { kind: 'role_change', person: ines, role, granted, reason: why },
    contentHash,
    reason: why,
  });
const agreed: VenueCommand = {
  kind: 'approvals.approve',
  proposal: 'apr_1' as ProposalId,
  contentHash,
  reason: why,
};
/** As journals have it from before orders left with the role. */
const lostBefore: Step = happened({
  kind: 'people.role_set',
  person: ines,
  role: 'investor',
  granted: false,
  reason: why,
});
const cancelAll = { kind: 'orders.cancelAll', listing: null } as const;

describe('orders of who is no longer an investor (ACC-8)', () => {
  it('leave every book in the record that takes the role, with their reason; nobody else’s do', () => {
    const { venue, when } = given(both, proposed('investor', false));
    const outcome = when(olga, agreed);
    const kinds = 'events' in outcome.decision ? outcome.decision.events.map(({ kind }) => kind) : [];
    expect(kinds).to.deep.equal([
      'approvals.decided',
      'schedule.cleared',
      'people.role_set',
      'market.moved',
      'market.moved',
    ]);
    outcome.accepts();
    expect([bookOf(venue), bookOf(venue, two)]).to.deep.equal([['ivo buys 1 at 910'], []]);
    expect(standingOf(venue, ines)).to.include({ heldCents: 0, heldUnits: 0 });
    expect(told(venue).join('\n')).to.include('owner_barred');
    when(ines, buy(1, 900)).refuses('not_allowed');
  });
  it('leave a freeze too', () => {
    const { venue } = given(both, proposed('investor', false), until(tuesday(9, 58)), does(olga, agreed));
    expect(ordersOf(venue, ines)).to.deep.equal([]);
    expect(bookOf(venue)).to.deep.equal(['ivo buys 1 at 910']);
  });
  it('stay where another role is taken, or one is given', () => {
    const more = happened({
      kind: 'people.role_set',
      person: ines,
      role: 'verifier',
      granted: true,
      reason: why,
    });
    const taken = given(both, more, proposed('verifier', false), does(olga, agreed));
    expect(ordersOf(taken.venue, ines)).to.have.length(2);
    const granted = given(both, proposed('verifier', true), does(olga, agreed));
    expect(ordersOf(granted.venue, ines)).to.have.length(2);
  });
});

describe('API-10: whoever lost the role of investor', () => {
  it('cancels what an older journal left in the books, one or all', () => {
    const { venue, when } = given(both, lostBefore);
    const [order = 0, next = 0] = ordersOf(venue, ines);
    when(ines, { kind: 'orders.cancel', order }).accepts();
    expect(ordersOf(venue, ines)).to.deep.equal([next]);
    expect(when(ines, cancelAll).decision).to.have.deep.property('result', { cancelled: 2, kept: 0 });
  });
  it('places and amends nothing, and cancels nothing of others', () => {
    const { venue, when } = given(both, lostBefore);
    const [order = 0] = ordersOf(venue, ines);
    when(ines, buy(1, 900)).refuses('not_allowed');
    when(ines, { kind: 'orders.amend', order, priceCents: 890, quantity: 0 }).refuses('not_allowed');
    when(ines, { kind: 'orders.cancelAllAfter', afterMs: 1_000 }).refuses('not_allowed');
    const [theirs = 0] = ordersOf(venue, ivo);
    when(ines, { kind: 'orders.cancel', order: theirs }).refuses('not_found');
  });
  it('is nobody: neither who is not known, nor the venue in their place', () => {
    const { venue, when } = given(both);
    const [order = 0] = ordersOf(venue, ines);
    when(cast.nobody, { kind: 'orders.cancel', order }).refuses('not_allowed');
    when('venue', { kind: 'orders.cancel', order }).refuses('not_allowed');
    when(cast.nobody, cancelAll).refuses('not_allowed');
  });
  it('is not whose account is being erased', () => {
    const erased = happened({ kind: 'people.erasure_begun', person: ines, at: tuesday(9, 31) as never });
    const { venue, when } = given(both, erased);
    const [order = 0] = ordersOf(venue, ines);
    when(ines, { kind: 'orders.cancel', order }).refuses('not_allowed');
  });
});
