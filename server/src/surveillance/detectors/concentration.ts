import { policy } from '@piazza/shared/policy';
import type { PersonId } from '@piazza/shared/values';
import type { Ground, MakeDetector, Phased, Senses, Trade, Watched } from '../ground.ts';
import { addTo, greatest, isDue, ordersOf, people, seqsOf, shareBps } from '../measures.ts';

const { concentration } = policy.surveillance;

const ownTrades = (trades: readonly Trade[], who: PersonId): readonly Trade[] =>
  trades.filter(({ buy, sell }) => (buy.natural === who) !== (sell.natural === who));

/** What everybody gathered or gave by some trades, whichever it was. */
function netOf(trades: readonly Trade[]): Map<PersonId, number> {
  const net = new Map<PersonId, number>();
  for (const { buy, sell, quantity } of trades) {
    addTo(net, buy.natural, quantity);
    addTo(net, sell.natural, -quantity);
  }
  return new Map([...net].map(([who, units]) => [who, Math.abs(units)]));
}

const accounts = (trades: readonly Trade[], who: PersonId): readonly PersonId[] =>
  people(...trades.map(({ buy, sell }) => (buy.natural === who ? buy.person : sell.person)));

/** One owner who gathers or gives away much of what is traded, or comes to own much of an issue by it. */
class Concentration implements Senses {
  readonly #ground: Ground;
  #heard = 0;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  traded(trade: Trade, market: Watched): void {
    if (trade.buy.natural !== trade.sell.natural) this.#ofIssue(market, trade);
    this.#heard += 1;
    if (isDue(this.#heard, market.trades.length, 40)) this.#ofVolume(market, trade.at);
  }

  phased({ at, phase }: Phased, market: Watched): void {
    if (phase === 'closed') this.#ofVolume(market, at);
  }

  #ofVolume(market: Watched, at: number): void {
    const trades = market.trades.filter((one) => one.at >= at - concentration.windowMs);
    if (trades.length < concentration.trades) return;
    const cents = trades.reduce((all, one) => all + one.priceCents * one.quantity, 0);
    if (cents < concentration.leastCents) return;
    const [who, net] = greatest(netOf(trades));
    const share = shareBps(
      net,
      trades.reduce((all, { quantity }) => all + quantity, 0),
    );
    if (who !== null && share >= concentration.netShare)
      this.#told(market, who, trades, { shareBps: share, quantity: net, trades: trades.length });
  }

  #ofIssue(market: Watched, trade: Trade): void {
    const issue = this.#ground.issues.get(market.listing);
    if (issue === undefined) return;
    const who = trade.buy.natural;
    const units = issue.holdings.get(who) ?? 0;
    const [now, before] = [shareBps(units, issue.units), shareBps(units - trade.quantity, issue.units)];
    if (now >= concentration.holdingShare && before < concentration.holdingShare)
      this.#told(market, who, market.trades, { holdingBps: now, units });
  }

  #told(market: Watched, who: PersonId, trades: readonly Trade[], figures: Record<string, number>): void {
    const own = ownTrades(trades, who);
    const last = own.at(-1);
    if (last === undefined) return;
    this.#ground.tell({
      detector: 'concentration',
      severity: 'low',
      listing: market.listing,
      subjects: accounts(own, who),
      from: own[0]?.at ?? last.at,
      to: last.at,
      seqs: seqsOf(own),
      orders: ordersOf(own),
      figures,
    });
  }
}

/** 2016/522 Annex II section 1 indicator A(a). */
export const concentrations: MakeDetector = (ground) => new Concentration(ground);
