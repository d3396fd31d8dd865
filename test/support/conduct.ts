import type { ComplaintId } from '@piazza/shared/values';
import type { ComplaintForm } from '@piazza/shared/contract';
import type { Cast, Player } from './cast.ts';

/** A complaint as the template has it, about nothing in particular. */
export const complaint = (changes: Partial<ComplaintForm> = {}): ComplaintForm => ({
  complainant: {
    name: 'Ines Innocenti',
    registration: '',
    address: 'Via Esempio 1, Torino',
    email: 'ines@example.org',
    phone: '',
  },
  representative: null,
  service: 'information',
  listingId: null,
  reference: '',
  people: '',
  description: 'The sheet names a date that has passed.',
  happenedOn: '1 March',
  damage: '',
  other: '',
  documents: [],
  ...changes,
});

/** A complaint that waits for an answer; Ines takes back what she has complained about before. */
export async function complained(cast: Cast, who: Player = cast.ines): Promise<ComplaintId> {
  const own = await who.api.call('complaints.mine', { query: { limit: 100 } });
  for (const { id, endedAt } of own.items)
    if (endedAt === null) await who.api.call('complaints.withdraw', { params: { complaintId: id } });
  return (await who.api.call('complaints.file', { body: complaint() })).id;
}

/** An interest that Olga has declared. */
export async function declared(cast: Cast): Promise<string> {
  const body = { interest: 'other', organisationId: null, words: 'A seat on a board of readers' } as const;
  return (await cast.olga.api.call('conflicts.declare', { body })).id;
}

/** A day on which fees may begin. */
export const later = (cast: Cast): string =>
  new Date(cast.venue.venue.exchange.now() + 60 * 86_400_000).toISOString();
