import { policy } from '@piazza/shared/policy';
import type { PersonId } from '@piazza/shared/values';
import type { Issue, MakeDetector, Trade, Watched } from '../ground.ts';
import { addTo, isDue, moveBps, newest, ordersOf, people, seqsOf, shareBps, Windows } from '../measures.ts';

const { collusion } = policy.surveillance;

/** Trades that one look takes in: where more are made, a few cannot pretend a demand. */
const tradesMost = 300;

type Group = ReadonlySet<PersonId>;
const isInside = (group: Group, { buy, sell }: Trade): boolean =>
  group.has(buy.natural) && group.has(sell.natural);
const takesPart = (who: PersonId, { buy, sell }: Trade): boolean =>
  buy.natural === who || sell.natural === who;

/** Share of the trades of each member that was inside, on average; 0 where one took hardly part. */
function closeness(group: Group, trades: readonly Trade[]): number {
  let sum = 0;
  for (const who of group) {
    const own = trades.filter((trade) => takesPart(who, trade));
    const inside = own.filter((trade) => isInside(group, trade)).length;
    const share = shareBps(inside, own.length);
    if (inside < collusion.tradesEach || share < collusion.leastShare) return 0;
    sum += share;
  }
  return Math.round(sum / group.size);
}

/** Who of those outside trades with the group again and again, and most with it alone; null where nobody does. */
function nearest(group: Group, trades: readonly Trade[], issue: Issue): PersonId | null {
  const [inside, all] = [new Map<PersonId, number>(), new Map<PersonId, number>()];
  for (const { buy, sell } of trades) {
    const [a, b] = [buy.natural, sell.natural];
    addTo(all, a, 1);
    addTo(all, b, 1);
    if (group.has(a) !== group.has(b)) addTo(inside, group.has(a) ? b : a, 1);
  }
  let [best, most]: [PersonId | null, number] = [null, collusion.joinShare - 1];
  for (const [who, count] of inside) {
    const share = shareBps(count, all.get(who) ?? count);
    if (count >= collusion.tradesEach && share > most && issue.allottees.has(who))
      [best, most] = [who, share];
  }
  return best;
}

/** Whether prices inside the group climbed, with hardly a step down. */
function climbs(inside: readonly Trade[]): number | null {
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined || inside.length < collusion.trades) return null;
  let falls = 0;
  for (let at = 1; at < inside.length; at += 1)
    if ((inside[at] as Trade).priceCents < (inside[at - 1] as Trade).priceCents) falls += 1;
  const rise = moveBps(first.priceCents, last.priceCents);
  return rise >= collusion.rise && shareBps(falls, inside.length) <= collusion.fallShare ? rise : null;
}

/**
 * Collusion after a primary issue: some to whom it was allotted pass units among themselves at rising prices, so that
 * others believe in a demand. 2016/522 Annex II section 1 indicator A(a).
 */
export const collusions: MakeDetector = ({ tell, issues }) => {
  let heard = 0;
  const told = new Windows<{ readonly at: number; readonly group: Group }>(collusion.windowMs);
  /** A group that was told already, with one more or one less. */
  const isKnown = (group: Group, known: readonly { readonly group: Group }[]): boolean =>
    known.some((one) => [...group].filter((who) => one.group.has(who)).length >= 2);

  function grown(pair: Group, trades: readonly Trade[], issue: Issue, market: Watched): void {
    let group = pair;
    for (;;) {
      const inside = trades.filter((trade) => isInside(group, trade));
      const rise = climbs(inside);
      const busy = inside.length >= group.size * collusion.tradesPerMember;
      const share = rise === null || !busy ? 0 : closeness(group, trades);
      const last = inside.at(-1);
      if (rise !== null && share >= collusion.insideShare && last !== undefined) {
        const known = told.at(market.listing, last.at);
        if (isKnown(group, known)) return;
        known.push({ at: last.at, group });
        tell({
          detector: 'allotment_collusion',
          severity: 'high',
          listing: market.listing,
          subjects: people(...inside.flatMap(({ buy, sell }) => [buy.person, sell.person])),
          from: inside[0]?.at ?? last.at,
          to: last.at,
          seqs: seqsOf(inside),
          orders: ordersOf(inside),
          figures: { members: group.size, trades: inside.length, riseBps: rise, shareBps: share },
        });
        return;
      }
      const next = group.size < collusion.membersMost ? nearest(group, trades, issue) : null;
      if (next === null) return;
      group = new Set([...group, next]);
    }
  }

  return {
    traded(trade, market) {
      const issue = issues.get(trade.listing);
      if (issue === undefined || trade.at > issue.issuedAt + collusion.afterIssueMs) return;
      const [a, b] = [trade.buy.natural, trade.sell.natural];
      if (a === b || !issue.allottees.has(a) || !issue.allottees.has(b)) return;
      heard += 1;
      const trades = newest(market.trades, trade.at - collusion.windowMs, tradesMost);
      if (!isDue(heard, trades.length, 300)) return;
      const met = trades.filter((one) => takesPart(a, one) || takesPart(b, one));
      if (met.length >= collusion.trades - 1) grown(new Set([a, b]), trades, issue, market);
    },
  };
};
