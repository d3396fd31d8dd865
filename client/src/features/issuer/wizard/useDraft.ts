import type { Draft, ListingView, Locale } from '@piazza/shared/contract';
import type { ListingId, PersonId } from '@piazza/shared/values';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type RefObject,
} from 'react';
import { useMe } from '../../../api/index.ts';
import { useFormat } from '../../../locale/use-format.ts';
import { useVenueNow } from '../../../realtime/index.ts';
import { Autosave, type Saved } from '../draft/autosave.ts';
import type { InputName } from '../draft/fields.ts';
import {
  keepUnread,
  openForm,
  readForm,
  translateForm,
  type DraftForm,
  type Reading,
} from '../draft/form.ts';
import { findKept, keep } from '../draft/local.ts';
import { sameDraft } from '../draft/same.ts';
import { termProblems } from '../draft/terms.ts';
import { portsFor, savedOf } from './saving.ts';

/** What happened to the inputs without the reader's doing, to be said once. */
type News = 'restored' | 'followed' | null;

interface Written {
  readonly form: DraftForm;
  readonly locale: Locale;
}

/** The inputs as they stand, at hand for whoever answers an event before the next rendering. */
interface Inputs {
  readonly latest: RefObject<Written>;
  readonly show: (next: Written) => void;
}

const read = ({ form, locale }: Written, saved: Saved): Reading => readForm(form, locale, saved.draft);

function begin(listing: ListingView, locale: Locale, person: PersonId | undefined) {
  const kept = person === undefined ? null : findKept(listing.id, person);
  const saved = savedOf(listing);
  const autosave = new Autosave(kept?.base ?? saved, portsFor(listing.id));
  if (kept === null)
    return { autosave, written: { form: openForm(listing.draft, locale), locale }, restored: false };
  const written: Written = { form: kept.form, locale: kept.locale };
  const { draft, unread } = read(written, kept.base);
  return { autosave, written, restored: unread.length > 0 || !sameDraft(draft, listing.draft) };
}

/** Takes up what an earlier visit left unsaved, and figures in another notation when the language changes. */
function useUptake(autosave: Autosave, { latest, show }: Inputs, locale: Locale): void {
  useEffect(() => {
    autosave.change(read(latest.current, autosave.saved()).draft);
  }, [autosave, latest]);
  useEffect(() => {
    const old = latest.current;
    if (old.locale !== locale)
      show({ form: translateForm(old.form, old.locale, locale, autosave.saved().draft), locale });
  }, [locale, autosave, latest, show]);
}

/** Keeps in this window what the venue does not have yet. */
function useKeeping(listing: ListingId, written: Written, reading: Reading, saved: Saved): void {
  const person = useMe()?.id;
  useEffect(() => {
    const typed = !sameDraft(reading.draft, saved.draft) || reading.unread.length > 0;
    if (person !== undefined) keep(listing, typed ? { person, ...written, base: saved } : null);
  }, [listing, person, reading, written, saved]);
}

/** Hears what was saved elsewhere, and lets the inputs follow where nothing of them would be lost. */
function useFollowing(
  autosave: Autosave,
  listing: ListingView,
  { latest, show }: Inputs,
  onFollowed: () => void,
): void {
  useEffect(() => {
    const heard = savedOf(listing);
    const follow = () => {
      const { form, locale } = latest.current;
      const { draft, unread } = read(latest.current, autosave.saved());
      if (!autosave.hear(heard) || sameDraft(draft, heard.draft)) return;
      show({ form: keepUnread(form, unread, openForm(heard.draft, locale)), locale });
      onFollowed();
    };
    follow();
    // News that came in the middle of a save is taken up after it.
    return autosave.subscribe(follow);
  }, [autosave, listing, latest, show, onFollowed]);
}

/** What the reader does with the inputs: types, or agrees on one version after comparing two. */
function useHands(autosave: Autosave, { latest, show }: Inputs, locale: Locale, onTyped: () => void) {
  const set = useCallback(
    (name: InputName, value: string) => {
      show({ ...latest.current, form: { ...latest.current.form, [name]: value } });
      onTyped();
      autosave.change(read(latest.current, autosave.saved()).draft);
    },
    [autosave, latest, show, onTyped],
  );
  const agree = useCallback(
    (theirs: Saved, agreed: Draft) => {
      show({ form: openForm(agreed, locale), locale });
      autosave.resolve(theirs, agreed);
    },
    [autosave, locale, show],
  );
  return { set, agree };
}

/** The draft under the reader's hands: its inputs, what they mean, and how far they are saved. */
export function useDraft(listing: ListingView) {
  const { locale } = useFormat();
  const person = useMe()?.id;
  const now = useVenueNow(60_000);
  const [{ autosave, ...begun }] = useState(() => begin(listing, locale, person));
  const [written, setWritten] = useState<Written>(begun.written);
  const [news, setNews] = useState<News>(begun.restored ? 'restored' : null);
  const latest = useRef(written);
  const show = useCallback((next: Written) => {
    latest.current = next;
    setWritten(next);
  }, []);
  const state = useSyncExternalStore(autosave.subscribe, autosave.state);
  const saved = useSyncExternalStore(autosave.subscribe, autosave.saved);
  const reading = useMemo(() => read(written, saved), [written, saved]);
  const { draft, unread } = reading;
  const problems = useMemo(() => [...unread, ...termProblems(draft.facts, now)], [unread, draft, now]);
  const followed = useCallback(() => setNews('followed'), []);
  const typed = useCallback(() => setNews(null), []);
  const inputs: Inputs = { latest, show };
  useUptake(autosave, inputs, locale);
  useKeeping(listing.id, written, reading, saved);
  useFollowing(autosave, listing, inputs, followed);
  const hands = useHands(autosave, inputs, locale, typed);
  return { form: written.form, draft, unread, problems, state, saved, news, autosave, ...hands };
}
export type DraftInHand = ReturnType<typeof useDraft>;
