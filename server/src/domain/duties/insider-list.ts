import { policy } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision } from '../core/index.ts';
import { listOf } from '../insiders/index.ts';
import { represents } from '../organisations/index.ts';
import type { DutiesCommand } from './events.ts';
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
