import { useState, type KeyboardEvent } from 'react';

/** A place of the ladder: its side, and how many better ones that side has. */
export type Place = `bid:${number}` | `ask:${number}`;
export const keyOf = (side: 'bid' | 'ask', at: number): Place => `${side}:${at}`;

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  PageUp: (at) => at - 5,
  PageDown: (at) => at + 5,
  Home: () => 0,
  End: (_, last) => last,
};

/** Moves the focus from one price of the ladder to another; the table has them from the top down. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const move = moves[event.key];
  const table = event.currentTarget.closest('table');
  if (move === undefined || table === null) return;
  event.preventDefault();
  const prices = [...table.querySelectorAll<HTMLElement>('[data-place]')];
  const last = prices.length - 1;
  prices[Math.max(0, Math.min(last, move(prices.indexOf(event.currentTarget), last)))]?.focus();
}

/** One stop of the Tab key for the whole ladder: the place last focused, at first the best bid. It stays while prices move. */
export function useRoving(levels: { readonly bid: number; readonly ask: number }) {
  const [chosen, setActive] = useState<Place | null>(null);
  const [side, at] = (chosen ?? 'bid:0').split(':') as ['bid' | 'ask', string];
  const isThere = Number(at) < levels[side];
  const first = levels.bid > 0 ? keyOf('bid', 0) : keyOf('ask', 0);
  return { active: isThere && chosen !== null ? chosen : first, setActive };
}
