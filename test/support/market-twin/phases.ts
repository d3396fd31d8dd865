import { policy } from '@piazza/shared/policy';
import type { MarketPhased, MarketUncrossed, Phase } from '../../../server/src/domain/market/index.ts';
import type { JournalRecord } from '../../../server/src/kernel/record.ts';
import { wall } from './effects.ts';
import type { TwinMarket } from './market.ts';

/** Where a market should go: the phase, how often its call was extended, and between when and when it ends. */
interface Turn {
  readonly phase: Phase;
  readonly extensions: number;
  /** Milliseconds after now, or a moment of the session. */
  readonly until?: readonly [least: number, most: number];
}
type Uncrossed = Pick<MarketUncrossed, 'priceCents' | 'volume' | 'surplus' | 'extensions' | 'referenceCents'>;

const nothing = { priceCents: null, volume: 0, surplus: 0 };

/** The phases of markets: what the venue says must be what the rules of DOMAIN §6 lead to. */
export class Phases {
  #expected = new Map<TwinMarket, Turn>();
  #uncrossed = new Map<TwinMarket, Uncrossed>();
  #events = new Map<string, MarketPhased>();
  /** Of the auction under way, by market: what is told when it is over. */
  readonly #results = new Map<TwinMarket, Uncrossed>();

  begin({ events }: JournalRecord): void {
    this.#expected = new Map();
    this.#uncrossed = new Map();
    this.#events = new Map();
    for (const event of events) if (event.kind === 'market.phased') this.#events.set(event.listing, event);
  }

