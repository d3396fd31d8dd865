import type {
  CommitmentStatus,
  CommitmentView,
  ListingStatus,
  ListingView,
  OfferStatus,
} from '@piazza/shared/contract';
import type { CommitmentId, ListingId, OfferId } from '@piazza/shared/values';
import { account, EUR } from '../../server/src/domain/ledger/index.ts';
import { evolve } from '../../server/src/domain/venue/index.ts';
import { proveUnderstanding } from '../../server/src/demo/understanding.ts';
import { dossierGaps, openChecks } from '../../server/src/domain/dossier/index.ts';
import type { Cast, Player } from './cast.ts';
import { checkIssuer, fillDossier } from './dossier.ts';
import { day, type DraftChanges } from './draft.ts';
import { renewedIn } from './protection.ts';

/** Acknowledgements of an investor who read everything. */
export const acknowledged = {
  riskWarning: true,
  reflectionNotice: true,
  aboveThreshold: true,
} as const;

/** Places a commitment of `units`, once more past the onboarding where its time was over. */
export async function commit(who: Player, offerId: OfferId, units: number): Promise<CommitmentView> {
  await renewedIn(who.venue, who.id);
  await proveUnderstanding(who.venue.venue, who.id, offerId, units);
  return who.api.call('commitments.place', {
    params: { offerId },
    body: { units: units as never, acknowledgements: acknowledged },
  });
}

async function drafted(cast: Cast, changes?: DraftChanges): Promise<ListingView> {
  const { api } = cast.enzo;
  const { id } = await api.call('listings.create', { body: { organisationId: cast.organisation } });
  const params = { listingId: id };
  return api.call('listings.saveDraft', {
    params,
    body: { revision: 0, draft: cast.completeDraft(changes) },
  });
}

/** Enzo's organisation as the venue wants it, where a test has taken something of that away. */
async function ready({ venue, enzo, olga, organisation }: Cast): Promise<void> {
  const { gaps, open } = venue.venue.exchange.peek(({ dossier }) => ({
    gaps: dossierGaps(dossier, organisation).length,
    open: openChecks(dossier, organisation).length,
  }));
  if (gaps > 0) await fillDossier(enzo.api, organisation);
  if (gaps + open > 0) await checkIssuer(olga.api, organisation);
}

async function submitted(cast: Cast, changes?: DraftChanges): Promise<ListingView> {
  const { id } = await drafted(cast, changes);
  await ready(cast);
  return cast.enzo.api.call('listings.submit', { params: { listingId: id } });
}

async function underReview(cast: Cast, changes?: DraftChanges): Promise<ListingView> {
  const { id } = await submitted(cast, changes);
  const params = { listingId: id };
  await cast.olga.api.call('review.take', { params });
  return cast.oreste.api.call('review.take', { params });
}

/** Approves what stands there now, as the reviewer who took it. */
export const approve = (who: Player, { id, contentHash }: ListingView): Promise<ListingView> =>
  who.api.call('review.approve', {
    params: { listingId: id },
    body: {
      contentHash,
      intentional: true,
      measurable: true,
      additional: true,
      noConflictOfInterest: true,
      reason: 'Complete and plausible',
    },
  });

async function approved(cast: Cast, changes?: DraftChanges): Promise<ListingView> {
  const listing = await underReview(cast, changes);
  await approve(cast.olga, listing);
  return approve(cast.oreste, listing);
}

export interface OnOffer {
  readonly listingId: ListingId;
  readonly offerId: OfferId;
}

/** A listing of Enzo's that both operators admitted and he published. */
export async function published(cast: Cast, changes?: DraftChanges): Promise<OnOffer> {
  const { id } = await approved(cast, changes);
  const { offerId } = await cast.enzo.api.call('listings.publish', { params: { listingId: id } });
  if (offerId === null) throw new Error('a published listing without an offer');
  return { listingId: id, offerId };
}

/**
 * An offer in that status, by real commands and the venue's clock: Ines and Ivo have committed where there can be
 * commitments. No call ever sees `allotting`: the settlement runs within one turn of the core.
 */
