import type { AlertId, CaseId, ListingId, PersonId } from '@piazza/shared/values';
import { millis } from '@piazza/shared/values';
import type { Finding } from '../../server/src/domain/cases/index.ts';
import type { ApiClient } from './api-client.ts';
import type { Cast } from './cast.ts';
import type { Site } from './site.ts';

let count = 0;

/** Something that a detector might have found; each call another. */
export const finding = (changes: Partial<Finding> = {}): Finding => {
  count += 1;
  return {
    detector: 'structuring',
    severity: 'high',
    listing: null,
    subjects: ['per_ines' as PersonId],
    key: `finding ${count}`,
    from: millis(1_000),
    to: millis(2_000),
    seqs: [1, 2],
    orders: [],
    figures: { times: 3, totalCents: 2_850_000 },
    ...changes,
  };
};

/** An alert about Ines, in the market where one is named, as the venue itself raises it. */
export async function raised(cast: Cast, listing: ListingId | null = null): Promise<AlertId> {
  const { exchange } = cast.venue.venue;
  const found = finding({
    listing,
    subjects: [cast.ines.id],
    detector: listing ? 'wash_trade' : 'structuring',
  });
  return (await exchange.command({ kind: 'cases.raise', finding: found }, 'venue'))['alert'] as AlertId;
}

/** A case of Olga's, of one such alert. */
export async function openedCase(cast: Cast): Promise<CaseId> {
  const params = { alertId: await raised(cast) };
  return (await cast.olga.api.call('cases.open', { params, body: { assignee: null } })).id;
}

/** An alert in a market and a case, as screens of the desk show them to an operator. */
export async function watched(
  { venue }: Site,
  operator: ApiClient,
): Promise<{ readonly alert: AlertId; readonly case: CaseId }> {
  const { exchange } = venue;
  const { listing, subject, seq } = exchange.peek(({ markets }) => {
    const market = [...markets.markets.values()].find(({ trades }) => trades > 0);
    return {
      listing: market?.listing ?? null,
      subject: market?.owners[0] ?? ('per_1' as PersonId),
      seq: exchange.durableSeq,
    };
  });
  const raise = async (): Promise<AlertId> => {
    const found = finding({ detector: 'wash_trade', listing, subjects: [subject], seqs: [seq - 200, seq] });
    return (await exchange.command({ kind: 'cases.raise', finding: found }, 'venue'))['alert'] as AlertId;
  };
  const [alert, other] = [await raise(), await raise()];
  const opened = await operator.call('cases.open', { params: { alertId: other }, body: { assignee: null } });
  return { alert, case: opened.id };
}
