import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import type { Chance } from '../../test/support/market-wishes.ts';

/**
 * Lets what the kernel draws come from the seed too, and its slices of work take no time, so that a seed repeats
 * everything. Returns how to undo it.
 */
export function tame(chance: Chance): () => void {
  const draw = crypto.randomInt;
  const now = performance.now.bind(performance);
  const drawn = (bound: number): number => Math.floor(chance() * bound);
  crypto.randomInt = drawn;
  performance.now = () => 0;
  syncBuiltinESMExports();
  return () => {
    crypto.randomInt = draw;
    performance.now = now;
    syncBuiltinESMExports();
  };
}
