import { z } from 'zod';
import { policy } from '../policy/index.ts';
import { countries } from '../values/index.ts';
import type { LegalForm } from './organisations.ts';
import { line, personId, positiveAmount, stamp, text, documentId, listingId, organisationId } from './kit.ts';

/** Where the organisation is registered, and where it sits. Everything may still be missing while it is filled in. */
export const registration = z.object({
  /** What kind it is where the profile says "other"; empty elsewhere. */
  formWords: line(120, 0),
  country: z.enum(countries),
  /** Such as "Registro imprese di Torino" or "RUNTS". */
  registerName: line(120, 0),
  registerNumber: line(60, 0),
  /** As written; empty while it is missing. For Italy the partita IVA, or the numeric tax code of who has none. */
  vatNumber: line(24, 0),
  street: line(120, 0),
  postalCode: line(12, 0),
  town: line(80, 0),
});
export type Registration = z.output<typeof registration>;
export const emptyRegistration: Registration = {
  formWords: '',
  country: 'IT',
  registerName: '',
  registerNumber: '',
  vatNumber: '',
  street: '',
  postalCode: '',
  town: '',
};

const shareBps = z.int().min(policy.beneficialOwnerBps).max(10_000);

/** A natural person who owns or controls a quarter or more, directly or through others (directive 2015/849 art. 3(6)). */
const beneficialOwner = z.object({
  name: line(120, 2),
  birthDate: z.iso.date(),
  residence: z.enum(countries),
  shareBps,
});

/** Where nobody holds a quarter, the senior manager stands in their place, named. */
export const owners = z.object({
  owners: z.array(beneficialOwner).max(Math.floor(10_000 / policy.beneficialOwnerBps)),
  seniorManager: z.object({ name: line(120, 2), position: line(80, 2) }).nullable(),
});
export type Owners = z.output<typeof owners>;

/** An offer to the public made elsewhere, which counts into the cap for twelve months (ECSPR art. 1(2)(c)). */
export const offPlatformOffer = z.object({
  amount: positiveAmount,
  on: z.iso.date(),
  where: line(120, 2),
});
export type OffPlatformOffer = z.output<typeof offPlatformOffer>;

/** What whoever speaks for the issuer declares of it: each must be so (ECSPR art. 2(1)(h), 8(2)). */
export const declarations = z.object({
  notConsumer: z.boolean(),
  notShareholder: z.boolean(),
  notManager: z.boolean(),
  notEmployee: z.boolean(),
  notControlled: z.boolean(),
});
export type Declarations = z.output<typeof declarations>;
export const declarationNames = Object.keys(declarations.shape) as (keyof Declarations)[];

/** What the venue checks of an issuer before it admits it (ECSPR art. 5(2); DOMAIN §8 for the owners). */
export const checkItems = [
  'criminal_record',
  'jurisdiction',
  'register_extract',
  'owners_identified',
  'sanctions',
  'conflicts',
] as const;

export const documentKinds = [
  'statute',
  'balance_sheet',
  'register_extract',
  'business_plan',
  'impact_evidence',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];
const documentTypes = ['pdf', 'png', 'jpeg', 'txt', 'csv', 'docx', 'xlsx', 'odt'] as const;
export type DocumentType = (typeof documentTypes)[number];
/** Everybody; the issuer and operators; operators alone. */
export const visibilities = ['public', 'issuer', 'operators'] as const;
export type Visibility = (typeof visibilities)[number];

export const documentView = z.object({
  id: documentId,
  organisationId,
  /** Null for a document of the organisation as such. */
  listingId: listingId.nullable(),
  kind: z.enum(documentKinds),
  type: z.enum(documentTypes),
  name: z.string(),
  size: z.int().min(0),
  visibility: z.enum(visibilities),
  at: stamp,
  /** Null while it is there. What was removed has no bytes any more. */
  removedAt: stamp.nullable(),
});
export type DocumentView = z.output<typeof documentView>;

export const check = z.object({
  item: z.enum(checkItems),
  at: stamp,
  by: z.string(),
  reason: text(2_000),
  document: documentView.nullable(),
});
export type Check = z.output<typeof check>;

export const representative = z.object({ id: personId, name: z.string(), me: z.boolean() });
export const invitation = z.object({ email: z.string(), by: z.string(), expiresAt: stamp });

/** Names of what is still missing where an organisation of that legal form is registered and sits. */
export function registrationGaps(value: Registration, legalForm: LegalForm): string[] {
  const { country: _country, ...rest } = value;
  return Object.entries(rest)
    .filter(([name, one]) => one.trim() === '' && (name !== 'formWords' || legalForm === 'other'))
    .map(([name]) => `registration.${name}`);
}

/** Owners are named, or that nobody holds a quarter is said by naming the senior manager. */
export const ownersGaps = (value: Owners): string[] =>
  value.owners.length === 0 && value.seniorManager === null ? ['owners.seniorManager'] : [];

export const declarationGaps = (value: Declarations): string[] =>
  declarationNames.filter((name) => !value[name]).map((name) => `declarations.${name}`);

/** What is missing of a part that was never saved. */
export const unsavedGaps = {
  registration: registrationGaps(emptyRegistration, 'ets'),
  owners: ['owners.seniorManager'],
  offers: ['offers.declared'],
  declarations: declarationNames.map((name) => `declarations.${name}`),
} as const;
