import { policy } from '@piazza/shared/policy';
import type { ProposalId } from '@piazza/shared/values';
import { expect } from 'chai';
import {
  orderCollar,
  referenceOf,
  type CallTermsAct,
  type Phase,
} from '../../../../../server/src/domain/market/index.ts';
import { violations, type VenueCommand } from '../../../../../server/src/domain/venue/index.ts';
import { cast, lst, orgOf, why } from '../../../../support/domain-cast.ts';
import type { DomainVenue } from '../../../../support/domain-venue.ts';
import { does, given, happened, passes, until, type Step } from '../../../../support/given.ts';
import { act, admitted, buy, marketIn, marketOf, sell, tuesday } from '../../../../support/market-venue.ts';

const { olga, oreste, ines, sofia, adele } = cast;

type Asked = Partial<Pick<CallTermsAct, 'listing' | 'referenceCents' | 'collarBps'>>;
const terms = (asked: Asked): CallTermsAct => ({
  kind: 'call_terms',
  listing: lst(1),
  referenceCents: null,
  collarBps: null,
  reason: why,
  ...asked,
});
const propose = (asked: Asked): VenueCommand => ({
  kind: 'approvals.propose',
  act: terms(asked),
  contentHash: 'read',
  reason: why,
});
const agree = (n = 1, contentHash = 'read'): VenueCommand => ({
  kind: 'approvals.approve',
  proposal: `apr_${n}` as ProposalId,
  contentHash,
  reason: why,
});
/** Two operators, neither of whom has a stake. */
const agreed =
  (asked: Asked): Step =>
  (venue) => {
    does(olga, propose(asked))(venue);
    const [newest] = [...venue.state.approvals.proposals.keys()].toReversed();
    does(oreste, agree(Number(newest?.slice(4))))(venue);
  };

/** A call whose price, 13.00 of a reference of 10.00, lies outside the collar through three extensions. */
const stuck: Step = (venue) => {
  marketIn('call')(venue);
  does(ines, sell(10, 1_300))(venue);
  does(sofia, buy(10, 1_300))(venue);
  until(tuesday(10, 10))(venue);
};
const standing = (venue: DomainVenue) => {
  const { phase, referenceCents, terms: set, trades } = marketOf(venue);
  return { phase, referenceCents, set: set !== null, trades };
};

