/**
 * Shape of a VAT number by country, without the country's letters: the member states' own as the Commission lists
 * them for VIES, and neighbours whose issuers the venue takes. The numbers are not asked for in VIES.
 */
const shapes = {
  AT: /^U[0-9]{8}$/,
  BE: /^[01][0-9]{9}$/,
  BG: /^[0-9]{9,10}$/,
  CH: /^E?[0-9]{9}(?:MWST|TVA|IVA)?$/,
  CY: /^[0-9]{8}[A-Z]$/,
  CZ: /^[0-9]{8,10}$/,
  DE: /^[0-9]{9}$/,
  DK: /^[0-9]{8}$/,
  EE: /^[0-9]{9}$/,
  ES: /^[A-Z0-9][0-9]{7}[A-Z0-9]$/,
  FI: /^[0-9]{8}$/,
  FR: /^[A-Z0-9]{2}[0-9]{9}$/,
  GB: /^(?:[0-9]{9}|[0-9]{12})$/,
  GR: /^[0-9]{9}$/,
  HR: /^[0-9]{11}$/,
  HU: /^[0-9]{8}$/,
  IE: /^[0-9][A-Z0-9+*][0-9]{5}[A-Z]{1,2}$/,
  IS: /^[0-9]{5,6}$/,
  IT: /^[0-9]{11}$/,
  LI: /^[0-9]{5}$/,
  LT: /^(?:[0-9]{9}|[0-9]{12})$/,
  LU: /^[0-9]{8}$/,
  LV: /^[0-9]{11}$/,
  MT: /^[0-9]{8}$/,
  NL: /^[0-9]{9}B[0-9]{2}$/,
  NO: /^[0-9]{9}(?:MVA)?$/,
  PL: /^[0-9]{10}$/,
  PT: /^[0-9]{9}$/,
  RO: /^[0-9]{2,10}$/,
  SE: /^[0-9]{12}$/,
  SI: /^[0-9]{8}$/,
  SK: /^[0-9]{10}$/,
  SM: /^[0-9]{3,5}$/,
} as const;
export type Country = keyof typeof shapes;
export const countries = Object.keys(shapes) as [Country, ...Country[]];

/** As people copy it: blanks, dots, dashes and the country's own letters in front do not count. */
export function plainVat(country: Country, text: string): string {
  const plain = text.toUpperCase().replaceAll(/[\s.\-/]/g, '');
  // Greece writes EL where everybody else writes GR.
  const letters = country === 'GR' ? 'EL' : country;
  return plain.startsWith(letters) && !shapes[country].test(plain) ? plain.slice(letters.length) : plain;
}

/**
 * Whether eleven digits are a partita IVA: seven of the taxpayer, three of the office, and a check digit by the rule of
 * Luhn (DPR 633/1972 art. 35; DM 23 December 1976). The numeric tax code of an entity follows the same rule.
 */
export function isPartitaIva(digits: string): boolean {
  if (!/^[0-9]{11}$/.test(digits) || digits === '00000000000') return false;
  let sum = 0;
  for (let at = 0; at < 11; at += 1) {
    const digit = Number(digits[at]) * (at % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** Whether it is a VAT number of the country: by its check digit for Italy, by its shape for others. */
export function isVat(country: Country, text: string): boolean {
  const plain = plainVat(country, text);
  return country === 'IT' ? isPartitaIva(plain) : shapes[country].test(plain);
}
