import type { Draft, ListingView, Locale } from '@piazza/shared/contract';
import type { ListingId, PersonId } from '@piazza/shared/values';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { api, queryClient, queryKey, Refused, Unreachable, useMe, uuid } from '../../../api/index.ts';
import { useFormat } from '../../../locale/use-format.ts';
import { useVenueNow } from '../../../realtime/index.ts';
import { Autosave, type AutosavePorts, type Saved } from '../draft/autosave.ts';
import type { InputName } from '../draft/fields.ts';
import { keepUnread, openForm, readForm, translateForm, type DraftForm } from '../draft/form.ts';
import { findKept, keep } from '../draft/local.ts';
import { sameDraft } from '../draft/same.ts';
import { termProblems } from '../draft/terms.ts';

const savedOf = ({ draft, revision, savedAt }: ListingView): Saved => ({ draft, revision, savedAt });

const passing: ReadonlySet<string> = new Set(['rate_limited', 'shutting_down', 'session_expired']);

function judge(error: unknown): 'silence' | 'stale' | 'refused' {
  if (error instanceof Unreachable) return 'silence';
  if (!(error instanceof Refused)) return 'refused';
  if (error.code === 'stale_revision') return 'stale';
  return passing.has(error.code) ? 'silence' : 'refused';
}

const portsFor = (listingId: ListingId): AutosavePorts => ({
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

/** What happened to the inputs without the reader's doing, to be said once. */
export type News = 'restored' | 'followed' | null;

interface Written {
  readonly form: DraftForm;
  readonly locale: Locale;
}

function begin(listing: ListingView, locale: Locale, person: PersonId | undefined) {
  const kept = person === undefined ? null : findKept(listing.id, person);
  const autosave = new Autosave(kept?.base ?? savedOf(listing), portsFor(listing.id));
  const written: Written = kept ?? { form: openForm(listing.draft, locale), locale };
  return { autosave, written: { form: written.form, locale: written.locale }, restored: kept !== null };
}

/** The draft under the reader's hands: its inputs, what they mean, and how far they are saved. */
export function useDraft(listing: ListingView) {
  const { locale } = useFormat();
  const person = useMe()?.id;
  const now = useVenueNow(60_000);
  const [begun] = useState(() => begin(listing, locale, person));
  const { autosave } = begun;
  const [written, setWritten] = useState<Written>(begun.written);
  const latest = useRef(written);
  const [news, setNews] = useState<News>(begun.restored ? 'restored' : null);
  const state = useSyncExternalStore(autosave.subscribe, autosave.state);
  const saved = useSyncExternalStore(autosave.subscribe, autosave.saved);
  // Read in the language it was typed in: a change of language rewrites the figures a moment later.
  const reading = useMemo(() => readForm(written.form, written.locale, saved.draft), [written, saved]);
  const problems = useMemo(
    () => [...reading.unread, ...termProblems(reading.draft.facts, now)],
    [reading, now],
  );
  const show = useCallback((next: Written) => {
    latest.current = next;
    setWritten(next);
  }, []);
  const type = useCallback(
    (next: Written) => {
      show(next);
      setNews(null);
      autosave.change(readForm(next.form, next.locale, autosave.saved().draft).draft);
    },
    [autosave, show],
  );

  useEffect(() => {
    const { form, locale: own } = latest.current;
    if (begun.restored) autosave.change(readForm(form, own, autosave.saved().draft).draft);
  }, [begun, autosave]);

  useEffect(() => {
    const old = latest.current;
    if (old.locale !== locale)
      show({ form: translateForm(old.form, old.locale, locale, autosave.saved().draft), locale });
  }, [locale, autosave, show]);

  useEffect(() => {
    const typed = !sameDraft(reading.draft, saved.draft) || reading.unread.length > 0;
    if (person !== undefined) keep(listing.id, typed ? { person, ...written, base: saved } : null);
  }, [listing.id, person, reading, written, saved]);

  useEffect(() => {
    const heard = savedOf(listing);
    const follow = () => {
      const { form, locale: own } = latest.current;
      const { draft, unread } = readForm(form, own, autosave.saved().draft);
      if (!autosave.hear(heard) || sameDraft(draft, heard.draft)) return;
      show({ form: keepUnread(form, unread, openForm(heard.draft, own)), locale: own });
      setNews('followed');
    };
    follow();
    // News that came in the middle of a save is taken up after it.
    return autosave.subscribe(follow);
  }, [autosave, listing, show]);

  const set = useCallback(
    (name: InputName, value: string) => {
      type({ ...latest.current, form: { ...latest.current.form, [name]: value } });
    },
    [type],
  );
  const agree = useCallback(
    (theirs: Saved, agreed: Draft) => {
      show({ form: openForm(agreed, locale), locale });
      autosave.resolve(theirs, agreed);
    },
    [autosave, locale, show],
  );
  const { draft, unread } = reading;
  return { form: written.form, draft, unread, problems, state, saved, news, set, agree, autosave };
}
export type DraftInHand = ReturnType<typeof useDraft>;
