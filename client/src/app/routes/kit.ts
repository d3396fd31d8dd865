import { listingId, offerId, organisationId } from '@piazza/shared/contract';
import { createRootRoute, notFound } from '@tanstack/react-router';
import type { z } from 'zod';

// The addresses alone: what is shown there is said in screens.ts. Kept apart because every link is typed by the
// addresses, and a screen full of links cannot be part of its own type.

export const root = createRootRoute();
export const getParentRoute = () => root;

/** Reads an id of the address; what has not its shape is a page that does not exist. */
export function id<T>(schema: z.ZodType<T>, text: string): T {
  const parsed = schema.safeParse(text);
  // eslint-disable-next-line typescript/only-throw-error -- the router's own signal
  if (!parsed.success) throw notFound();
  return parsed.data;
}

const stringify = <T>(params: T): T => params;
export const ofListing = {
  parse: (raw: { listingId: string }) => ({ listingId: id(listingId, raw.listingId) }),
  stringify,
};
export const ofOffer = {
  parse: (raw: { offerId: string }) => ({ offerId: id(offerId, raw.offerId) }),
  stringify,
};
export const ofOrganisation = {
  parse: (raw: { organisationId: string }) => ({ organisationId: id(organisationId, raw.organisationId) }),
  stringify,
};
