import { policy } from '@piazza/shared/policy';
import type { PersonId } from '@piazza/shared/values';
import type { MakeDetector, Trade } from '../ground.ts';
import { moveBps, ordersOf, people, seqsOf } from '../measures.ts';

const { collusion } = policy.surveillance;

/** Chains kept for each person, and trades of each. */
const keptEach = 16;
const longest = 14;

function membersOf(trades: readonly Trade[]): readonly PersonId[] {
  const members: PersonId[] = [];
  for (const { buy, sell } of trades) {
    if (!members.includes(buy.natural)) members.push(buy.natural);
    if (!members.includes(sell.natural)) members.push(sell.natural);
  }
  return members;
}

/** Trades in each of which somebody passes on what they were given in an earlier one, dearer than it was. */
class Chain {
  readonly trades: readonly Trade[];
  readonly members: readonly PersonId[];
  /** The more trades among the fewer people, the likelier they are a group. */
  readonly worth: number;

  /** @param trades in the order of their times */
  constructor(trades: readonly Trade[]) {
    this.trades = trades;
    this.members = membersOf(trades);
    this.worth = trades.length - this.members.length + trades.length / 100;
  }
}

/** The newest of the trades that few enough took part in. */
function amongFew(trades: readonly Trade[]): Chain {
  let chain = new Chain(trades);
  while (chain.members.length > collusion.membersMost) chain = new Chain(chain.trades.slice(1));
  return chain;
}

const inWindow = (trades: readonly Trade[], at: number): readonly Trade[] =>
  trades.filter((trade) => trade.at >= at - collusion.windowMs);

/** The chain with one trade more, as far as it lies in the window. */
const goneOn = ({ trades }: Chain, trade: Trade): Chain =>
  amongFew(inWindow([...trades, trade].slice(-longest), trade.at));

/** What of the chain still lies in the window; nearly always all of it. */
function stillOf(chain: Chain, at: number): Chain {
  const [first] = chain.trades;
  return first === undefined || first.at >= at - collusion.windowMs
    ? chain
    : new Chain(inWindow(chain.trades, at));
}

const none = new Chain([]);

const partsOf = (trades: readonly Trade[], who: PersonId): number =>
  trades.filter(({ buy, sell }) => buy.natural === who || sell.natural === who).length;

/** The trades without whoever came by once, at their beginning or their end: they are not of the group. */
function withoutPassersBy(trades: readonly Trade[]): readonly Trade[] {
  let part = trades;
  for (let first = part[0]; first !== undefined && partsOf(part, first.sell.natural) < 2; first = part[0])
    part = part.slice(1);
  for (let last = part.at(-1); last !== undefined && partsOf(part, last.buy.natural) < 2; last = part.at(-1))
    part = part.slice(0, -1);
  return part;
}

/** How far prices climbed along the chain, in basis points. */
function riseOf(trades: readonly Trade[]): number {
  const [first, last] = [trades[0], trades.at(-1)];
  return first === undefined || last === undefined ? 0 : moveBps(first.priceCents, last.priceCents);
}

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
    const goOn = (ending.get(trade.sell.natural) ?? []).filter(({ trades }) => {
      const last = trades.at(-1);
      return last !== undefined && moveBps(last.priceCents, trade.priceCents) + collusion.fall >= 0;
    });
    const longer = [none, ...goOn].map((chain) => goneOn(chain, trade));
    const others = (ending.get(trade.buy.natural) ?? []).map((chain) => stillOf(chain, trade.at));
    const best = [...longer, ...others].toSorted((a, b) => b.worth - a.worth);
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
        .filter(({ trades }) => trades.length >= collusion.trades)
        .map(({ trades }) => withoutPassersBy(trades))
        .filter((one) => one.length >= collusion.trades && riseOf(one) >= collusion.rise)
        .toSorted((a, b) => membersOf(a).length - membersOf(b).length || b.length - a.length)
        .at(0);
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
        figures: { members: membersOf(chain).length, trades: chain.length, riseBps },
      });
    },
  };
};
