import type { Candle, CandleInterval } from '@piazza/shared/contract';
import { millis, priceCents, units, type ListingId } from '@piazza/shared/values';
import type { Figures } from '../domain/market/index.ts';
import { candlesStream, type CandleLine } from '../projections/streams.ts';
import type { ApiContext } from './context.ts';
import { existingMarket } from './present/market.ts';

const MINUTE_MS = 60_000;
/** Lines read at once. */
const chunk = 1_000;

type Bucket = { -readonly [K in keyof CandleLine]: CandleLine[K] };

const present = (line: CandleLine): Candle => ({
  at: millis(line.from),
  open: priceCents(line.open),
  high: priceCents(line.high),
  low: priceCents(line.low),
  close: priceCents(line.close),
  volume: units(line.volume),
});

/** Takes an earlier candle of the same interval in. */
function precede(bucket: Bucket, { open, high, low, volume }: CandleLine): void {
  bucket.open = open;
  bucket.high = Math.max(bucket.high, high);
  bucket.low = Math.min(bucket.low, low);
  bucket.volume += volume;
}

/** Stored candles, newest first. */
async function* stored(context: ApiContext, stream: string): AsyncGenerator<CandleLine> {
  let before: number | undefined;
  for (;;) {
    const range = before === undefined ? {} : { before };
    const entries = await context.history.page(stream, { ...range, limit: chunk });
    for (const { value } of entries) yield value as CandleLine;
    before = entries.at(-1)?.index;
    if (before === undefined || before <= 1) return;
  }
}

/** The newest `limit` intervals, newest first. The one under way is in the state until the next begins. */
async function gather(
  lines: AsyncGenerator<CandleLine>,
  open: Figures | null,
  width: number,
  limit: number,
): Promise<Bucket[]> {
  const found: Bucket[] = [];
  const take = (line: CandleLine): boolean => {
    const from = width === 0 ? line.from : line.from - (line.from % width);
    const last = found.at(-1);
    if (last?.from === from) precede(last, line);
    else if (found.length === limit) return false;
    else found.push({ ...line, from });
    return true;
  };
  let first = true;
  for await (const line of lines) {
    // What was under way when the state was read may have been finished and stored since.
    if (first && open !== null && line.from < open.from) take(open);
    first = false;
    if (!take(line)) return found;
  }
  if (first && open !== null) take(open);
  return found;
}

// Rome is whole hours from UTC, so its hours begin where those of UTC do; its days are stored as they are.
const widths: Readonly<Record<CandleInterval, number>> = {
  '1m': MINUTE_MS,
  '5m': 5 * MINUTE_MS,
  '1h': 60 * MINUTE_MS,
  '1d': 0,
};

/** The newest candles, oldest first. @param limit 1 … 500 @throws Refused not_found */
export async function readCandles(
  context: ApiContext,
  id: ListingId,
  interval: CandleInterval,
  limit: number,
): Promise<Candle[]> {
  const daily = interval === '1d';
  const open = await context.exchange.read((state) => {
    const { minute, day } = existingMarket(state, id);
    return daily ? day : minute;
  });
  await context.historySettled();
  const lines = stored(context, candlesStream(id, daily ? '1d' : '1m'));
  const found = await gather(lines, open, widths[interval], limit);
  return found.toReversed().map(present);
}
