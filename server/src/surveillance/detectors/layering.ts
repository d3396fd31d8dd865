import { policy } from '@piazza/shared/policy';
import type { PersonId } from '@piazza/shared/values';
import type { Cancelled, Ground, MakeDetector, Order, Senses, Trade, Watched } from '../ground.ts';
import { people, shareBps, Windows } from '../measures.ts';

const { layering } = policy.surveillance;

/** Orders that somebody showed on one side while they traded on the other. */
interface Show {
  /** Of the newest trade. */
  readonly at: number;
  readonly who: PersonId;
  /** Side of the orders shown. */
  readonly side: number;
  readonly traded: number;
  readonly shown: ReadonlySet<number>;
  readonly visible: number;
  readonly depthBps: number;
  /** Units taken back so far. */
  taken: number;
  readonly trades: readonly Trade[];
}
/** A show that was taken down after it had served. */
interface Episode {
  readonly at: number;
  readonly show: Show;
  readonly seq: number;
  readonly accounts: readonly PersonId[];
}

const sum = (amounts: Iterable<number>): number => [...amounts].reduce((all, one) => all + one, 0);

/** Own orders on that side that were placed shortly before. */
function visible({ byNatural }: Watched, who: PersonId, side: number, at: number): readonly Order[] {
  const own = byNatural.get(who);
  if (own === undefined) return [];
  return [...own.values()].filter(
    (order) => order.side === side && order.left > 0 && order.placedAt >= at - layering.builtMs,
  );
}

const nameOf = (market: Watched, who: PersonId, side: number): string => `${market.listing} ${who} ${side}`;

/** Layering and spoofing: much is shown on one side, little traded on the other, and what was shown goes. */
class Layering implements Senses {
  readonly #tell: Ground['tell'];
  readonly #shows = new Map<string, Show>();
  readonly #episodes = new Windows<Episode>(layering.windowMs);

  constructor(tell: Ground['tell']) {
    this.#tell = tell;
  }

  traded(trade: Trade, market: Watched): void {
    if (trade.aggressor === 'auction') return;
    this.#watch(trade, trade.buy, market);
    this.#watch(trade, trade.sell, market);
  }

  cancelled(event: Cancelled, market: Watched): void {
    const { order, units, at, reason } = event;
    if (reason !== 'owner') return;
    const name = nameOf(market, order.natural, order.side);
    const show = this.#shows.get(name);
    if (show === undefined || !show.shown.has(order.order)) return;
    if (at - show.at > layering.goneMs) {
      this.#shows.delete(name);
      return;
    }
    show.taken += units;
    if (shareBps(show.taken, show.visible) < layering.cancelledShare) return;
    this.#shows.delete(name);
    this.#takenDown(show, event, market);
  }

  #watch(trade: Trade, own: Order, market: Watched): void {
    const [side, at] = [1 - own.side, trade.at];
    const orders = visible(market, own.natural, side, at);
    if (orders.length === 0) return;
    const name = nameOf(market, own.natural, side);
    const before = this.#shows.get(name);
    const goesOn = before !== undefined && at - before.at <= layering.goneMs;
    const traded = (goesOn ? before.traded : 0) + trade.quantity;
    const all = sum(orders.map(({ left }) => left));
    const depthBps = shareBps(all, market.depth[side as 0 | 1]);
    if (all < layering.timesTraded * traded || depthBps < layering.depthShare) return;
    const shown = new Set(orders.map(({ order }) => order));
    const trades = [...(goesOn ? before.trades : []), trade];
    this.#shows.set(name, {
      at,
      who: own.natural,
      side,
      traded,
      shown,
      visible: all,
      depthBps,
      taken: 0,
      trades,
    });
  }

  #takenDown(show: Show, event: Cancelled, market: Watched): void {
    const all = this.#episodes.at(`${market.listing} ${show.who}`, event.at);
    const own = show.trades.map(({ buy, sell }) => (show.side === 1 ? buy.person : sell.person));
    all.push({ at: event.at, show, seq: event.seq, accounts: people(event.order.person, ...own) });
    if (all.length < layering.times) return;
    const orders = all.flatMap((one) => [...one.show.shown]);
    const seqs = [...orders, ...all.flatMap((one) => [...one.show.trades.map(({ seq }) => seq), one.seq])];
    this.#tell({
      detector: 'layering',
      severity: 'high',
      listing: market.listing,
      subjects: people(...all.flatMap(({ accounts }) => accounts)),
      from: Math.min(...all.flatMap((one) => one.show.trades.map(({ at }) => at))),
      to: event.at,
      seqs: [...new Set(seqs)].toSorted((a, b) => a - b),
      orders,
      figures: {
        times: all.length,
        shown: sum(all.map((one) => one.show.visible)),
        traded: sum(all.map((one) => one.show.traded)),
        depthBps: Math.max(...all.map((one) => one.show.depthBps)),
      },
    });
  }
}

/** 2016/522 Annex II section 1 indicator A(f). */
export const layeringAndSpoofing: MakeDetector = ({ tell }) => new Layering(tell);
