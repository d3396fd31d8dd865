import { policy } from '@piazza/shared/policy';
import { dayOf } from '@piazza/shared/calendar';
import { reject, type Rejection } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision } from '../core/index.ts';
import { listOf, type Insider } from '../insiders/index.ts';
import { represents } from '../organisations/index.ts';
import { samePerson } from '../people/index.ts';
import { declareBefore } from './calendar.ts';
import type { DutiesCommand } from './events.ts';
import { owedOf, yearCents } from './owed.ts';
import type { Issue, ManagerTrade, VenueTrade } from './state.ts';
import { keyOf } from './venue-trades.ts';
import type { DutiesView, Events } from './view.ts';

type Of<K extends DutiesCommand['kind']> = Extract<DutiesCommand, { kind: K }>;
const { duties } = policy;

interface Found {
  readonly issue: Issue;
  readonly insider: Insider;
  /** Whether the manager asks, and not the issuer. */
  readonly own: boolean;
}

/** Precedence: not_found, not_allowed, not_a_manager. */
function findManager(
  view: DutiesView,
  { listing, entry }: Pick<Of<'duties.declareTrade'>, 'listing' | 'entry'>,
  ctx: Context,
): Found | Rejection {
  const issue = view.duties.issues.get(listing);
  const insider = listOf(view.duties.insiders, listing)[entry - 1];
  if (issue === undefined || insider === undefined) return reject('not_found');
  const own = insider.person !== null && samePerson(view.people, insider.person, ctx.actor);
  if (!own && !represents(view.organisations, ctx.actor, issue.organisation)) return reject('not_allowed');
  return insider.manager ? { issue, insider, own } : reject('not_a_manager');
}

type Facts = Pick<ManagerTrade, 'side' | 'quantity' | 'priceCents' | 'day' | 'onVenue'>;

function tradeOf(
  { insider }: Found,
  facts: Facts,
  more: { readonly number: number; readonly yearCents: number; readonly of: readonly number[] },
  ctx: Context,
): ManagerTrade {
  const { listing, entry, person } = insider;
  const late = ctx.at >= declareBefore(facts.day);
  return { ...facts, listing, entry, person, by: ctx.actor as PersonId, at: ctx.at, late, ...more };
}

const units = (lines: readonly VenueTrade[]): number => lines.reduce((sum, one) => sum + one.quantity, 0);

/**
 * The trades on the venue that a declaration tells of: those of its day and side that nobody has declared, where those
 * at its price, or all of them with its price among theirs, come to the same units.
 */
function toldBy(
  { venueTrades }: Issue,
  entry: number,
  { onVenue, side, day, quantity, priceCents }: Facts,
): VenueTrade[] {
  if (!onVenue) return [];
  const open = venueTrades.filter(
    (one) => one.entry === entry && one.side === side && one.day === day && one.declared === null,
  );
  const same = open.filter((one) => one.priceCents === priceCents);
  if (units(same) === quantity) return same;
  const prices = open.map((one) => one.priceCents);
  const among = Math.min(...prices) <= priceCents && priceCents <= Math.max(...prices);
  return among && units(open) === quantity ? open : [];
}

/**
 * The issuer, or the manager, declares what the manager traded for themselves (MAR art. 19); after the third business day
 * it is marked late. Precedence: not_found, not_allowed, not_a_manager, trade_day_invalid.
 */
export function decideDeclareTrade(
  view: DutiesView,
  command: Of<'duties.declareTrade'>,
  ctx: Context,
): Decision<Events> {
  const { kind: _kind, listing, entry, ...facts } = command;
  const found = findManager(view, command, ctx);
  if ('code' in found) return refuse(found);
  const { issue } = found;
  const tooMany = issue.trades.length >= duties.managerTradesMost;
  if (facts.day > dayOf(ctx.at) || facts.day < dayOf(issue.since) || tooMany)
    return refuse(reject('trade_day_invalid'));
  const told = toldBy(issue, entry, facts).map(({ number }) => number);
  const known = yearCents(issue, entry, facts.day);
  const year = told.length > 0 ? known : known + facts.quantity * facts.priceCents;
  const number = issue.trades.length + 1;
  const trade = tradeOf(found, facts, { number, yearCents: year, of: told }, ctx);
  return accept<Events>([{ kind: 'duties.trade_declared', listing, trade }], { trade: number });
}

/** Trades of one side at one price are declared as one. */
function together(lines: readonly VenueTrade[]): Map<string, VenueTrade[]> {
  const found = new Map<string, VenueTrade[]>();
  for (const line of lines) found.set(keyOf(line), [...(found.get(keyOf(line)) ?? []), line]);
  return found;
}

/**
 * The issuer, or the manager, declares what the venue has seen the manager trade on a day, as it was: a declaration for
 * each side and price. Precedence: not_found, not_allowed, not_a_manager, nothing_to_change, trade_day_invalid.
 */
export function decideDeclareSeen(
  view: DutiesView,
  command: Of<'duties.declareSeen'>,
  ctx: Context,
): Decision<Events> {
  const found = findManager(view, command, ctx);
  if ('code' in found) return refuse(found);
  const { issue, insider, own } = found;
  const { entry } = insider;
  // What does not have to be declared is the manager's own affair.
  const open = owedOf(issue)
    .filter(({ trade, owed }) => trade.entry === entry && trade.day === command.day && (own || owed))
    .map(({ trade }) => trade);
  if (open.length === 0) return refuse(reject('nothing_to_change'));
  if (issue.trades.length + open.length > duties.managerTradesMost)
    return refuse(reject('trade_day_invalid'));
  const events = [...together(open).values()].map((lines, index): Events => {
    const { side, priceCents, day } = lines[0] as VenueTrade;
    const of = lines.map(({ number }) => number);
    const quantity = units(lines);
    const year = yearCents(issue, entry, day, Math.max(...of), day);
    const more = { number: issue.trades.length + index + 1, yearCents: year, of };
    const trade = tradeOf(found, { side, quantity, priceCents, day, onVenue: true }, more, ctx);
    return { kind: 'duties.trade_declared', listing: issue.listing, trade };
  });
  return accept(events, { declared: events.length });
}
