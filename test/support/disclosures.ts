import type { DisclosureStatus } from '@piazza/shared/contract';
import type { DisclosureId, OfferId, QuestionId } from '@piazza/shared/values';
import { policy } from '@piazza/shared/policy';
import type { Cast, Player } from './cast.ts';
import { day } from './draft.ts';
import { offerIn, published } from './listings.ts';

/** A change of the risks of Enzo's offer, which waits for an operator. */
export async function filedChange(
  cast: Cast,
  offerId?: OfferId,
  risks = 'Un fornitore su tre è venuto meno.',
): Promise<DisclosureId> {
  const params = { offerId: offerId ?? (await published(cast)).offerId };
  const body = { reason: 'A supplier has left', texts: { risks } };
  return (await cast.enzo.api.call('disclosures.file', { params, body })).id;
}

/** A defect that Olga has signalled in the sheet of Enzo's offer. */
export async function signalledDefect(cast: Cast, offerId?: OfferId, suspend = false): Promise<DisclosureId> {
  const params = { offerId: offerId ?? (await published(cast)).offerId };
  const body = { reason: 'The contract named as signed is not', suspend };
  return (await cast.olga.api.call('disclosures.signal', { params, body })).id;
}

/** A question on Enzo's offer that nobody has answered. */
export async function askedQuestion(
  cast: Cast,
  offerId?: OfferId,
  who: Player = cast.ines,
): Promise<QuestionId> {
  const params = { offerId: offerId ?? (await published(cast)).offerId };
  const body = { text: 'Chi ha firmato il contratto di affitto?' };
  return (await who.api.call('questions.ask', { params, body })).id;
}

/** Accepts or refuses what waits, having read it. */
export async function decideChange(who: Player, disclosureId: DisclosureId, accept = true) {
  const params = { disclosureId };
  const { filing } = await who.api.call('disclosures.read', { params });
  const body = { accept, contentHash: filing?.contentHash ?? '', reason: 'Read and compared' };
  return who.api.call('disclosures.decide', { params, body });
}

/** An event that Enzo tells of an issue that is funded. */
async function publishedEvent(cast: Cast): Promise<DisclosureId> {
  const { listingId } = await offerIn(cast, 'funded');
  const occurredOn = new Date(cast.venue.venue.exchange.now() - 2 * day).toISOString().slice(0, 10);
  const body = { words: 'The building permit is late.', occurredOn };
  return (await cast.enzo.api.call('disclosures.report', { params: { listingId }, body })).id;
}

/** A defect of Enzo's sheet in that status; while it is open, with a correction that waits. */
async function defectIn(cast: Cast, status: DisclosureStatus): Promise<DisclosureId> {
  const { offerId } = await published(cast);
  const suspends = status === 'suspended' || status === 'cancelled';
  const disclosureId = await signalledDefect(cast, offerId, suspends);
  const params = { disclosureId };
  const reason = 'As the story goes';
  if (status === 'dismissed') await cast.olga.api.call('disclosures.dismiss', { params, body: { reason } });
  else if (status === 'cancelled') await cast.pass(policy.suspensionMs);
  else {
    const body = { reason, texts: { useOfProceeds: 'Serre e semi.' } };
    await cast.enzo.api.call('disclosures.correct', { params, body });
  }
  if (status === 'corrected') await decideChange(cast.olga, disclosureId);
  return disclosureId;
}

/** A disclosure of Enzo's in that status: a change, a defect or an event, whichever has it. */
export async function disclosureIn(cast: Cast, status: DisclosureStatus): Promise<DisclosureId> {
  if (status === 'published') return publishedEvent(cast);
  if (!['filed', 'accepted', 'refused', 'withdrawn'].includes(status)) return defectIn(cast, status);
  const disclosureId = await filedChange(cast);
  if (status === 'withdrawn') await cast.enzo.api.call('disclosures.withdraw', { params: { disclosureId } });
  else if (status !== 'filed') await decideChange(cast.olga, disclosureId, status === 'accepted');
  return disclosureId;
}