  #enter(market: TwinMarket, phase: Phase, extensions = 0, until?: Turn['until']): void {
    this.#expected.set(market, { phase, extensions, ...(until === undefined ? {} : { until }) });
    market.phase = phase;
    market.extensions = extensions;
    if (phase === 'closed') Object.assign(market, { terms: null, interrupters: [] });
    market.session = this.#events.get(market.listing)?.session ?? market.session;
  }

  interrupt(market: TwinMarket): void {
    this.#extended(market, 1);
  }
  #extended(market: TwinMarket, extensions: number): void {
    const { extensionMs, extensionDrawMs } = policy;
    this.#enter(market, 'call', extensions, [extensionMs, extensionMs + extensionDrawMs]);
  }

  open(market: TwinMarket): void {
    this.#enter(market, 'closed');
  }

  act(market: TwinMarket, act: string, at: number): void {
    if (act === 'halt') this.#enter(market, 'halted');
    else if (act === 'close') this.#close(market, at);
    else if (act === 'extend') this.#enter(market, market.phase, market.extensions);
    else {
      const callMs = policy.resumeCallMs - policy.freezeMs;
      this.#enter(market, 'call', 0, [callMs, callMs]);
      market.sweepPast(at);
    }
  }

  /** The phase of a market is over. */
  advance(market: TwinMarket, at: number, blocked: boolean, lines: string[]): void {
    switch (market.phase) {
      case 'closed':
        this.#enter(market, 'pre_open');
        market.sweepPast(at);
        return;
      case 'pre_open':
        this.#enter(market, 'call');
        return;
      case 'call':
        if (market.extensions === 0) this.#enter(market, 'freeze');
        else this.#endCall(market, at, blocked, lines);
        return;
      case 'freeze':
        this.#endCall(market, at, blocked, lines);
        return;
      case 'uncross':
        this.#settle(market, at, lines);
        return;
      case 'continuous':
        this.#close(market, at);
        return;
      case 'halted':
    }
  }

  #told(market: TwinMarket, result: Pick<Uncrossed, 'priceCents' | 'volume' | 'surplus'>): void {
    const { extensions, callReference: referenceCents } = market;
    this.#uncrossed.set(market, { ...result, extensions, referenceCents });
    market.terms = null;
  }

  #endCall(market: TwinMarket, at: number, blocked: boolean, lines: string[]): void {
    const found = blocked ? null : market.clearing();
    if (found === null) {
      this.#told(market, nothing);
      if (blocked) this.#enter(market, 'halted');
      else this.#goOn(market, at);
      return;
    }
    if (!market.isWithinCollar(found.price)) {
      if (market.extensions < policy.extensionsMax) this.#extended(market, market.extensions + 1);
      else {
        this.#told(market, nothing);
        this.#enter(market, 'halted');
      }
      return;
    }
    const { price: priceCents, volume, surplus } = found;
    const { extensions, callReference: referenceCents } = market;
    this.#results.set(market, { priceCents, volume, surplus, extensions, referenceCents });
    market.match(priceCents);
    this.#settle(market, at, lines);
  }

  #settle(market: TwinMarket, at: number, lines: string[]): void {
    const { price } = market.crossing!;
    if (!market.settle(lines)) {
      this.#enter(market, 'uncross', market.extensions, [0, 0]);
      return;
    }
    this.#uncrossed.set(market, this.#results.get(market)!);
    market.reference = price;
    market.crossing = null;
    market.terms = null;
    this.#goOn(market, at);
  }

  #goOn(market: TwinMarket, at: number): void {
    if (market.model !== 'continuous' || (market.session?.closesAt ?? 0) <= at) this.#close(market, at);
    else {
      const rest = market.session!.closesAt - at;
      this.#enter(market, 'continuous', 0, [rest, rest]);
      market.sweepAuction();
    }
  }

  #close(market: TwinMarket, at: number): void {
    this.#enter(market, 'closed');
    const next = this.#events.get(market.listing)?.session;
    if (next?.day === wall(at).text) market.sweepAuction();
    else market.sweepDay(at);
  }

  /** What the record says of phases and auctions, against what was to come. */
  faults({ events, at }: JournalRecord): string[] {
    const faults: string[] = [];
    const told = [...this.#expected].map(
      ([{ listing }, turn]) => `${listing} ${turn.phase} ${turn.extensions}`,
    );
    const phased = events.filter((event) => event.kind === 'market.phased');
    const said = phased.map(({ listing, phase, extensions }) => `${listing} ${phase} ${extensions}`);
    if (told.join() !== said.join()) faults.push(`went to ${said.join()}, its twin to ${told.join()}`);
    for (const [market, { until }] of this.#expected) {
      const end = this.#events.get(market.listing)?.until ?? null;
      if (until !== undefined && (end === null || end - at < until[0] || end - at > until[1]))
        faults.push(`${market.phase} of ${market.listing} ends after ${(end ?? at) - at} ms`);
      faults.push(...planFaults(market, this.#events.get(market.listing)));
    }
    const results = events.filter((event) => event.kind === 'market.uncrossed');
    const uncrossed = results.map(({ priceCents, volume, surplus, extensions, referenceCents }) =>
      JSON.stringify({ priceCents, volume, surplus, extensions, referenceCents }),
    );
    const wanted = [...this.#uncrossed.values()].map((one) => JSON.stringify(one));
    if (uncrossed.join() !== wanted.join())
      faults.push(`uncrossed ${uncrossed.join()}, its twin ${wanted.join()}`);
    return faults;
  }
}

/** A session that the calendar planned begins and ends when the clocks of Rome say so. */
function planFaults({ calendar, phase }: TwinMarket, event: MarketPhased | undefined): string[] {
  const session = event?.session ?? null;
  if (phase !== 'closed' || session === null || event === undefined) return [];
  const minutes = [session.preOpenAt, session.callAt, session.freezeAt, session.endsAt, session.closesAt];
  const shown = minutes.map((at) => wall(at).minute).join();
  const plan = calendar.sessions.find(
    ({ preOpenMinute, callMinute, freezeMinute, endMinute, closeMinute }) =>
      [preOpenMinute, callMinute, freezeMinute, endMinute, closeMinute].join() === shown,
  );
  const later = session.preOpenAt > event.at && event.until === session.preOpenAt;
  return plan !== undefined && later && wall(session.preOpenAt).text === session.day
    ? []
    : [`a session is planned at ${shown} of ${session.day}`];
}
