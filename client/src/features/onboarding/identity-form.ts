import type { IdentityDetails } from '@piazza/shared/contract';
import { ageOn, isDay, taxIdentityProblem, type TaxCodeProblem } from '@piazza/shared/identity';
import { policy } from '@piazza/shared/policy';

const identityFields = [
  'givenName',
  'familyName',
  'birthDate',
  'street',
  'postalCode',
  'city',
  'country',
  'taxCountry',
  'taxCode',
] as const;
export type IdentityField = (typeof identityFields)[number];
export type IdentityValues = Readonly<Record<IdentityField, string>>;

export const noDetails: IdentityValues = {
  givenName: '',
  familyName: '',
  birthDate: '',
  street: '',
  postalCode: '',
  city: '',
  country: 'IT',
  taxCountry: 'IT',
  taxCode: '',
};

/** What is wrong with the form, each with the field it belongs to; nothing where it may be sent. */
export type IdentityGap = readonly [
  IdentityField,
  'missing' | 'underAge' | 'foreignProblem' | TaxCodeProblem,
];

/** Fewest characters that the venue takes. */
const fewest: Partial<Record<IdentityField, number>> = { street: 2, postalCode: 2 };

/** @param today as "2026-11-23", of the venue */
export function identityGaps(values: IdentityValues, today: string): readonly IdentityGap[] {
  const gaps: IdentityGap[] = [];
  for (const field of identityFields)
    if (values[field].trim().length < (fewest[field] ?? 1)) gaps.push([field, 'missing']);
  const { birthDate, taxCountry: country, taxCode: code } = values;
  const born = isDay(birthDate);
  if (birthDate !== '' && !born) gaps.push(['birthDate', 'missing']);
  if (born && ageOn(birthDate, today) < policy.investorAge) gaps.push(['birthDate', 'underAge']);
  if (code.trim() === '' || !born) return gaps;
  const problem = taxIdentityProblem({ country, code }, birthDate);
  if (problem !== null) gaps.push(['taxCode', country === 'IT' ? problem : 'foreignProblem']);
  return gaps;
}

/** What is sent. */
export const detailsOf = (values: IdentityValues): IdentityDetails =>
  Object.fromEntries(identityFields.map((field) => [field, values[field].trim()])) as IdentityDetails;
