import { millis, type PersonId } from '@piazza/shared/values';
import { dayOf, instantOf, isTradingDay } from '../../domain/market/index.ts';
import { chanceOf, seedOf, type Chance } from '../chance.ts';
import type { Issue } from '../admission.ts';
import type { Teller } from '../story.ts';
import { tradingOf, type Regime } from './markets.ts';
import { quote } from './orders.ts';
import { tellBoard } from './board.ts';
import { tellWash, washedMarket } from './wash.ts';

const DAY_MS = 86_400_000;
/** Nothing of the story happens in its last moments. */
const lastMomentMs = 120_000;
/** Minute of the day at which operators set a market up: no session is under way then. */
const setUpMinute = 23 * 60 + 57;

/** Which regime holds on the day. */
const regimeOn = (regimes: readonly Regime[], day: number): Regime | undefined =>
  regimes.findLast(({ from }) => from < day);

/** Opens the market, or gives it another regime, on the evening of a day. */
function tellRegime(teller: Teller, issue: Issue, regime: Regime, first: boolean): void {
  const { venue, company, script, now } = teller;
  const { model, sessions, everyDay, reason } = regime;
  const evening = instantOf(dayOf(millis(now)) + regime.from, setUpMinute);
  script.add(Math.min(evening, now - lastMomentMs), async () => {
    const params = { listingId: issue.listingId };
    const body = { model, calendar: { sessions: [...sessions], everyDay }, reason };
    const say = venue.voices(company.shown.operator1);
    await say(first ? 'markets.open' : 'markets.configure', { params, body });
  });
}

/** When people write orders on a day: in the call, and on through the day where trading is continuous. */
function moments(regime: Regime, day: number, now: number, chance: Chance): number[] {
  const [plan] = regime.sessions;
  if (plan === undefined || (!regime.everyDay && !isTradingDay(day))) return [];
  const whole = regime.model === 'continuous' || regime.everyDay;
  const [from, to] = [plan.callMinute + 1, whole ? plan.closeMinute - 1 : plan.freezeMinute - 1];
  const last = regime.everyDay ? 23 * 60 + 50 : to;
  return Array.from({ length: regime.orders }, () =>
    Math.floor(instantOf(day, 0) + chance.between(from, last) * 60_000),
  ).filter((at) => at < now - lastMomentMs);
}

/** The crowd's opinion of the price on each day: it wanders about the issue price, and never far. */
function opinions(days: number, chance: Chance): number[] {
  const found: number[] = [];
  let [level, trend] = [1, 0];
  for (let day = 0; day < days; day += 1) {
    trend = 0.6 * trend + chance.between(-0.012, 0.0135);
    level = Math.min(1.22, Math.max(0.86, level * (1 + trend) + (1 - level) * 0.03));
    found.push(level);
  }
  return found;
}

/** Writes the trading of a funded listing into the script: sessions are run by the venue's own timers. */
export function tellTrading(teller: Teller, key: string, issue: Issue, issuePriceCents: number): void {
  const regimes = tradingOf[key];
  const [opening] = regimes ?? [];
  if (regimes === undefined || opening === undefined) return;
  const { venue, company, script, now } = teller;
  const chance = chanceOf(seedOf(`${key} trading`));
  for (const regime of regimes) tellRegime(teller, issue, regime, regime === opening);
  const today = dayOf(millis(now));
  if (opening.model === 'bulletin') {
    // From the evening of its opening on, whatever the hour is now.
    const opened = (instantOf(today + opening.from, setUpMinute) - now) / DAY_MS;
    return tellBoard(teller, issue, issuePriceCents, opened, chance);
  }
  const people: readonly PersonId[] = [
    ...company.crowd.map(({ id }) => id),
    company.shown.community,
    company.shown.retail,
    company.shown.institutional,
  ];
  const levels = opinions(1 - opening.from, chance);
  if (key === washedMarket) tellWash(teller, issue, issuePriceCents);
  for (let day = opening.from + 1; day <= 0; day += 1) {
    const regime = regimeOn(regimes, day);
    const fair = issuePriceCents * (levels[day - opening.from] ?? 1);
    if (regime === undefined) continue;
    for (const at of moments(regime, today + day, now, chance)) {
      const person = chance.pick(people);
      script.add(at, () => quote(venue, person, issue.listingId, fair, chance));
    }
  }
}
