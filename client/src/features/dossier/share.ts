/** Hundredths of a percent as people write a share: "33.34", in Italian "33,34" as well. NaN for anything else. */
export function readShare(text: string): number {
  const found = /^\s*([0-9]{1,3})(?:[.,]([0-9]{1,2}))?\s*%?\s*$/.exec(text);
  if (found === null) return Number.NaN;
  const [, whole = '', part = ''] = found;
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

export const writeShare = (bps: number): string => String(bps / 100);
