import type { OfferView } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { units, type CommitmentId, type OfferId } from '@piazza/shared/values';
import type { Commitment, Offer, TierResult } from '../domain/offers/index.ts';
import { represents } from '../domain/organisations/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import type { ApiContext } from './context.ts';
import { Refused, type Call, type Handlers, type Principal } from './handler.ts';
import { newestFirst, slicePage } from './paging.ts';
import { pickCommitment, pickOffer, presentCommitment, presentOffer } from './present/offer.ts';
import { personName } from './present/words.ts';

type Names = 'offers.list' | 'offers.read' | 'offers.allotment' | 'offers.holders' | 'offers.cancel';

function existingOffer(state: VenueState, id: OfferId): Offer {
  const offer = state.offers.offers.get(id);
  if (offer === undefined) throw new Refused(reject('not_found'));
  return offer;
}

type Sorter = (a: OfferView, b: OfferView) => number;
const running = (offer: OfferView): number =>
  ['open', 'scheduled', 'closing'].includes(offer.progress.status) ? 0 : 1;
const filled = (offer: OfferView): number => offer.progress.committed / offer.hardCap;
const sorters: Readonly<Record<'closing' | 'newest' | 'progress', Sorter>> = {
  closing: (a, b) => running(a) - running(b) || a.closesAt - b.closesAt,
  newest: (a, b) => b.opensAt - a.opensAt,
  progress: (a, b) => running(a) - running(b) || filled(b) - filled(a),
};

async function list(context: ApiContext, { query }: Call<'offers.list'>) {
  const { status, sector, instrument, sdg, q, sort } = query;
  const picks = await context.exchange.read((state) =>
    [...state.offers.offers.values()]
      .filter((offer) => status === undefined || offer.status === status)
      .map((offer) => pickOffer(state, offer.id))
      .filter(({ content: { facts } }) => {
        const bySector = sector === undefined || facts.sector === sector;
        const byInstrument = instrument === undefined || facts.instrument === instrument;
        return bySector && byInstrument && (sdg === undefined || facts.sdgTarget?.split('.')[0] === sdg);
      }),
  );
  const words = q?.trim().toLowerCase() ?? '';
  const all = await Promise.all(picks.map((pick) => presentOffer(context, pick)));
  const found = all.filter((offer) =>
    `${offer.title} ${offer.tagline} ${offer.organisation.name} ${offer.place}`.toLowerCase().includes(words),
  );
  return slicePage(found.toSorted(sorters[sort ?? 'closing']), query);
}

const tierOf = (result: TierResult) => ({
  tier: result.tier,
  reservedUnits: units(result.reserved),
  offeredUnits: units(result.offered),
  requestedUnits: units(result.requested),
  allottedUnits: units(result.allotted),
  levelUnits: units(result.level),
  commitments: result.commitments,
});

/** Why this commitment received what it received, against the level its investor's tier reached. */
function reasonFor(
  own: readonly Commitment[],
  level: number,
): 'filled' | 'level' | 'level_plus_lot' | 'none' {
  const asked = own.reduce((sum, one) => sum + one.units, 0);
  const given = own.reduce((sum, one) => sum + one.allottedUnits, 0);
  if (given === 0) return 'none';
  if (given === asked) return 'filled';
  return given > level ? 'level_plus_lot' : 'level';
}

function pickAllotment(state: VenueState, id: OfferId, caller: Principal | null) {
  const offer = existingOffer(state, id);
  if (offer.allotment === null) throw new Refused(reject('illegal_state', { status: offer.status }));
  const { allotment } = offer;
  const ids = caller === null ? [] : (state.offers.byInvestor.get(caller.personId) ?? []);
  const own = ids
    .map((one) => state.offers.commitments.get(one))
    .filter(
      (one): one is Commitment => one?.offer === id && one.timeline.some(({ step }) => step === 'allotted'),
    );
  const mine = own.map((one) => ({
    commitmentId: one.id,
    tier: one.tier,
    requestedUnits: units(one.units),
    allottedUnits: units(one.allottedUnits),
    reason: reasonFor(own, allotment.find(({ tier }) => tier === one.tier)?.level ?? 0),
  }));
  const sum = (key: 'allotted' | 'requested') =>
    units(allotment.reduce((total, tier) => total + tier[key], 0));
  return {
    offerId: id,
    totalUnits: sum('allotted'),
    requestedUnits: sum('requested'),
    tiers: allotment.map(tierOf),
    mine,
  };
}

