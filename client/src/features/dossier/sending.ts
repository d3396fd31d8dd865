import type { DocumentKind, DocumentView, Visibility } from '@piazza/shared/contract';
import type { ListingId, OrganisationId } from '@piazza/shared/values';
import { useRef, useState } from 'react';
import { upload, uuid } from '../../api/index.ts';

export interface Chosen {
  readonly file: File;
  readonly kind: DocumentKind;
  readonly visibility: Visibility;
}
/** A file on its way, one that did not arrive, or none. */
export type Sending =
  | { readonly at: 'rest' }
  | { readonly at: 'way'; readonly chosen: Chosen; readonly share: number }
  | { readonly at: 'failed'; readonly chosen: Chosen; readonly error: unknown };

interface Target {
  readonly organisationId: OrganisationId;
  readonly listingId?: ListingId;
}

const isCancelled = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** Sends one file at a time. A retry goes under the same key: a file that arrived after all is not kept twice. */
export function useSending({ organisationId, listingId }: Target, onDone: (document: DocumentView) => void) {
  const [sending, setSending] = useState<Sending>({ at: 'rest' });
  const stop = useRef<AbortController | null>(null);
  const key = useRef('');
  const attempt = async (chosen: Chosen): Promise<void> => {
    const controller = new AbortController();
    stop.current = controller;
    setSending({ at: 'way', chosen, share: 0 });
    const { file, kind, visibility } = chosen;
    const query = { name: file.name, kind, visibility, ...(listingId === undefined ? {} : { listingId }) };
    try {
      const document = await upload('documents.upload', { params: { organisationId }, query }, file, {
        key: key.current,
        signal: controller.signal,
        onProgress: (share) => setSending({ at: 'way', chosen, share }),
      });
      setSending({ at: 'rest' });
      onDone(document);
    } catch (error) {
      setSending(isCancelled(error) ? { at: 'rest' } : { at: 'failed', chosen, error });
    }
  };
  return {
    sending,
    start: (chosen: Chosen) => {
      key.current = uuid();
      void attempt(chosen);
    },
    cancel: () => stop.current?.abort(),
    retry: () => {
      if (sending.at === 'failed') void attempt(sending.chosen);
    },
    forget: () => setSending({ at: 'rest' }),
  };
}
