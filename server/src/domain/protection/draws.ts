import { optionCount } from '@piazza/shared/knowledge';

/** A whole number from 0 to below the bound. */
export type Draw = (bound: number) => number;

/** A record draws one number; all that a paper needs is made of it (mulberry32, by Tommy Ettinger, public domain). */
export function drawsOf(seed: number): Draw {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** The first `count` of a shuffled list (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], count: number, draw: Draw): T[] {
  const rest = [...list];
  const taken: T[] = [];
  while (taken.length < count && rest.length > 0) taken.push(...rest.splice(draw(rest.length), 1));
  return taken;
}

/** Of the options of a question. */
export const places = Array.from({ length: optionCount }, (_, place) => place);

/** The options of a question in an order that is drawn. */
export const placeOrder = (draw: Draw): number[] => shuffled(places, optionCount, draw);
