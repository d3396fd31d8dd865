import type { Wallet } from '@piazza/shared/contract';

/** Cents that can be committed now: what is available less what is promised already. Never negative. */
export const freeCents = ({ available, pledged }: Pick<Wallet, 'available' | 'pledged'>): number =>
  Math.max(0, available - pledged);
