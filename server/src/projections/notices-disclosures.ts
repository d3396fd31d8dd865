import type { NoticeKind } from '@piazza/shared/contract';
import type { PersonId } from '@piazza/shared/values';
import type { DisclosuresEvent } from '../domain/disclosures/index.ts';
import { isLive, type OffersEvent } from '../domain/offers/index.ts';
import type { VenueEvent, VenueState } from '../domain/venue/index.ts';
import { representativesOf } from './effects.ts';

/** Whom, which message, and what it is about. */
export type DisclosureNotice = readonly [PersonId, NoticeKind, Readonly<Record<string, string>>];

const iso = (at: number): string => new Date(at).toISOString();

/** One notice for each person who has committed, however many commitments they have on the offer. */
function renewed(
  state: VenueState,
  event: Extract<OffersEvent, { kind: 'commitments.renewed' }>,
): readonly DisclosureNotice[] {
  const commitment = state.offers.commitments.get(event.commitment);
  if (commitment === undefined) return [];
  const { investor, offer } = commitment;
  const first = (state.offers.byInvestor.get(investor) ?? []).find((id) => {
    const one = state.offers.commitments.get(id);
    return one?.offer === offer && isLive(one);
  });
  if (first !== commitment.id) return [];
  return [[investor, `terms_${event.why}`, { offer, commitment: first, until: iso(event.until) }]];
}

function toIssuer(event: DisclosuresEvent): readonly [NoticeKind, Readonly<Record<string, string>>] | null {
  switch (event.kind) {
    case 'disclosures.decided':
      return [event.decided.accepted ? 'disclosure_accepted' : 'disclosure_refused', {}];
    case 'disclosures.signalled':
      return ['defect_signalled', { until: iso(event.correctBy) }];
    case 'disclosures.suspended':
      return ['offer_suspended', { until: iso(event.until) }];
    case 'disclosures.dismissed':
      return ['defect_dismissed', {}];
    case 'disclosures.asked':
      return ['question_asked', {}];
    default:
      return null;
  }
}

function toAsker(
  state: VenueState,
  event: Extract<DisclosuresEvent, { kind: 'disclosures.answered' | 'disclosures.hidden' }>,
): readonly DisclosureNotice[] {
  const question = state.disclosures.questions.get(event.question);
  if (question === undefined) return [];
  const kind = event.kind === 'disclosures.answered' ? 'question_answered' : 'question_hidden';
  return [[question.person, kind, { offer: event.offer }]];
}

const isOfDisclosures = (event: VenueEvent): event is DisclosuresEvent =>
  event.kind.startsWith('disclosures.');

/** What an event of disclosures says to those whom it concerns. */
export function disclosureNotices(state: VenueState, event: VenueEvent): readonly DisclosureNotice[] {
  if (event.kind === 'commitments.renewed') return renewed(state, event);
  if (!isOfDisclosures(event)) return [];
  if (event.kind === 'disclosures.answered' || event.kind === 'disclosures.hidden')
    return toAsker(state, event);
  if (event.kind === 'disclosures.told') {
    const about = { listing: event.listing, disclosure: event.disclosure };
    return event.holders.map((person) => [person, 'event_disclosed', about]);
  }
  const notice = toIssuer(event);
  if (notice === null) return [];
  const [kind, more] = notice;
  const subject = { listing: event.listing, ...more };
  return representativesOf(state, event.listing).map((person) => [person, kind, subject]);
}
