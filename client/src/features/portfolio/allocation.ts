/** A part of the whole that is invested. */
export interface Part {
  readonly name: string;
  readonly cents: number;
  /** Hundredths of a percent of the whole; all parts together are 10,000. */
  readonly bps: number;
}

/** Gives what rounding down left over to the parts that lost most by it. */
function roundTogether(exact: readonly number[], whole: number): readonly number[] {
  const down = exact.map(Math.floor);
  let left = whole - down.reduce((sum, each) => sum + each, 0);
  const byLoss = exact.map((each, at) => ({ at, loss: each - Math.floor(each) }));
  for (const { at } of byLoss.toSorted((a, b) => b.loss - a.loss || a.at - b.at)) {
    if (left === 0) break;
    down[at] = (down[at] ?? 0) + 1;
    left -= 1;
  }
  return down;
}

/** How a sum is spread over the names of its items, largest first. Nothing where nothing is invested. */
export function partsOf<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  centsOf: (item: Item) => number,
): readonly Part[] {
  const sums = new Map<string, number>();
  for (const item of items) sums.set(nameOf(item), (sums.get(nameOf(item)) ?? 0) + centsOf(item));
  const sorted = [...sums].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  const total = sorted.reduce((sum, [, cents]) => sum + cents, 0);
  if (total === 0) return [];
  const shares = roundTogether(
    sorted.map(([, cents]) => (cents * 10_000) / total),
    10_000,
  );
  return sorted.map(([name, cents], at) => ({ name, cents, bps: shares[at] ?? 0 }));
}