describe('MKD-17: terms of one call', () => {
  it('a market that stands halted resumes with another reference, trades, and the rule holds again', () => {
    const { venue } = given(stuck);
    expect(standing(venue)).to.deep.equal({ phase: 'halted', referenceCents: 1_000, set: false, trades: 0 });
    agreed({ referenceCents: 1_250 })(venue);
    expect(marketOf(venue).phase).to.equal('call');
    expect(referenceOf(marketOf(venue))).to.equal(1_250);
    passes(policy.resumeCallMs)(venue);
    expect(standing(venue)).to.deep.equal({
      phase: 'continuous',
      referenceCents: 1_300,
      set: false,
      trades: 1,
    });
    expect(violations(venue.state)).to.deep.equal([]);
  });

  const collars: readonly (readonly [what: string, asked: Asked, price: number, trades: number])[] = [
    ['the usual collar of the usual reference', {}, 1_100, 1],
    ['beyond it by a tick', {}, 1_110, 0],
    ['a collar of 15 %: its edge', { collarBps: 1_500 }, 1_150, 1],
    ['a collar of 15 %: beyond', { collarBps: 1_500 }, 1_160, 0],
    ['the widest collar: its edge', { collarBps: 2_000 }, 1_200, 1],
    ['the widest collar: beyond', { collarBps: 2_000 }, 1_210, 0],
    ['another reference, the usual collar: its edge', { referenceCents: 1_200 }, 1_320, 1],
    ['another reference: what was inside is outside', { referenceCents: 1_200 }, 1_070, 0],
    ['both', { referenceCents: 1_200, collarBps: 2_000 }, 960, 1],
    ['both: beyond', { referenceCents: 1_200, collarBps: 2_000 }, 950, 0],
  ];
  for (const [what, asked, price, trades] of collars)
    it(`the next call of a closed market by them: ${what}`, () => {
      const { venue } = given(admitted());
      if (Object.keys(asked).length > 0) agreed(asked)(venue);
      until(tuesday(9, 30))(venue);
      does(ines, sell(1, price))(venue);
      does(sofia, buy(1, price))(venue);
      until(tuesday(10))(venue);
      expect(marketOf(venue).trades).to.equal(trades);
      expect(marketOf(venue).phase).to.equal(trades === 1 ? 'continuous' : 'call');
    });

  it('they last through the extensions of their call, and end with it where nothing traded', () => {
    const { venue } = given(stuck);
    agreed({ referenceCents: 1_020 })(venue);
    passes(policy.resumeCallMs)(venue);
    expect([marketOf(venue).extensions, standing(venue).set]).to.deep.equal([1, true]);
    passes(3 * (policy.extensionMs + policy.extensionDrawMs))(venue);
    expect(standing(venue)).to.deep.equal({ phase: 'halted', referenceCents: 1_000, set: false, trades: 0 });
    expect(referenceOf(marketOf(venue))).to.equal(1_000);
  });

  it('what a later act does not name stays as it stands; back at the rule, there are none', () => {
    const { venue } = given(admitted(), agreed({ referenceCents: 1_200 }), agreed({ collarBps: 1_500 }));
    const shown = () => {
      const { terms: set } = marketOf(venue);
      return set === null ? null : [set.referenceCents, set.collarBps];
    };
    expect(shown()).to.deep.equal([1_200, 1_500]);
    agreed({ referenceCents: 1_000 })(venue);
    expect(shown()).to.deep.equal([null, 1_500]);
    agreed({ collarBps: 1_000 })(venue);
    expect(shown()).to.equal(null);
  });

  it('they end with a session that is closed before its auction', () => {
    const { venue } = given(marketIn('pre_open'), agreed({ collarBps: 2_000 }), does(olga, act('close')));
    expect(standing(venue).set).to.equal(false);
  });

  it('orders are taken around the reference of the call', () => {
    const { venue, when } = given(admitted(), agreed({ referenceCents: 2_000 }), until(tuesday(9)));
    const { low, high } = orderCollar(venue.state, marketOf(venue));
    expect([low, high]).to.deep.equal([1_000, 3_000]);
    when(sofia, buy(1, 3_000)).accepts();
    when(sofia, buy(1, 990)).refuses('outside_collar', { lowCents: 1_000, highCents: 3_000 });
  });

  it('they are told with the auction they were for', () => {
    const { venue } = given(stuck, agreed({ referenceCents: 1_250 }), passes(policy.resumeCallMs));
    const result = venue.journal.findLast((event) => event.kind === 'market.uncrossed');
    expect(result).to.include({ priceCents: 1_300, referenceCents: 1_250 });
  });

  describe('are refused', () => {
    const legal: Readonly<Partial<Record<Phase, boolean>>> = {
      closed: true,
      pre_open: true,
      call: false,
      freeze: false,
      continuous: false,
      halted: true,
    };
    for (const [phase, may] of Object.entries(legal) as [Phase, boolean][])
      it(`in ${phase}: ${may ? 'no' : 'phase_forbids'}`, () => {
        const outcome = given(marketIn(phase)).when(olga, propose({ collarBps: 1_500 }));
        if (may) outcome.accepts();
        else outcome.refuses('phase_forbids', { phase });
      });

    const bounds = { leastBps: 1_000, mostBps: 2_000 };
    const rows: readonly (readonly [Asked, string | null])[] = [
      [{ collarBps: 1_001 }, null],
      [{ collarBps: 2_000 }, null],
      [{ collarBps: 1_000 }, 'nothing_to_change'],
      [{ collarBps: 999 }, 'call_collar_out_of_bounds'],
      [{ collarBps: 2_001 }, 'call_collar_out_of_bounds'],
      [{ collarBps: 1_500.5 }, 'call_collar_out_of_bounds'],
      [{ collarBps: -1_500 }, 'call_collar_out_of_bounds'],
      [{ referenceCents: 100 }, null],
      [{ referenceCents: 99_500 }, null],
      [{ referenceCents: 1_005 }, 'off_tick'],
      [{ referenceCents: 99 }, 'off_tick'],
      [{ referenceCents: 100_000 }, 'off_tick'],
      [{ referenceCents: 0 }, 'off_tick'],
      [{ referenceCents: 1_005, collarBps: 1 }, 'off_tick'],
      [{}, 'nothing_to_change'],
      [{ referenceCents: 1_000 }, 'nothing_to_change'],
      [{ referenceCents: 1_000, collarBps: 1_200 }, null],
      [{ listing: lst(9) }, 'not_found'],
    ];
    for (const [asked, code] of rows)
      it(`${JSON.stringify(asked)}: ${code ?? 'no'}`, () => {
        const outcome = given(marketIn('halted')).when(olga, propose(asked));
        if (code === null) outcome.accepts();
        else if (code === 'call_collar_out_of_bounds') outcome.refuses(code, bounds);
        else outcome.refuses(code as 'off_tick');
      });

    it('on a board, while a duty stops trading, and for a halted market that is stopped', () => {
      const target = { scope: 'listing', listing: lst(1) } as const;
      const stop: VenueCommand = {
        kind: 'desk.blockTrading',
        target,
        blocked: true,
        cancelOrders: false,
        reason: why,
      };
      const { when, venue } = given(marketIn('halted'), does(olga, stop));
      when(olga, propose({ collarBps: 1_500 })).refuses('trading_blocked');
      const restricted = { kind: 'market.restricted', listing: lst(1), closedPeriod: false } as const;
      venue.fold({ ...restricted, stop: 'report_late' });
      when(olga, propose({ collarBps: 1_500 })).refuses('trading_suspended', { why: 'report_late' });
      given(admitted({ model: 'bulletin' }))
        .when(olga, propose({ collarBps: 1_500 }))
        .refuses('matching_forbidden');
    });

    it('to the one who proposed, to who read something else, to who is no operator', () => {
      const { when } = given(marketIn('halted'), does(olga, propose({ collarBps: 1_500 })));
      when(olga, agree()).refuses('same_person');
      when(oreste, agree(1, 'else')).refuses('content_changed');
      when(adele, agree()).refuses('not_allowed');
      when(ines, propose({ collarBps: 1_200 })).refuses('not_allowed');
    });

    const stakes: readonly (readonly [string, Step])[] = [
      [
        'holds units',
        happened({
          kind: 'register.issued',
          listing: lst(1),
          holder: oreste,
          units: 1,
          costCents: 1_000,
          at: tuesday(0) as never,
        }),
      ],
      [
        'acts for the issuer',
        happened({ kind: 'organisations.represented', organisation: orgOf.enzo, person: oreste, acts: true }),
      ],
    ];
    for (const [what, step] of stakes)
      it(`to an operator who ${what}: conflict_of_interest`, () => {
        const { when } = given(marketIn('halted'), does(olga, propose({ collarBps: 1_500 })), step);
        when(oreste, agree()).refuses('conflict_of_interest');
        when(oreste, propose({ collarBps: 1_200 })).refuses('conflict_of_interest');
      });

    it('once the market has moved on: a session later, or resumed without them', () => {
      const { venue, when } = given(marketIn('halted'), does(olga, propose({ collarBps: 1_500 })));
      does(olga, act('resume'))(venue);
      when(oreste, agree()).refuses('content_changed');
      const night = given(admitted(), does(olga, propose({ collarBps: 1_500 })), until(tuesday(18)));
      night.when(oreste, agree()).refuses('content_changed');
    });
  });
});
