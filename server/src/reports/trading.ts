import type { Cell, Report } from './report.ts';

/** What happened to an order, as the venue keeps it. Cents, units, ms UTC. */
export interface OrderEvent {
  readonly at: number;
  readonly account: string;
  /** Its id. */
  readonly order: string;
  readonly kind: string;
  readonly side: string;
  readonly priceCents: number;
  readonly quantity: number;
  readonly remaining: number;
  readonly trade: number | null;
  readonly reason: string | null;
}

/** Records of the orders of a listing, oldest first (MiFIR art. 25(2); RTS 24 names more than this venue has). */
export const orders = (events: readonly OrderEvent[]): Report => ({
  name: 'orders',
  columns: ['at', 'order', 'account', 'event', 'side', 'price', 'quantity', 'remaining', 'trade', 'reason'],
  rows: events.map((one): Cell[] => [
    { at: one.at },
    { text: one.order },
    { text: one.account },
    { code: one.kind },
    { code: one.side },
    { cents: one.priceCents },
    { count: one.quantity },
    { count: one.remaining },
    one.trade === null ? null : { count: one.trade },
    { code: one.reason ?? '' },
  ]),
  notes: ['orders'],
});

export interface TradeEvent {
  readonly at: number;
  readonly number: number;
  readonly priceCents: number;
  readonly quantity: number;
  readonly aggressor: string;
}

export const trades = (events: readonly TradeEvent[]): Report => ({
  name: 'trades',
  columns: ['at', 'trade', 'price', 'quantity', 'value', 'aggressor'],
  rows: events.map((one): Cell[] => [
    { at: one.at },
    { count: one.number },
    { cents: one.priceCents },
    { count: one.quantity },
    { cents: one.priceCents * one.quantity },
    { code: one.aggressor },
  ]),
  notes: [],
});
