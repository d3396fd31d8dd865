import type { DealFlowItem, Totals } from '@piazza/shared/contract';
import { cents, seq } from '@piazza/shared/values';
import type { DealFlowLine } from '../../projections/deal-flow.ts';
import type { TotalFigures } from '../../projections/effects.ts';
import type { ApiContext } from '../context.ts';
import { listingTexts, organisationName } from './words.ts';

/** One stored line of the public feed, with the words the reader needs. */
export async function presentDealFlow(
  context: ApiContext,
  index: number,
  line: DealFlowLine,
): Promise<DealFlowItem> {
  const { exchange } = context;
  // What a listing says is frozen once it is public, and the line itself is durable.
  const { content, organisation } = exchange.peek((state) => {
    const listing = state.listings.listings.get(line.listing as never);
    return {
      content: listing?.content,
      organisation: listing && state.organisations.organisations.get(listing.organisation),
    };
  });
  const texts = content === undefined ? undefined : await listingTexts(context, content.texts);
  return {
    seq: seq(index),
    at: line.at as DealFlowItem['at'],
    kind: line.kind as DealFlowItem['kind'],
    listingId: line.listing as DealFlowItem['listingId'],
    offerId: line.offer as DealFlowItem['offerId'],
    title: texts?.title ?? '',
    organisationName: organisation === undefined ? '' : (await organisationName(context, organisation)).name,
    sector: content?.facts.sector ?? '',
    amount: line.amountCents === null ? null : cents(line.amountCents),
  };
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
