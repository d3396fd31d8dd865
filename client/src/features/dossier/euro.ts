/**
 * An amount as people write it, in the form of the wire: "1.250,5" and "1,250.50" are "1250.50". A lone mark before
 * three digits groups them. Empty for anything else.
 */
export function readEuro(text: string): string {
  const plain = text.replaceAll(/[\s€]/g, '');
  const found = /^([0-9]{1,3}(?:[.,][0-9]{3})*|[0-9]+)(?:[.,]([0-9]{1,2}))?$/.exec(plain);
  if (found === null) return '';
  const [, whole = '', part = ''] = found;
  const digits = whole.replaceAll(/[.,]/g, '').replace(/^0+(?=[0-9])/, '');
  return `${digits}.${part.padEnd(2, '0')}`;
}

/** Cents as plain digits, to be changed. */
export const writeEuro = (cents: number): string =>
  cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
