import { reject } from '@piazza/shared/rejections';
import type { ListingId, PersonId } from '@piazza/shared/values';
import { instantOf } from '@piazza/shared/calendar';
import { listOf } from '../domain/insiders/index.ts';
import { samePerson } from '../domain/people/index.ts';
import type { ApiContext } from './context.ts';
import { csv } from './csv.ts';
import { dayOfText, showDuties } from './duties-show.ts';
import { Refused, type Call, type Handlers, type Principal } from './handler.ts';
import { isInside } from './listings.ts';
import type { SealedText } from './present/disclosure.ts';
import { presentInsider } from './present/duties.ts';
import { pickListing } from './present/listing.ts';

export type InsiderNames =
  | 'insiders.list'
  | 'insiders.export'
  | 'insiders.enter'
  | 'insiders.amend'
  | 'insiders.declareTrade'
  | 'insiders.declareSeen';

/** @throws Refused not_allowed for whoever is neither of the issuer nor an operator */
async function show(context: ApiContext, caller: Principal, listing: ListingId) {
  const { found, inside } = await context.exchange.read((state) => ({
    found: listOf(state.duties.insiders, pickListing(state, listing).listing.id),
    inside: isInside(state, caller, listing),
  }));
  if (!inside) throw new Refused(reject('not_allowed'));
  const operator = caller.roles.has('operator');
  return { insiders: await Promise.all(found.map((one) => presentInsider(context, one, operator))) };
}

async function write(
  context: ApiContext,
  {
    caller,
    params,
    body,
    key,
  }: Pick<Call<'insiders.enter' | 'insiders.amend'>, 'caller' | 'params' | 'body' | 'key'>,
  entry: number | null,
) {
  const listing: ListingId = params.listingId;
  const { email, name, why, manager, from, until } = body;
  // Whether there is such an account the issuer does not learn.
  const named = email === null ? null : ((await context.identity.accounts.findByEmail(email)) ?? null);
  const { issuer, subject, person } = await context.exchange.read((state) => {
    const { organisation } = pickListing(state, listing);
    const before = entry === null ? undefined : listOf(state.duties.insiders, listing)[entry - 1];
    const whose = email === null ? (before?.person ?? null) : named;
    const own = whose === null ? undefined : state.people.people.get(whose)?.subject;
    return { issuer: organisation.subject, subject: own ?? organisation.subject, person: whose };
  });
  const seal = (of: string, words: string) => context.vault.seal(of, { text: words } satisfies SealedText);
  const command = {
    kind: 'duties.enterInsider' as const,
    listing,
    entry,
    person,
    name: await seal(subject, name),
    why: await seal(issuer, why),
    manager,
    from: instantOf(dayOfText(from), 0),
    until: until === null ? null : instantOf(dayOfText(until) + 1, 0),
  };
  await context.exchange.command(command, caller.personId, key);
  return show(context, caller, listing);
}

async function exported(context: ApiContext, { caller, params }: Call<'insiders.export'>): Promise<string> {
  const { insiders } = await show(context, caller, params.listingId);
  const rows = insiders.flatMap(({ entry, versions }) =>
    versions.map(({ name, why, manager, from, until, by, at }) => [
      String(entry),
      name,
      why,
      manager ? 'yes' : 'no',
      from,
      until ?? '',
      by,
      new Date(at).toISOString(),
    ]),
  );
  return csv([['entry', 'name', 'why', 'manager', 'from', 'until', 'written by', 'written at'], ...rows]);
}

/** One's own entry in the list, by whichever account. */
const ownEntry = (context: ApiContext, listing: ListingId, caller: PersonId): Promise<number> =>
  context.exchange.read((state) => {
    const own = listOf(state.duties.insiders, listing).find(
      ({ person, manager }) => person !== null && manager && samePerson(state.people, person, caller),
    );
    if (own === undefined) throw new Refused(reject('not_found'));
    return own.entry;
  });

export const insiderHandlers = (context: ApiContext): Handlers<InsiderNames> => ({
  'insiders.list': ({ caller, params }) => show(context, caller, params.listingId),
  'insiders.export': (call) => exported(context, call),
  'insiders.enter': (call) => write(context, call, null),
  'insiders.amend': (call) => write(context, call, call.params.entry),
  'insiders.declareTrade': async ({ caller, params, body, key }) => {
    const { listingId: listing } = params;
    const { side, quantity, price: priceCents, on, onVenue } = body;
    const entry = body.entry ?? (await ownEntry(context, listing, caller.personId));
    const facts = { side, quantity, priceCents, day: dayOfText(on), onVenue };
    const command = { kind: 'duties.declareTrade' as const, listing, entry, ...facts };
    await context.exchange.command(command, caller.personId, key);
    return showDuties(context, caller, listing);
  },
  'insiders.declareSeen': async ({ caller, params, body, key }) => {
    const { listingId: listing } = params;
    const entry = body.entry ?? (await ownEntry(context, listing, caller.personId));
    const command = { kind: 'duties.declareSeen' as const, listing, entry, day: dayOfText(body.on) };
    await context.exchange.command(command, caller.personId, key);
    return showDuties(context, caller, listing);
  },
});