export async function offerIn(
  cast: Cast,
  status: Exclude<OfferStatus, 'allotting'>,
  changes: DraftChanges = {},
): Promise<OnOffer> {
  const now = cast.venue.venue.exchange.now();
  const opensAt = status === 'scheduled' ? ((now + 5 * day) as never) : null;
  const offer = await published(cast, { ...changes, facts: { opensAt, ...changes.facts } });
  if (status === 'scheduled') return offer;
  await cast.pass(28 * day);
  const each = status === 'failed' ? 20 : 100;
  await commit(cast.ines, offer.offerId, each);
  await commit(cast.ivo, offer.offerId, each);
  if (status === 'open') return offer;
  if (status === 'suspended') {
    const params = { offerId: offer.offerId };
    const body = { reason: 'A contract named as signed is not', suspend: true };
    await cast.olga.api.call('disclosures.signal', { params, body });
    return offer;
  }
  if (status === 'cancelled') {
    const params = { offerId: offer.offerId };
    await cast.olga.api.call('offers.cancel', { params, body: { reason: 'A defect of the sheet' } });
    return offer;
  }
  await cast.pass(2 * day);
  if (status !== 'closing') await cast.pass(5 * day);
  return offer;
}

/** A listing of Enzo's in that status. */
export async function listingIn(
  cast: Cast,
  status: ListingStatus,
  changes?: DraftChanges,
): Promise<ListingId> {
  switch (status) {
    case 'draft':
      return (await drafted(cast, changes)).id;
    case 'submitted':
      return (await submitted(cast, changes)).id;
    case 'under_review':
      return (await underReview(cast, changes)).id;
    case 'changes_requested': {
      const { id } = await underReview(cast, changes);
      const body = { comments: [], reason: 'One answer is missing' };
      await cast.olga.api.call('review.requestChanges', { params: { listingId: id }, body });
      return id;
    }
    case 'approved':
      return (await approved(cast, changes)).id;
    case 'live':
      return (await published(cast, changes)).listingId;
    case 'funded':
    case 'failed':
      return (await offerIn(cast, status, changes)).listingId;
    case 'delisted': {
      const { listingId } = await offerIn(cast, 'funded', changes);
      // A year after its impact report was due.
      for (let jump = 0; jump < 2; jump += 1) await cast.pass(370 * day);
      return listingId;
    }
    case 'cancelled': {
      const { id } = await drafted(cast, changes);
      await cast.enzo.api.call('listings.withdraw', {
        params: { listingId: id },
        body: { reason: 'Plans changed' },
      });
      return id;
    }
  }
}

/** Money that leaves a wallet by a road this version does not have, so that a capture finds too little. */
export function spend(cast: Cast, who: Player, cents: number): void {
  const [from, to] = [account.cash(who.id), account.outside(EUR)];
  const event = { kind: 'ledger.posted', from, to, asset: EUR, amount: cents, reason: 'release' } as const;
  cast.venue.venue.exchange.peek((state) => evolve(state, { ...event, subject: {} }));
}

/** A commitment of Ines in that status. No call ever sees `allotted`: the settlement runs within one turn of the core. */
export async function commitmentIn(
  cast: Cast,
  status: Exclude<CommitmentStatus, 'allotted'>,
): Promise<CommitmentId> {
  const { ines, olga } = cast;
  const { offerId } = await published(cast);
  const { id } = await commit(ines, offerId, 100);
  if (status === 'revoked') await ines.api.call('commitments.revoke', { params: { commitmentId: id } });
  if (status === 'released')
    await olga.api.call('offers.cancel', { params: { offerId }, body: { reason: 'A defect of the sheet' } });
  if (status === 'captured') await cast.pass(5 * day);
  if (status === 'settled') await cast.pass(40 * day);
  if (status === 'capture_failed' || status === 'lapsed') {
    const { available } = await ines.api.call('wallet.read');
    spend(cast, ines, available);
    await cast.pass(status === 'lapsed' ? 40 * day : 5 * day);
    await ines.api.call('wallet.topUp', { body: { amount: available } });
  }
  return id;
}
