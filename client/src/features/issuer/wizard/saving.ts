import type { ListingView } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { api, queryClient, queryKey, Refused, Unreachable, uuid } from '../../../api/index.ts';
import type { AutosavePorts, Saved } from '../draft/autosave.ts';

export const savedOf = ({ draft, revision, savedAt }: ListingView): Saved => ({ draft, revision, savedAt });

const passing: ReadonlySet<string> = new Set(['rate_limited', 'shutting_down', 'session_expired']);

function judge(error: unknown): 'silence' | 'stale' | 'refused' {
  if (error instanceof Unreachable) return 'silence';
  if (!(error instanceof Refused)) return 'refused';
  if (error.code === 'stale_revision') return 'stale';
  return passing.has(error.code) ? 'silence' : 'refused';
}

/** How a draft travels to the venue, and what its silence and its refusals mean. */
export const portsFor = (listingId: ListingId): AutosavePorts => ({
  send: async ({ draft, revision, key }) => {
    const view = await api(
      'listings.saveDraft',
      { params: { listingId }, body: { revision, draft } },
      { key },
    );
    queryClient.setQueryData<ListingView>(queryKey('listings.read', { params: { listingId } }), (known) =>
      known !== undefined && known.revision > view.revision ? known : view,
    );
    return savedOf(view);
  },
  judge,
  newKey: uuid,
  later: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
});
