import { reject, type Rejection } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision, type Sealed } from '../core/index.ts';
import { openChecks } from '../dossier/index.ts';
import { standsFor } from '../organisations/index.ts';
import { samePerson, type PeopleState } from '../people/index.ts';
import { hasConflict, type QueueState } from '../queue/index.ts';
import type { ConductState } from '../conduct/index.ts';
import type { LedgerEvent, LedgerState } from '../ledger/index.ts';
import type { PaymentsEvent, PaymentsState } from '../payments/index.ts';
import { admissionFee } from '../proceeds/index.ts';
import { transition, type ListingsView } from './decide.ts';
import type { ListingsEvent, ReviewCommand } from './events.ts';
import type { Listing, Review } from './state.ts';

/** Four eyes: so many different persons approve before a listing is admitted. */
const approvalsNeeded = 2;

/** What reviewing reads beside what writing a listing does. */
export interface ReviewView extends ListingsView {
  readonly people: PeopleState;
  readonly queue: QueueState;
  readonly conduct: ConductState;
  readonly payments: PaymentsState;
  readonly ledger: LedgerState;
}

/**
 * Why the person behind the account reviews no more than one round of this listing with one of their accounts,
 * or not at all. Precedence: same_reviewer, same_person, conflict_of_interest.
 */
function eyesRefusal(
  view: ReviewView,
  { id, organisation }: Listing,
  others: readonly PersonId[],
  reviewer: PersonId,
): Rejection | null {
  if (others.includes(reviewer)) return reject('same_reviewer');
  if (others.some((other) => samePerson(view.people, other, reviewer))) return reject('same_person');
  const interested =
    standsFor(view, reviewer, organisation) || hasConflict(view.queue, view.people, reviewer, id);
  return interested ? reject('conflict_of_interest') : null;
}

const reviewed = (
  listing: Listing,
  verdict: Review['verdict'],
  words: Sealed | null,
  ctx: Context,
): ListingsEvent => ({
  kind: 'listings.reviewed',
  listing: listing.id,
  review: {
    reviewer: ctx.actor as PersonId,
    at: ctx.at,
    verdict,
    words,
    contentHash: listing.content.contentHash,
  },
});

function decideTake(view: ReviewView, listing: Listing, ctx: Context): Decision<ListingsEvent> {
  if (listing.status !== 'submitted' && listing.status !== 'under_review') {
    return refuse(reject('illegal_state', { status: listing.status }));
  }
  const refusal = eyesRefusal(view, listing, listing.reviewers, ctx.actor as PersonId);
  if (refusal !== null) return refuse(refusal);
  const events = [reviewed(listing, 'taken', null, ctx)];
  return accept(
    listing.status === 'submitted' ? [...events, transition(listing, 'under_review', ctx)] : events,
  );
}

function approvalRefusal(
  view: ReviewView,
  listing: Listing,
  command: Extract<ReviewCommand, { kind: 'review.approve' }>,
  reviewer: PersonId,
): Rejection | null {
  const refusal = eyesRefusal(view, listing, listing.approvals, reviewer);
  if (refusal !== null) return refusal;
  if (!command.noConflictOfInterest) return reject('conflict_of_interest');
  if (!command.intentional || !command.measurable || !command.additional)
    return reject('gates_not_confirmed');
  if (command.contentHash !== listing.content.contentHash) return reject('content_changed');
  return null;
}

/**
 * Commands of the two reviewers. The second approval of the same content by another person admits the listing (DOMAIN §3, §5).
 * Precedence: not_found, illegal_state, not_reviewer, same_reviewer, same_person,
 * conflict_of_interest, gates_not_confirmed, content_changed, due_diligence_incomplete.
 */
export function decideReview(
  view: ReviewView,
  command: ReviewCommand,
  ctx: Context,
): Decision<ListingsEvent | PaymentsEvent | LedgerEvent> {
  const listing = view.listings.listings.get(command.listing);
  if (listing === undefined) return refuse(reject('not_found'));
  if (command.kind === 'review.take') return decideTake(view, listing, ctx);
  if (listing.status !== 'under_review') return refuse(reject('illegal_state', { status: listing.status }));
  const reviewer = ctx.actor as PersonId;
  if (!listing.reviewers.includes(reviewer)) return refuse(reject('not_reviewer'));
  if (command.kind === 'review.requestChanges') {
    const back = transition(listing, 'changes_requested', ctx, command.words);
    return accept([reviewed(listing, 'changes_requested', command.words, ctx), back]);
  }
  const refusal = approvalRefusal(view, listing, command, reviewer);
  if (refusal !== null) return refuse(refusal);
  const events = [reviewed(listing, 'approved', command.words, ctx)];
  const last = listing.approvals.length + 1 >= approvalsNeeded;
  const open = openChecks(view.dossier, listing.organisation);
  if (last && open.length > 0) return refuse(reject('due_diligence_incomplete', { items: open }));
  if (!last) return accept(events);
  const admitted = transition(listing, 'approved', ctx, command.words);
  return accept([...events, admitted, ...admissionFee(view, listing, ctx.at)]);
}
