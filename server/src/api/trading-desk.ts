import type { BlockTarget as WireTarget } from '@piazza/shared/contract';
import type { ListingId, PersonId } from '@piazza/shared/values';
import type { Sealed } from '../domain/core/index.ts';
import type { BlockTarget } from '../domain/market/index.ts';
import { propose } from './approvals.ts';
import type { ApiContext } from './context.ts';
import type { Call, Handlers } from './handler.ts';
import { pickListing } from './present/listing.ts';
import { pickMarket, presentMarket } from './present/market.ts';
import { pickPerson } from './present/person.ts';
import { personName } from './present/words.ts';

type Names =
  | 'markets.open'
  | 'markets.configure'
  | 'markets.act'
  | 'markets.proposeTerms'
  | 'desk.tradingBlocks'
  | 'desk.blockTrading'
  | 'desk.cancelOrders';

const show = async (context: ApiContext, id: ListingId) =>
  presentMarket(context, await context.exchange.read((state) => pickMarket(state, id)));

/** Reasons are the issuer's to read and to have erased: they are sealed under its key. */
async function sealForIssuer(context: ApiContext, id: ListingId, reason: string): Promise<Sealed> {
  const { organisation } = await context.exchange.read((state) => pickListing(state, id));
  return context.vault.seal(organisation.subject, { reason });
}

/** What is said about one account belongs to its person; everything else to the operator who said it. */
async function sealForTarget(
  context: ApiContext,
  operator: PersonId,
  target: BlockTarget,
  reason: string,
): Promise<Sealed> {
  const about = target.scope === 'account' ? target.person : operator;
  const { subject } = await context.exchange.read((state) => pickPerson(state, about));
  return context.vault.seal(subject, { reason });
}

function targetOf(target: WireTarget): BlockTarget {
  switch (target.scope) {
    case 'account':
      return { scope: 'account', person: target.personId };
    case 'listing':
      return { scope: 'listing', listing: target.listingId };
    case 'venue':
      return target;
  }
}

async function tradingBlocks(context: ApiContext) {
  const { venue, listings, people } = await context.exchange.read(({ markets }) => ({
    venue: markets.house.blocked,
    listings: [...markets.markets.values()].filter(({ blocked }) => blocked).map(({ listing }) => listing),
    people: [...markets.blockedAccounts.keys()],
  }));
  const accounts = people.map(async (personId) => ({
    personId,
    displayName: await personName(context, personId),
  }));
  return { venue, listings, accounts: await Promise.all(accounts) };
}

async function setUp(
  context: ApiContext,
  kind: 'markets.open' | 'markets.configure',
  { caller, params, body, key }: Call<'markets.open' | 'markets.configure'>,
) {
  const reason = await sealForIssuer(context, params.listingId, body.reason);
  const { model, calendar } = body;
  const command = { kind, listing: params.listingId, model, calendar, reason };
  await context.exchange.command(command, caller.personId, key);
  return show(context, params.listingId);
}

async function proposeTerms(
  context: ApiContext,
  { caller, params, body, key }: Call<'markets.proposeTerms'>,
) {
  const reason = await sealForIssuer(context, params.listingId, body.reason);
  const { reference: referenceCents, collarBps } = body;
  const act = { kind: 'call_terms', listing: params.listingId, referenceCents, collarBps, reason } as const;
  return propose(context, caller.personId, act, reason, key);
}

export const tradingDeskHandlers = (context: ApiContext): Handlers<Names> => ({
  'markets.open': (call) => setUp(context, 'markets.open', call),
  'markets.configure': (call) => setUp(context, 'markets.configure', call),
  'markets.act': async ({ caller, params, body, key }) => {
    const reason = await sealForIssuer(context, params.listingId, body.reason);
    const command = { kind: 'markets.act' as const, listing: params.listingId, act: body.act, reason };
    await context.exchange.command(command, caller.personId, key);
    return show(context, params.listingId);
  },
  'markets.proposeTerms': (call) => proposeTerms(context, call),
  'desk.tradingBlocks': () => tradingBlocks(context),
  'desk.blockTrading': async ({ caller, body, key }) => {
    const target = targetOf(body.target);
    const reason = await sealForTarget(context, caller.personId, target, body.reason);
    const { blocked, cancelOrders } = body;
    const command = { kind: 'desk.blockTrading' as const, target, blocked, cancelOrders, reason };
    await context.exchange.command(command, caller.personId, key);
    return tradingBlocks(context);
  },
  'desk.cancelOrders': async ({ caller, body, key }) => {
    const target = targetOf(body.target);
    const reason = await sealForTarget(context, caller.personId, target, body.reason);
    const command = { kind: 'desk.cancelOrders' as const, target, reason };
    const { cancelled, kept } = await context.exchange.command(command, caller.personId, key);
    return { cancelled: Number(cancelled), kept: Number(kept) };
  },
});
