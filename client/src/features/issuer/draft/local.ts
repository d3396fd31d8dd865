import type { Draft, Locale } from '@piazza/shared/contract';
import type { PersonId } from '@piazza/shared/values';
import type { DraftForm } from './form.ts';

/** What was typed in this window and is not at the venue yet. */
interface Kept {
  readonly person: PersonId;
  readonly form: DraftForm;
  readonly locale: Locale;
  readonly base: { readonly draft: Draft; readonly revision: number; readonly savedAt: number };
}

const keptName = (listing: string): string => `piazza.draft.${listing}`;

/** Keeps it for as long as this window lives, or forgets it. */
export function keep(listing: string, kept: Kept | null): void {
  if (kept === null) sessionStorage.removeItem(keptName(listing));
  else sessionStorage.setItem(keptName(listing), JSON.stringify(kept));
}

/** What this person left unsaved in this window. */
export function findKept(listing: string, person: PersonId): Kept | null {
  const text = sessionStorage.getItem(keptName(listing));
  if (text === null) return null;
  const kept = JSON.parse(text) as Kept;
  return kept.person === person && 'base' in kept ? kept : null;
}

const editedName = (listing: string, request: number): string => `piazza.edited.${listing}.${request}`;

/** Fields changed on this device since reviewers asked for changes at `request`. */
export const editedSince = (listing: string, request: number): readonly string[] =>
  JSON.parse(localStorage.getItem(editedName(listing, request)) ?? '[]') as string[];

export function noteEdited(listing: string, request: number, fields: readonly string[]): void {
  localStorage.setItem(editedName(listing, request), JSON.stringify(fields));
}
