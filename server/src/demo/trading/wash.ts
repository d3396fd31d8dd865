import { millis, type AlertId, type ListingId, type PersonId, type Units } from '@piazza/shared/values';
import type { Finding } from '../../domain/cases/index.ts';
import { account, available } from '../../domain/ledger/index.ts';
import {
  dayOf,
  instantOf,
  isTradingDay,
  levelAtOrBelow,
  ownerOf,
  priceOfLevel,
  SELL,
  type Market,
} from '../../domain/market/index.ts';
import type { Issue } from '../admission.ts';
import type { Days } from '../chapters.ts';
import type { DemoVenue } from '../company.ts';
import { commit, fillPurse } from '../purse.ts';
import type { Teller } from '../story.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 86_400_000;

/** The market in which two pass the same units to and fro, by the key of its venture. */
export const washedMarket = 'repair-commons';

/** What they commit to the issue, and when: that is what they pass on. */
const stake = { units: 24, at: -50.2 } as const;
/** Times that the units come back: one more than surveillance asks for, should somebody else step in between. */
const roundTrips = 3;
/** From an order to the one that meets it: too long for orders that were matched, too short for others to come between. */
const answerMs = 20 * SECOND_MS;
const legMs = 4 * MINUTE_MS;
const lookAfterMs = 2 * MINUTE_MS;
/** All that one episode takes. */
const episodeMs = 2 * roundTrips * legMs + 2 * lookAfterMs;
/** On an ordinary trading day they come together when the auction is long over. */
const usualMinute = 14 * 60 + 10;
/** From when on the market that is open all day trades continuously for sure, and how fresh the newest episode is. */
const allDayMinute = 10;
const freshMs = 2 * 3_600_000;
/** Days before now at the latest of the earlier episode, of which a case was made. */
const earlier: Days = -4;
const lastMomentMs = 120_000;

const caseNote =
  'Due conti si passano le stesse quote avanti e indietro, quasi senza altri scambi: a chi appartengono non cambia. Chiesto a entrambi il motivo. Se arriva un’altra segnalazione sugli stessi due, va unita a questo caso.';

/** The last trading day on that day or before. */
function tradingDayUntil(day: number): number {
  let found = day;
  while (!isTradingDay(found)) found -= 1;
  return found;
}

/** When the two episodes begin: the earlier one, and the newest, today where the day is old enough for it. */
export function washTimes(now: number): readonly [earlier: number, newest: number] {
  const today = dayOf(millis(now));
  const opened = instantOf(today, allDayMinute);
  const last = now - lastMomentMs - episodeMs;
  const fresh = last >= opened;
  const newestDay = fresh ? today : tradingDayUntil(today - 1);
  const newest = fresh ? Math.max(opened, last - freshMs) : instantOf(newestDay, usualMinute);
  const earlierDay = tradingDayUntil(Math.min(today + earlier, newestDay - 1));
  return [instantOf(earlierDay, usualMinute), newest];
}

const trading = (market: Market | undefined): market is Market => market?.phase === 'continuous';

/** Units that others ask for at a price or below it before the order's own turn comes, and what is left of the order. */
function aheadOf(market: Market, seller: PersonId, level: number): { ahead: number; left: number } {
  let [ahead, left, own] = [0, 0, Infinity];
  const asks = [...market.book.orders()].filter((one) => one.side === SELL && one.level <= level);
  for (const { id, remaining } of asks)
    if (ownerOf(market, market.book.find(id)) === seller) [left, own] = [left + remaining, Math.min(own, id)];
  for (const one of asks) if (one.id !== own && (one.level < level || one.id < own)) ahead += one.remaining;
  return { ahead, left };
}

/** The level of the legs before, so that nothing moves the price; otherwise the best that others ask. 0 where nothing trades. */
function levelFor(market: Market | undefined, before: number): number {
  if (!trading(market)) return 0;
  const orders = [...market.book.orders()];
  if (before > 0 && orders.every(({ side, level }) => side === SELL || level < before)) return before;
  const asks = orders.filter(({ side }) => side === SELL).map(({ level }) => level);
  return asks.length > 0
    ? Math.min(...asks)
    : levelAtOrBelow(market.last?.priceCents ?? market.referenceCents);
}

