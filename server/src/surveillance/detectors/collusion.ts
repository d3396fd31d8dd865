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
  let part = chain.filter((trade) => trade.at >= at - collusion.windowMs);
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

/**
 * Collusion after a primary issue: some to whom it was allotted pass units on among themselves at rising prices, so that
 * others believe in a demand. 2016/522 Annex II section 1 indicator A(a).
 */
export const collusions: MakeDetector = ({ tell, issues }) => {
  /** By listing, the longest chain that ends with each person who holds something of it now. */
  const chains = new Map<string, Map<PersonId, Chain>>();

  function follow(ending: Map<PersonId, Chain>, trade: Trade): Chain {
    const before = ending.get(trade.sell.natural) ?? [];
    const last = before.at(-1);
    const dearer = last === undefined || moveBps(last.priceCents, trade.priceCents) + collusion.fall >= 0;
    const chain = newestPart([...(dearer ? before : []), trade], trade.at);
    const other = newestPart(ending.get(trade.buy.natural) ?? [], trade.at);
    if (chain.length >= other.length || chain.length > 2) ending.set(trade.buy.natural, chain);
    return chain;
  }

  return {
    traded(trade, { listing }) {
      const issue = issues.get(trade.listing);
      if (issue === undefined || trade.at > issue.issuedAt + collusion.afterIssueMs) return;
      const [buyer, seller] = [trade.buy.natural, trade.sell.natural];
      if (buyer === seller || !issue.allottees.has(buyer) || !issue.allottees.has(seller)) return;
      const ending = chains.get(listing) ?? new Map<PersonId, Chain>();
      chains.set(listing, ending);
      const chain = withoutPassersBy(follow(ending, trade));
      const riseBps = riseOf(chain);
      if (chain.length < collusion.trades || riseBps < collusion.rise) return;
      ending.clear();
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
