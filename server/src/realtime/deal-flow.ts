import type { DealFlowItem, Totals } from '@piazza/shared/contract';
import type { ApiContext } from '../api/context.ts';
import { presentDealFlow, presentTotals } from '../api/present/deal-flow.ts';
import { dealFlowStream, totalsOf } from '../projections/deal-flow.ts';

/** Items a subscriber may have missed and still gets one by one. */
const resumeLimit = 500;
const snapshotItems = 50;

export interface FeedStart {
  readonly mode: 'resumed' | 'snapshot';
  /** Oldest first. */
  readonly items: DealFlowItem[];
  readonly totals: Totals;
}

/** Where a subscriber begins: after what it has, or, when it has missed too much, at the newest items. */
export async function readDealFlowFrom(context: ApiContext, after: number | undefined): Promise<FeedStart> {
  await context.historySettled();
  const { history } = context;
  const newest = await history.length(dealFlowStream);
  const resumes = after !== undefined && after <= newest && newest - after <= resumeLimit;
  const entries = resumes
    ? await history.page(dealFlowStream, { after, limit: resumeLimit })
    : (await history.page(dealFlowStream, { limit: snapshotItems })).toReversed();
  const items = await presentDealFlow(context, entries);
  const figures = await context.exchange.read(totalsOf);
  return {
    mode: resumes ? 'resumed' : 'snapshot',
    items,
    totals: presentTotals(items.at(-1)?.seq ?? newest, figures),
  };
}
