import type { DealFlowItem, Totals } from '@piazza/shared/contract';
import { cents, seq } from '@piazza/shared/values';
import type { ListingStatus } from '../../domain/listings/index.ts';
import type { VenueState } from '../../domain/venue/index.ts';
import type { DealFlowLine } from '../../projections/deal-flow.ts';
import type { TotalFigures } from '../../projections/effects.ts';
import type { ApiContext } from '../context.ts';
import { listingTexts, organisationName } from './words.ts';

/** A stored line of the public feed, and its place in it. */
export interface PlacedLine {
  readonly index: number;
  readonly value: unknown;
}

const unread: ReadonlySet<ListingStatus> = new Set([
  'draft',
  'submitted',
  'under_review',
  'changes_requested',
]);

function pickSubject(state: VenueState, { listing: id }: DealFlowLine) {
  const listing = state.listings.listings.get(id as never);
  const organisation = listing && state.organisations.organisations.get(listing.organisation);
  if (listing === undefined || organisation === undefined) return undefined;
  const { profile, fictional } = organisation;
  const named = { organisation: { id: organisation.id, profile, fictional } };
  // Taken back after it was admitted: what its issuer writes there now nobody has approved.
  if (unread.has(listing.status)) return { ...named, texts: undefined, sector: null };
  const { texts, facts } = listing.content;
  return { ...named, texts, sector: facts.sector };
}

async function presentLine(
  context: ApiContext,
  index: number,
  line: DealFlowLine,
  subject: ReturnType<typeof pickSubject>,
): Promise<DealFlowItem> {
  const organisation = subject && (await organisationName(context, subject.organisation));
  const texts = subject?.texts && (await listingTexts(context, subject.texts));
  return {
    seq: seq(index),
    at: line.at as DealFlowItem['at'],
    kind: line.kind as DealFlowItem['kind'],
    listingId: line.listing as DealFlowItem['listingId'],
    offerId: line.offer as DealFlowItem['offerId'],
    title: texts?.title ?? organisation?.name ?? '',
    organisationName: organisation?.name ?? '',
    sector: subject?.sector ?? '',
    amount: line.amountCents === null ? null : cents(line.amountCents),
  };
}

/** Stored lines of the public feed, with the words the reader needs. One read for all: the feed is the busiest page. */
export async function presentDealFlow(
  context: ApiContext,
  lines: readonly PlacedLine[],
): Promise<DealFlowItem[]> {
  if (lines.length === 0) return [];
  const subjects = await context.exchange.read(
    (state) =>
      new Map(
        lines.map(({ value }) => {
          const line = value as DealFlowLine;
          return [line.listing, pickSubject(state, line)];
        }),
      ),
  );
  return Promise.all(
    lines.map(({ index, value }) => {
      const line = value as DealFlowLine;
      return presentLine(context, index, line, subjects.get(line.listing));
    }),
  );
}

export const presentTotals = (index: number, figures: TotalFigures): Totals => ({
  seq: seq(index),
  openOffers: figures.openOffers,
  committed: cents(figures.committedCents),
  raised: cents(figures.raisedCents),
  commitments: figures.commitments,
  fundedVentures: figures.fundedVentures,
  holders: figures.holders,
});
