import { policy } from '@piazza/shared/policy';
import type { PersonId } from '@piazza/shared/values';
import type { MakeDetector, Trade } from '../ground.ts';
import { moveBps, ordersOf, people, seqsOf } from '../measures.ts';

const { collusion } = policy.surveillance;

/** Trades in each of which somebody passes on what they were given in an earlier one, dearer than it was. */
type Chain = readonly Trade[];

const membersOf = (chain: Chain): Set<PersonId> =>
  new Set(chain.flatMap(({ buy, sell }) => [buy.natural, sell.natural]));

/** The newest part of the chain that few enough took part in and that lies in the window. */
function newestPart(chain: Chain, at: number): Chain {
  let part = chain.slice(-longest).filter((trade) => trade.at >= at - collusion.windowMs);
  while (membersOf(part).size > collusion.membersMost) part = part.slice(1);
  return part;
}

const partsOf = (chain: Chain, who: PersonId): number =>
  chain.filter(({ buy, sell }) => buy.natural === who || sell.natural === who).length;

/** The chain without whoever came by once, at its beginning or its end: they are not of the group. */
function withoutPassersBy(chain: Chain): Chain {
  let part = chain;
  for (let first = part[0]; first !== undefined && partsOf(part, first.sell.natural) < 2; first = part[0])
    part = part.slice(1);
  for (let last = part.at(-1); last !== undefined && partsOf(part, last.buy.natural) < 2; last = part.at(-1))
    part = part.slice(0, -1);
  return part;
}

/** How far prices climbed along the chain, in basis points. */
function riseOf(chain: Chain): number {
  const [first, last] = [chain[0], chain.at(-1)];
  return first === undefined || last === undefined ? 0 : moveBps(first.priceCents, last.priceCents);
}

/** Chains kept for each person, and trades of each. */
const keptEach = 16;
const longest = 14;

/** The more trades among the fewer people, the likelier they are a group. */
const worthOf = (chain: Chain): number => chain.length - membersOf(chain).size + chain.length / 100;

/**
 * Collusion after a primary issue: some to whom it was allotted pass units on among themselves at rising prices, so that
 * others believe in a demand. 2016/522 Annex II section 1 indicator A(a).
 */
export const collusions: MakeDetector = ({ tell, issues }) => {
  /** By listing, the best chains that end with each person who was given something of it. */
  const chains = new Map<string, Map<PersonId, readonly Chain[]>>();

  /** Groups that were named: once is enough. */
  const told = new Set<string>();

  /** Chains that the trade goes on with, or begins; those who sold at less than they gave begin anew. */
  function follow(ending: Map<PersonId, readonly Chain[]>, trade: Trade): readonly Chain[] {
    const goOn = (ending.get(trade.sell.natural) ?? []).filter((chain) => {
      const last = chain.at(-1);
      return last !== undefined && moveBps(last.priceCents, trade.priceCents) + collusion.fall >= 0;
    });
    const longer = [[], ...goOn].map((chain) => newestPart([...chain, trade], trade.at));
    const others = (ending.get(trade.buy.natural) ?? []).map((chain) => newestPart(chain, trade.at));
    const best = [...longer, ...others].toSorted((a, b) => worthOf(b) - worthOf(a));
    ending.set(trade.buy.natural, best.slice(0, keptEach));
    return longer;
  }

  return {
    traded(trade, { listing }) {
      const issue = issues.get(trade.listing);
      if (issue === undefined || trade.at > issue.issuedAt + collusion.afterIssueMs) return;
      const [buyer, seller] = [trade.buy.natural, trade.sell.natural];
      if (buyer === seller || !issue.allottees.has(buyer) || !issue.allottees.has(seller)) return;
      const ending = chains.get(listing) ?? new Map<PersonId, readonly Chain[]>();
      chains.set(listing, ending);
      const chain = follow(ending, trade)
        .map(withoutPassersBy)
        .find((one) => one.length >= collusion.trades && riseOf(one) >= collusion.rise);
      if (chain === undefined) return;
      const riseBps = riseOf(chain);
      const group = `${listing} ${[...membersOf(chain)].toSorted().join(' ')}`;
      if (told.has(group)) return;
      told.add(group);
      tell({
        detector: 'allotment_collusion',
        severity: 'high',
        listing,
        subjects: people(...chain.flatMap(({ buy, sell }) => [buy.person, sell.person])),
        from: chain[0]?.at ?? trade.at,
        to: trade.at,
        seqs: seqsOf(chain),
        orders: ordersOf(chain),
        figures: { members: membersOf(chain).size, trades: chain.length, riseBps },
      });
    },
  };
};
