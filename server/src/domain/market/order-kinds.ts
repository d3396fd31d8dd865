export const BUY = 0;
export const SELL = 1;
export type SideCode = typeof BUY | typeof SELL;

export type Side = 'buy' | 'sell';
export type OrderType = 'limit' | 'market';
export type TimeInForce = 'day' | 'gtc' | 'gtd' | 'ioc' | 'fok' | 'auction';
export type SelfMatch = 'cancel_newest' | 'cancel_oldest' | 'cancel_both';
export type CancelReason =
  | 'owner'
  | 'self_match'
  | 'immediate'
  | 'expired'
  | 'session_end'
  | 'dead_man'
  | 'operator'
  | 'amended'
  | 'owner_barred'
  | 'dispute';

/** Codes are written into the journal: only ever add at the end. */
const sides = ['buy', 'sell'] as const;
const timesInForce = ['day', 'gtc', 'gtd', 'ioc', 'fok', 'auction'] as const;
const cancelReasons = [
  'owner',
  'self_match',
  'immediate',
  'expired',
  'session_end',
  'dead_man',
  'operator',
  'amended',
  'owner_barred',
  'dispute',
] as const;
const selfMatches = ['off', 'cancel_newest', 'cancel_oldest', 'cancel_both'] as const;
const orderTypes = ['limit', 'market'] as const;

export const sideCode = (side: Side): SideCode => (side === 'buy' ? BUY : SELL);
export const sideOf = (code: number): Side => sides[code] as Side;
export const reasonCode = (reason: CancelReason): number => cancelReasons.indexOf(reason);
export const reasonOf = (code: number): CancelReason => cancelReasons[code] as CancelReason;
/** These are asked several times for each order: a search of the list above would be most of what they cost. */
export function selfMatchCode(rule: SelfMatch): number {
  if (rule === 'cancel_newest') return 1;
  return rule === 'cancel_oldest' ? 2 : 3;
}
export const selfMatchOf = (code: number): SelfMatch => selfMatches[code] as SelfMatch;
export const orderTypeCode = (type: OrderType): number => (type === 'limit' ? 0 : 1);
export const orderTypeOf = (code: number): OrderType => orderTypes[code] as OrderType;
export function timeInForceCode(time: TimeInForce): number {
  switch (time) {
    case 'day':
      return 0;
    case 'gtc':
      return 1;
    case 'gtd':
      return 2;
    case 'ioc':
      return 3;
    case 'fok':
      return 4;
    case 'auction':
      return 5;
  }
}
export const timeInForceOf = (code: number): TimeInForce => timesInForce[code & 7] as TimeInForce;

/** How long an order rests, as the book keeps it: the code, and for GTD its last day (days since 1970 in Europe/Rome). */
export const restingTime = (time: TimeInForce, lastDay: number): number =>
  timeInForceCode(time) | (lastDay << 3);
/** Last day of a GTD order; 0 for all others. */
export const lastDayOf = (resting: number): number => resting >> 3;