async function holders(context: ApiContext, { caller, params, query }: Call<'offers.holders'>) {
  const { page, totalUnits, count } = await context.exchange.read((state) => {
    const offer = existingOffer(state, params.offerId);
    const mayRead =
      caller.roles.has('operator') || represents(state.organisations, caller.personId, offer.organisation);
    if (!mayRead) throw new Refused(reject('not_allowed'));
    const lines = [...(state.register.holders.get(offer.listing) ?? [])].toSorted(
      (a, b) => b[1].units - a[1].units,
    );
    const total = lines.reduce((sum, [, holding]) => sum + holding.units, 0);
    return { page: slicePage(lines, query), totalUnits: total, count: lines.length };
  });
  const items = page.items.map(async ([person, holding]) => ({
    displayName: await personName(context, person),
    units: units(holding.units),
    sharePerMille: Math.round((holding.units * 1000) / totalUnits),
    since: holding.since,
  }));
  return { items: await Promise.all(items), next: page.next, totalUnits: units(totalUnits), holders: count };
}

export const offersHandlers = (context: ApiContext): Handlers<Names> => ({
  'offers.list': (call) => list(context, call),
  'offers.read': async ({ params }) =>
    presentOffer(context, await context.exchange.read((state) => pickOffer(state, params.offerId))),
  'offers.allotment': ({ caller, params }) =>
    context.exchange.read((state) => pickAllotment(state, params.offerId, caller)),
  'offers.holders': (call) => holders(context, call),
  'offers.cancel': async ({ caller, params, body, key }) => {
    const pick = await context.exchange.read((state) => pickOffer(state, params.offerId));
    const reason = await context.vault.seal(pick.organisation.subject, { reason: body.reason });
    await context.exchange.command(
      { kind: 'offers.cancel', offer: params.offerId, reason },
      caller.personId,
      key,
    );
    return presentOffer(context, await context.exchange.read((state) => pickOffer(state, params.offerId)));
  },
});

type CommitmentNames = 'commitments.place' | 'commitments.mine' | 'commitments.read' | 'commitments.revoke';

const show = async (context: ApiContext, id: CommitmentId) =>
  presentCommitment(context, await context.exchange.read((state) => pickCommitment(state, id)));

export const commitmentsHandlers = (context: ApiContext): Handlers<CommitmentNames> => ({
  'commitments.place': async ({ caller, params, body, key }) => {
    const { units: quantity, acknowledgements, method } = body;
    const command = {
      kind: 'commitments.place' as const,
      offer: params.offerId,
      units: quantity,
      acknowledgements,
      ...(method === undefined || method === null ? {} : { method }),
    };
    const { commitment } = await context.exchange.command(command, caller.personId, key);
    return show(context, commitment as CommitmentId);
  },
  'commitments.mine': async ({ caller, query }) => {
    const page = await context.exchange.read((state) => {
      const ids = state.offers.byInvestor.get(caller.personId) ?? [];
      const { items, next } = newestFirst(ids, query);
      return { picks: items.map((id) => pickCommitment(state, id)), next };
    });
    return {
      items: await Promise.all(page.picks.map((pick) => presentCommitment(context, pick))),
      next: page.next,
    };
  },
  'commitments.read': ({ params }) => show(context, params.commitmentId),
  'commitments.revoke': async ({ caller, params, key }) => {
    await context.exchange.command(
      { kind: 'commitments.revoke', commitment: params.commitmentId },
      caller.personId,
      key,
    );
    return show(context, params.commitmentId);
  },
});
