import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import type { Chance } from '../../test/support/market-wishes.ts';

/** Lets what the kernel draws come from the seed too, so that a seed repeats everything. Returns how to undo it. */
export function seedDraws(chance: Chance): () => void {
  const real = crypto.randomInt;
  const drawn = (bound: number): number => Math.floor(chance() * bound);
  crypto.randomInt = drawn;
  syncBuiltinESMExports();
  return () => {
    crypto.randomInt = real;
    syncBuiltinESMExports();
  };
}
