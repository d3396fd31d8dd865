import { policy } from '@piazza/shared/policy';
import { expect } from 'chai';
import type { MarketAct, Phase } from '../../../../../server/src/domain/market/index.ts';
import { cast, lst, why } from '../../../../support/domain-cast.ts';
import { beginning, minute, type DomainVenue } from '../../../../support/domain-venue.ts';
import { does, given, passes, until } from '../../../../support/given.ts';
import {
  act,
  admitted,
  bookOf,
  buy,
  marketIn,
  marketOf,
  sell,
  tuesday,
} from '../../../../support/market-venue.ts';

const { ines, ivo, olga } = cast;
const standing = (venue: DomainVenue): readonly [Phase, number | null] => {
  const { phase, until: end } = marketOf(venue);
  return [phase, end];
};

describe('what operators do with a session (MKD-14)', () => {
  const legal: Readonly<Record<MarketAct, readonly Phase[]>> = {
    start: ['closed', 'pre_open'],
    extend: ['call', 'freeze'],
    halt: ['pre_open', 'call', 'freeze', 'continuous'],
    resume: ['halted'],
    close: ['pre_open', 'call', 'freeze', 'continuous', 'halted'],
  };
  for (const which of Object.keys(legal) as MarketAct[])
    for (const phase of ['closed', 'pre_open', 'call', 'freeze', 'continuous', 'halted'] as const) {
      const may = legal[which].includes(phase);
      it(`${which} in ${phase}: ${may ? 'done' : 'phase_forbids'}`, () => {
        const outcome = given(marketIn(phase)).when(olga, act(which));
        if (may) outcome.accepts();
        else outcome.refuses('phase_forbids', { phase });
      });
    }

  it('start: a call of five minutes with its freeze, then trading for as long as the calendar’s own session', () => {
    const { venue } = given(admitted(), does(olga, act('start')));
    expect(standing(venue)).to.deep.equal(['call', beginning + policy.resumeCallMs - policy.freezeMs]);
    passes(policy.resumeCallMs)(venue);
    expect(standing(venue)).to.deep.equal(['continuous', beginning + policy.resumeCallMs + 450 * minute]);
  });

  it('extend: two minutes more, in the call and in its freeze', () => {
    const { venue } = given(marketIn('call'), does(olga, act('extend')));
    expect(standing(venue)).to.deep.equal(['call', tuesday(10)]);
    until(tuesday(10))(venue);
    expect(standing(venue)).to.deep.equal(['freeze', tuesday(10, 2)]);
    does(olga, act('extend'))(venue);
    expect(standing(venue)).to.deep.equal(['freeze', tuesday(10, 4)]);
    until(tuesday(10, 4))(venue);
    expect(marketOf(venue).phase).to.equal('continuous');
  });

  it('halt: nothing trades and nothing happens by itself; resume: a call, then on until the session’s own close', () => {
    const { venue, when } = given(marketIn('continuous'), does(ivo, sell(1, 1_000)), does(olga, act('halt')));
    until(tuesday(17))(venue);
    expect(standing(venue)).to.deep.equal(['halted', null]);
    when(ines, buy(1, 1_000)).refuses('market_closed', { phase: 'halted' });
    does(olga, act('resume'))(venue);
    does(ines, buy(1, 1_000))(venue);
    passes(policy.resumeCallMs)(venue);
    expect(marketOf(venue).trades).to.equal(1);
    expect(standing(venue)).to.deep.equal(['continuous', tuesday(17, 30)]);
  });

  it('resume after the close: one auction, then the market closes', () => {
    const { venue } = given(marketIn('continuous'), does(olga, act('halt')), until(tuesday(18)));
    does(olga, act('resume'))(venue);
    passes(policy.resumeCallMs)(venue);
    expect(standing(venue)).to.deep.equal(['closed', tuesday(9) + 24 * 60 * minute]);
  });

  it('close: the session ends without an auction, orders of the day leave, the next session is planned', () => {
    const { venue } = given(
      marketIn('call'),
      does(ines, sell(1, 990, { timeInForce: 'day' }), sell(1, 1_020)),
      does(ivo, buy(1, 1_000)),
      does(olga, act('close')),
      passes(0),
    );
    expect(standing(venue)).to.deep.equal(['closed', tuesday(9) + 24 * 60 * minute]);
    expect(bookOf(venue)).to.deep.equal(['ivo buys 1 at 1000', 'ines sells 1 at 1020']);
  });

  it('are refused without a market, on a board, in the wrong phase, and for a start or resume while stopped, in this order', () => {
    const { when, venue } = given(marketIn('halted'));
    when(olga, act('resume', lst(9))).refuses('not_found');
    const target = { scope: 'listing', listing: lst(1) } as const;
    const stop = {
      kind: 'desk.blockTrading',
      target,
      blocked: true,
      cancelOrders: false,
      reason: why,
    } as const;
    does(olga, stop)(venue);
    when(olga, act('start')).refuses('phase_forbids');
    when(olga, act('resume')).refuses('trading_blocked');
    when(olga, act('close')).accepts();
    const night = given(marketIn('closed'), does(olga, { ...stop, target: { scope: 'venue' } }));
    night.when(olga, act('start')).refuses('trading_blocked');
    const board = { kind: 'market.configured', listing: lst(1), model: 'bulletin' } as const;
    venue.fold({ ...board, calendar: marketOf(venue).calendar });
    when(olga, act('start')).refuses('matching_forbidden');
  });

  it('are the operator’s alone', () =>
    given(marketIn('call')).when(ines, act('halt')).refuses('not_allowed'));
});
