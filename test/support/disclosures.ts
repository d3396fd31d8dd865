import type { DisclosureId, OfferId, QuestionId } from '@piazza/shared/values';
import type { Cast, Player } from './cast.ts';
import { published } from './listings.ts';

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