/** One passes units on to the other: an offer at the price of the market, and an order that reaches just as far. */
class Leg {
  readonly #venue: DemoVenue;
  readonly #listing: ListingId;
  readonly #from: PersonId;
  readonly #to: PersonId;
  #level = 0;

  constructor(venue: DemoVenue, listing: ListingId, from: PersonId, to: PersonId) {
    this.#venue = venue;
    this.#listing = listing;
    this.#from = from;
    this.#to = to;
  }

  /** @param before the level of the legs before, 0 where there is none @returns the level offered at, 0 where nothing was */
  async offer(units: number, before: number): Promise<number> {
    const { exchange, voices } = this.#venue;
    const level = exchange.peek(({ markets }) => levelFor(markets.markets.get(this.#listing), before));
    if (level === 0 || units === 0) return 0;
    this.#level = level;
    await voices(this.#from)('orders.place', this.#order('sell', units, 'gtc'));
    return level;
  }

  async answer(): Promise<void> {
    const { exchange, voices } = this.#venue;
    const found = exchange.peek(({ markets }) => {
      const market = markets.markets.get(this.#listing);
      return trading(market) && this.#level > 0 ? aheadOf(market, this.#from, this.#level) : undefined;
    });
    if (found === undefined || found.left === 0) return;
    const units = found.ahead + found.left;
    await fillPurse(this.#venue, this.#to, units * priceOfLevel(this.#level));
    await voices(this.#to)('orders.place', this.#order('buy', units, 'ioc'));
  }

  #order(side: 'buy' | 'sell', units: number, timeInForce: 'gtc' | 'ioc') {
    const price = priceOfLevel(this.#level);
    const body = { side, type: 'limit', price, quantity: units as Units, timeInForce } as const;
    return { params: { listingId: this.#listing }, body };
  }
}

/** What surveillance has found of the two since it was last asked, raised as the venue raises it. */
async function raise(venue: DemoVenue, pair: readonly PersonId[]): Promise<readonly AlertId[]> {
  const isTheirs = ({ detector, subjects }: Finding): boolean =>
    detector === 'wash_trade' && subjects.every((person) => pair.includes(person));
  const raised: AlertId[] = [];
  for (const finding of (await venue.findings()).filter(isTheirs)) {
    const { alert } = await venue.exchange.command({ kind: 'cases.raise', finding }, 'venue');
    raised.push(alert as AlertId);
  }
  return raised;
}

/** An operator makes a case of it, with a first note. */
async function openCase(
  { voices }: DemoVenue,
  operator: PersonId,
  alertId: AlertId | undefined,
): Promise<void> {
  if (alertId === undefined) return;
  const say = voices(operator);
  const opened = await say('cases.open', { params: { alertId }, body: { assignee: operator } });
  await say('cases.note', { params: { caseId: opened.id }, body: { words: caseNote } });
}

/**
 * Two who are there for nothing else pass the same units to and fro (wash trades, 2016/522 Annex II sec. 1 ind. A(c)):
 * the desk finds an alert that waits, and a case made of an earlier one.
 */
export function tellWash({ venue, company, script, now }: Teller, issue: Issue, priceCents: number): void {
  const [one, other] = company.washers;
  if (one === undefined || other === undefined) return;
  script.add(Math.floor(now + stake.at * DAY_MS), async () => {
    await fillPurse(venue, one, stake.units * priceCents);
    await commit(venue, one, issue.offerId, stake.units);
  });
  for (const [episode, begins] of washTimes(now).entries()) {
    let [given, level] = [0, 0];
    for (let index = 0; index < 2 * roundTrips; index += 1) {
      const [from, to] = index % 2 === 0 ? [one, other] : [other, one];
      const at = begins + index * legMs;
      let leg: Leg | undefined;
      script.add(at, async () => {
        leg = new Leg(venue, issue.listingId, from, to);
        const has = venue.exchange.peek(({ ledger }) =>
          available(ledger, account.units(issue.listingId, from)),
        );
        given = index === 0 ? has : Math.min(given, has);
        level = (await leg.offer(given, level)) || level;
      });
      script.add(at + answerMs, async () => leg?.answer());
    }
    const looked = begins + 2 * roundTrips * legMs + lookAfterMs;
    script.add(looked, async () => {
      const [alert] = await raise(venue, company.washers);
      if (episode === 0) await openCase(venue, company.shown.operator1, alert);
    });
  }
}
