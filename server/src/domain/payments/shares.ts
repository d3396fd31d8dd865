/** A share of an amount, rounded down to the cent, and what the rounding left; exact beyond the safe integers. */
function shareDown(amount: number, units: number, total: number): readonly [cents: number, rest: number] {
  const product = amount * units;
  if (Number.isSafeInteger(product)) return [Math.floor(product / total), product % total];
  const [exact, all] = [BigInt(amount) * BigInt(units), BigInt(total)];
  return [Number(exact / all), Number(exact % all)];
}

/**
 * Divides an amount among holders by their units: each gets its share rounded down to the cent, and the cents that are
 * left go one each to those whose share lost most by it, among equals to who comes first. Sums to the amount exactly.
 * @param units of each holder, each above 0
 */
export function sharesOf(amountCents: number, units: readonly number[]): number[] {
  const total = units.reduce((sum, one) => sum + one, 0);
  const parts = units.map((one) => shareDown(amountCents, one, total));
  const shares = parts.map(([cents]) => cents);
  let left = amountCents - shares.reduce((sum, cents) => sum + cents, 0);
  const byLoss = parts.map((_, at) => at).toSorted((a, b) => restOf(parts, b) - restOf(parts, a) || a - b);
  for (const at of byLoss) {
    if (left === 0 || units.length === 0) break;
    shares[at] = (shares[at] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}

const restOf = (parts: readonly (readonly [number, number])[], at: number): number => parts[at]?.[1] ?? 0;
