import { policy } from '@piazza/shared/policy';
import { dayOf, yearOf } from '@piazza/shared/calendar';
import { reject } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision } from '../core/index.ts';
import { listOf } from '../insiders/index.ts';
import { represents } from '../organisations/index.ts';
import { samePerson } from '../people/index.ts';
import { declareBy, startOf } from './calendar.ts';
import type { DutiesCommand } from './events.ts';
import type { Issue } from './state.ts';
import type { DutiesView, Events } from './view.ts';

type Of<K extends DutiesCommand['kind']> = Extract<DutiesCommand, { kind: K }>;
const { duties } = policy;

/**
 * The issuer enters somebody in its insider list, or writes the next version of an entry (MAR art. 18).
 * Precedence: not_found, not_allowed, insider_dates_invalid, insider_list_full.
 */
export function decideEnterInsider(
  view: DutiesView,
  command: Of<'duties.enterInsider'>,
  ctx: Context,
): Decision<Events> {
  const { kind: _kind, listing: id, entry, ...facts } = command;
  const listing = view.listings.listings.get(id);
  const list = listOf(view.duties.insiders, id);
  if (listing === undefined || (entry !== null && list[entry - 1] === undefined))
    return refuse(reject('not_found'));
  if (!represents(view.organisations, ctx.actor, listing.organisation)) return refuse(reject('not_allowed'));
  if (facts.until !== null && facts.until <= facts.from) return refuse(reject('insider_dates_invalid'));
  if (entry === null && list.length >= duties.insidersMost)
    return refuse(reject('insider_list_full', { most: duties.insidersMost }));
  const number = entry ?? list.length + 1;
  const version = { ...facts, by: ctx.actor as PersonId, at: ctx.at };
  return accept<Events>([{ kind: 'duties.insider_entered', listing: id, entry: number, version }], {
    entry: number,
  });
}

/** What the manager has declared for the calendar year of that day, in cents. */
const yearSum = ({ trades }: Issue, entry: number, day: number): number =>
  trades
    .filter((one) => one.entry === entry && yearOf(one.day) === yearOf(day))
    .reduce((sum, { quantity, priceCents }) => sum + quantity * priceCents, 0);

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
  const issue = view.duties.issues.get(listing);
  const insider = listOf(view.duties.insiders, listing)[entry - 1];
  if (issue === undefined || insider === undefined) return refuse(reject('not_found'));
  const own = insider.person !== null && samePerson(view.people, insider.person, ctx.actor);
  if (!own && !represents(view.organisations, ctx.actor, issue.organisation))
    return refuse(reject('not_allowed'));
  if (!insider.manager) return refuse(reject('not_a_manager'));
  const tooMany = issue.trades.length >= duties.managerTradesMost;
  if (facts.day > dayOf(ctx.at) || facts.day < dayOf(issue.since) || tooMany)
    return refuse(reject('trade_day_invalid'));
  const trade = {
    ...facts,
    listing,
    entry,
    number: issue.trades.length + 1,
    person: insider.person,
    by: ctx.actor as PersonId,
    at: ctx.at,
    late: ctx.at >= startOf(declareBy(facts.day) + 1),
    yearCents: yearSum(issue, entry, facts.day) + facts.quantity * facts.priceCents,
  };
  return accept<Events>([{ kind: 'duties.trade_declared', listing, trade }], { trade: trade.number });
}
