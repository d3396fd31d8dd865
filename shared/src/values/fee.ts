/** What is asked for a service, in whole cents. */
export interface Fee {
  readonly netCents: number;
  readonly vatCents: number;
  readonly totalCents: number;
}
export const noFee: Fee = { netCents: 0, vatCents: 0, totalCents: 0 };

const whole = 10_000;

/** A share of an amount, rounded up to the cent; exact where the product leaves the safe integers too. */
function shareUp(cents: number, bps: number): number {
  const product = cents * bps;
  if (Number.isSafeInteger(product)) return Math.ceil(product / whole);
  return Number((BigInt(cents) * BigInt(bps) + BigInt(whole - 1)) / BigInt(whole));
}

/** A sum with the VAT on it, in hundredths of a percent. @param netCents whole cents, 0 or more */
export function sumWithVat(netCents: number, vatBps: number): Fee {
  const vatCents = shareUp(netCents, vatBps);
  return { netCents, vatCents, totalCents: netCents + vatCents };
}

/**
 * The fee on an amount, its net and its VAT each rounded up to the cent, so that parts never cost less than the whole.
 * @param cents 0 or more
 * @param bps of the amount, 0 … 10,000
 * @param vatBps of the net fee
 */
export const shareWithVat = (cents: number, bps: number, vatBps: number): Fee =>
  bps === 0 ? noFee : sumWithVat(shareUp(cents, bps), vatBps);
