import type { Brand } from './brand.ts';

export type PersonId = Brand<string, 'PersonId'>;
export type OrganisationId = Brand<string, 'OrganisationId'>;
export type ListingId = Brand<string, 'ListingId'>;
export type OfferId = Brand<string, 'OfferId'>;
export type CommitmentId = Brand<string, 'CommitmentId'>;

/** Prefix of every kind of id; the rest is the seq of the record that created it, in base 36. */
export const idPrefixes = {
  person: 'per',
  organisation: 'org',
  listing: 'lst',
  offer: 'ofr',
  commitment: 'cmt',
} as const;
export type IdKind = keyof typeof idPrefixes;

const shapes = Object.fromEntries(
  Object.entries(idPrefixes).map(([kind, prefix]) => [kind, new RegExp(`^${prefix}_[0-9a-z]{1,12}$`)]),
) as Record<IdKind, RegExp>;

/** Whether the text has the shape of an id of that kind (existence is another matter). */
export const isId = (kind: IdKind, text: string): boolean => shapes[kind].test(text);

/** The pattern of an id of that kind, for schemas. */
export const idPattern = (kind: IdKind): RegExp => shapes[kind];
