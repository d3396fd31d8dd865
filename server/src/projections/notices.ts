import type { ListingStatus, NoticeKind } from '@piazza/shared/contract';
import type { ApprovalsEvent } from '../domain/approvals/index.ts';
import type { ListingId, PersonId } from '@piazza/shared/values';
import type { ProtectionEvent } from '../domain/protection/index.ts';
import type { VenueEvent, VenueState } from '../domain/venue/index.ts';
import { approvalNotices } from './notices-approvals.ts';
import { conductNotice, isOfConduct } from './notices-conduct.ts';
import { disclosureNotices } from './notices-disclosures.ts';
import { dutyNotices } from './notices-duties.ts';
import { dossierNotices } from './notices-dossier.ts';
import { moneyNotices } from './notices-money.ts';
import { paymentNotices, stepNotice } from './notices-payments.ts';
import { protectionNotice } from './notices-protection.ts';
import { addLine, nextLineId, representativesOf, tell, type Effects, type Projection } from './effects.ts';
import { namesOf } from './streams.ts';

export const noticeStream = namesOf('notices:');

export interface NoticeLine {
  readonly id: string;
  readonly at: number;
  readonly kind: string;
  readonly subject: Readonly<Record<string, string>>;
}

/** Writes a message to a person; its words are the client's. */
export function notify(
  effects: Effects,
  person: PersonId,
  at: number,
  kind: NoticeKind,
  subject: NoticeLine['subject'],
): void {
  const value: NoticeLine = { id: nextLineId(effects), at, kind, subject };
  addLine(effects, noticeStream(person), value);
  tell(effects, person, 'notices');
}

/** What becomes of a listing, and what its issuer hears of it. */
const forIssuer: Readonly<Partial<Record<ListingStatus, NoticeKind>>> = {
  under_review: 'listing_under_review',
  changes_requested: 'listing_changes_requested',
  approved: 'listing_approved',
  live: 'listing_live',
  funded: 'listing_funded',
  failed: 'listing_failed',
  cancelled: 'listing_cancelled',
};

const isIssuers = (state: VenueState, event: { readonly listing: ListingId; readonly by: string }): boolean =>
  representativesOf(state, event.listing).some((person) => person === event.by);

function ofApprovals(effects: Effects, state: VenueState, event: VenueEvent, at: number): void {
  if (!event.kind.startsWith('approvals.')) return;
  for (const [person, kind, subject] of approvalNotices(state, event as ApprovalsEvent))
    notify(effects, person, at, kind, subject);
}

function ofProtection(effects: Effects, event: VenueEvent, at: number): void {
  if (!event.kind.startsWith('protection.')) return;
  const notice = protectionNotice(event as ProtectionEvent);
  if (notice === null) return;
  const [person, kind, subject] = notice;
  notify(effects, person, at, kind, subject);
}

function ofConduct(effects: Effects, state: VenueState, event: VenueEvent, at: number): void {
  const notice = isOfConduct(event) ? conductNotice(state, event) : null;
  if (notice !== null) notify(effects, notice[0], at, notice[1], notice[2]);
}

const tellers = [disclosureNotices, dutyNotices, dossierNotices, moneyNotices, paymentNotices];

/** Messages to the people an event concerns. The texts are the client's, in the reader's language. */
export const notices: Projection = (effects, state, event, record) => {
  switch (event.kind) {
    case 'commitments.placed': {
      const { investor, commitment, offer, reflectionEndsAt } = event;
      const until: Record<string, string> =
        reflectionEndsAt === null ? {} : { reflectionEndsAt: new Date(reflectionEndsAt).toISOString() };
      notify(effects, investor, record.at, 'commitment_placed', { commitment, offer, ...until });
      return;
    }
    case 'commitments.moved': {
      const commitment = state.offers.commitments.get(event.commitment);
      if (commitment === undefined) return;
      const { id, offer, allottedUnits } = commitment;
      const subject = { commitment: id, offer, allottedUnits: String(allottedUnits) };
      const kind = stepNotice(state, commitment, event.to);
      if (kind !== null) notify(effects, commitment.investor, record.at, kind, subject);
      return;
    }
    case 'listings.transitioned': {
      const kind = forIssuer[event.to];
      if (kind === undefined) return;
      // Reviewers ask for changes; who takes the listing back for changes of their own needs no word of it.
      if (event.to === 'changes_requested' && isIssuers(state, event)) return;
      for (const person of representativesOf(state, event.listing)) {
        notify(effects, person, record.at, kind, { listing: event.listing });
      }
      return;
    }
    case 'people.tier_set':
      notify(effects, event.person, record.at, 'tier_set', { tier: event.tier });
      return;
    case 'people.role_set':
      notify(effects, event.person, record.at, event.granted ? 'role_granted' : 'role_withdrawn', {
        role: event.role,
      });
      return;
    case 'board.replied': {
      const post = state.board.posts.get(event.post);
      if (post !== undefined)
        notify(effects, post.author, record.at, 'board_reply', { listing: post.listing, post: post.id });
      return;
    }
    case 'board.removed':
      if (event.why === 'expired')
        notify(effects, event.author, record.at, 'board_expired', {
          listing: event.listing,
          post: event.post,
        });
      return;
    default:
      for (const told of tellers)
        for (const [person, kind, subject] of told(state, event))
          notify(effects, person, record.at, kind, subject);
      ofProtection(effects, event, record.at);
      ofApprovals(effects, state, event, record.at);
      ofConduct(effects, state, event, record.at);
  }
};
