import { isForeignId, writtenForeignId } from './foreign.ts';
import { taxCodeProblem, writtenTaxCode, type TaxCodeProblem } from './tax-code.ts';

export * from './foreign.ts';
export * from './tax-code.ts';

/** By which a country knows a person. */
export interface TaxIdentity {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly code: string;
}

/** What is wrong with a tax identity of somebody born that day ("1984-04-09"); null when nothing is. */
export const taxIdentityProblem = (
  { country, code }: TaxIdentity,
  birthDate: string,
): TaxCodeProblem | null => {
  if (country === 'IT') return taxCodeProblem(code, birthDate);
  return isForeignId(code) ? null : 'shape';
};

/** The one form of a tax identity: the same human being gives the same, however they write it. */
export const writtenTaxIdentity = ({ country, code }: TaxIdentity): string =>
  `${country} ${country === 'IT' ? writtenTaxCode(code) : writtenForeignId(code)}`;

/** Whether the text is a day that exists: "2000-02-29". */
export function isDay(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Years completed on `day` by somebody born on `birthDate`; both as "1984-04-09". Born on 29 February: on 1 March. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
