import { policy } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import { endOfRomeDay, millis, romeDay, type DisclosureId, type PersonId } from '@piazza/shared/values';
import { accept, existing, refuse, type Context, type Decision } from '../core/index.ts';
import { represents } from '../organisations/index.ts';
import { setTimer, type DisclosuresTimer } from '../schedule/index.ts';
import type { DisclosuresCommand } from './events.ts';
import type { DisclosuresView, Events } from './view.ts';

/**
 * The issuer of a funded issue tells of an event that affects what was planned (DOMAIN §8); late ones are marked.
 * Precedence: not_found, not_allowed, illegal_state, event_in_future.
 */
export function decideReport(
  view: DisclosuresView,
  command: Extract<DisclosuresCommand, { kind: 'disclosures.report' }>,
  ctx: Context,
): Decision<Events> {
  const listing = view.listings.listings.get(command.listing);
  if (listing === undefined) return refuse(reject('not_found'));
  if (!represents(view.organisations, ctx.actor, listing.organisation)) return refuse(reject('not_allowed'));
  if (listing.status !== 'funded') return refuse(reject('illegal_state', { status: listing.status }));
  const { occurredOn, words } = command;
  if (occurredOn > romeDay(ctx.at)) return refuse(reject('event_in_future'));
  const noon = millis(Date.parse(`${occurredOn}T12:00:00Z`));
  const late = ctx.at >= endOfRomeDay(noon, policy.eventDisclosureDays);
  const disclosure = ctx.newId('disclosure') as DisclosureId;
  const by = ctx.actor as PersonId;
  const { id } = listing;
  const held = (view.register.holders.get(id)?.size ?? 0) > 0;
  return accept<Events>(
    [
      { kind: 'disclosures.reported', disclosure, listing: id, words, occurredOn, late, by, at: ctx.at },
      ...(held ? [tellFrom(disclosure, 0, ctx)] : []),
    ],
    { disclosure },
  );
}

const tellFrom = (disclosure: DisclosureId, from: number, ctx: Context): Events =>
  setTimer(`holders:${disclosure}:${from}`, ctx.at, { kind: 'disclosures.tellHolders', disclosure, from });

/** The next of the holders are told, at the instant of the disclosure: nobody trades in between. */
export function decideTellHolders(
  view: DisclosuresView,
  { disclosure: id, from }: Extract<DisclosuresTimer, { kind: 'disclosures.tellHolders' }>,
  ctx: Context,
): Events[] {
  const { listing } = existing(view.disclosures.disclosures, id, 'disclosure');
  const all = [...(view.register.holders.get(listing)?.keys() ?? [])];
  const holders = all.slice(from, from + policy.settlementChunk);
  const next = from + holders.length;
  const told: Events = { kind: 'disclosures.told', disclosure: id, listing, holders };
  return next < all.length ? [told, tellFrom(id, next, ctx)] : [told];
}
