import type { DutiesView, ToDeclare } from '@piazza/shared/contract';
import { dayText } from '@piazza/shared/calendar';
import { owedOf, yearCents, type Issue, type OwedTrade } from '../../domain/duties/index.ts';
import type { Insider } from '../../domain/insiders/index.ts';
import type { ApiContext } from '../context.ts';
import { wordsOf } from './disclosure.ts';

/** What of an issue its managers' trades are told from. */
export interface TradesPick {
  readonly issue: Issue | undefined;
  readonly insiders: readonly Insider[];
  /** Entries of the insider list that are the reader's own. */
  readonly own: ReadonlySet<number>;
}

/** A name of the insider list; a dash once its key is destroyed. */
export const nameOf = async (context: ApiContext, sealed: Insider['name']): Promise<string> =>
  (await wordsOf(context, sealed)) || '—';

const managerName = async (context: ApiContext, { insiders }: TradesPick, entry: number): Promise<string> => {
  const name = insiders[entry - 1]?.name;
  return name === undefined ? '' : nameOf(context, name);
};

/** What managers have declared, the newest first. */
export const presentTrades = (pick: TradesPick, context: ApiContext): Promise<DutiesView['trades']> =>
  Promise.all(
    (pick.issue?.trades ?? []).toReversed().map(async (trade) => {
      const { number, side, quantity, priceCents, day, onVenue, at, late } = trade;
      return {
        number,
        manager: await managerName(context, pick, trade.entry),
        side,
        quantity: quantity as never,
        price: priceCents as never,
        amount: (quantity * priceCents) as never,
        on: dayText(day),
        onVenue,
        declaredAt: at,
        late,
        yearAmount: trade.yearCents as never,
      };
    }),
  );

/** The trades of one manager on one day, which are declared together. */
function byDay(owed: readonly OwedTrade[]): OwedTrade[][] {
  const found = new Map<string, OwedTrade[]>();
  for (const one of owed) {
    const key = `${one.trade.day} ${one.trade.entry}`;
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return [...found.values()];
}

/** Each side and price once. */
function linesOf(trades: readonly OwedTrade[]): ToDeclare['trades'] {
  const found = new Map<string, ToDeclare['trades'][number]>();
  for (const { trade } of trades) {
    const { side, priceCents } = trade;
    const key = `${side} ${priceCents}`;
    const quantity = (found.get(key)?.quantity ?? 0) + trade.quantity;
    const amount = quantity * priceCents;
    found.set(key, {
      side,
      quantity: quantity as never,
      price: priceCents as never,
      amount: amount as never,
    });
  }
  return [...found.values()];
}

/** What managers traded here and have not declared: their own, and to the issuer and operators what has to be. */
export async function presentOwed(
  context: ApiContext,
  pick: TradesPick,
  inside: boolean,
): Promise<ToDeclare[]> {
  const { issue, own } = pick;
  if (issue === undefined) return [];
  const now = context.exchange.now();
  const shown = owedOf(issue).filter(({ owed, trade }) => own.has(trade.entry) || (inside && owed));
  return Promise.all(
    byDay(shown).map(async (trades) => {
      const { entry, day } = (trades[0] as OwedTrade).trade;
      const { dueAt } = trades[0] as OwedTrade;
      const owed = trades.some((one) => one.owed);
      const last = Math.max(...trades.map(({ trade }) => trade.number));
      return {
        entry,
        manager: await managerName(context, pick, entry),
        own: own.has(entry),
        on: dayText(day),
        trades: linesOf(trades),
        amount: trades.reduce((sum, { trade }) => sum + trade.quantity * trade.priceCents, 0) as never,
        yearAmount: yearCents(issue, entry, day, last, day) as never,
        owed,
        dueAt,
        overdue: owed && dueAt <= now,
      };
    }),
  );
}
