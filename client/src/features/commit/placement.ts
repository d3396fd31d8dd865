import type { CommitmentView } from '@piazza/shared/contract';
import type { OfferId } from '@piazza/shared/values';
import { api, isRefused, Refused, uuid, type Input } from '../../api/index.ts';
import { ask, connection } from '../../realtime/index.ts';

export type PlaceBody = Input<'commitments.place'>['body'];

/** A commitment that was sent, or is about to be. Its key makes sure that it is placed once, however often it is sent. */
export interface Intent {
  readonly key: string;
  readonly body: PlaceBody;
}

/** Where intents are kept while nobody knows their outcome: they outlive a reload of the page. */
export interface IntentStore {
  readonly read: () => Intent | null;
  readonly keep: (intent: Intent) => void;
  readonly forget: () => void;
}

export function intentsOf(personId: string, offerId: OfferId): IntentStore {
  const name = `piazza.intent.${personId}.${offerId}`;
  return {
    read: () => JSON.parse(sessionStorage.getItem(name) ?? 'null') as Intent | null,
    keep: (intent) => sessionStorage.setItem(name, JSON.stringify(intent)),
    forget: () => sessionStorage.removeItem(name),
  };
}

export const intentFor = (body: PlaceBody): Intent => ({ key: uuid(), body });

/** Refusals that say nothing about the intent: an earlier sending may have been heard, so its outcome stays open. */
export const isPassing = (error: Refused): boolean =>
  error.code === 'rate_limited' || error.code === 'shutting_down' || isSignedOut(error);

const isSignedOut = (error: unknown): boolean =>
  isRefused(error, 'session_expired') || isRefused(error, 'not_authenticated');

/**
 * Sends an intent over the socket and, where no acknowledgement comes back, over HTTP under the same key.
 * @throws Refused with the code of the venue; anything else means that the outcome is unknown.
 */
export async function send(offerId: OfferId, { key, body }: Intent): Promise<CommitmentView> {
  const request = { params: { offerId }, body };
  if (connection.get() === 'live')
    try {
      return await ask('placeCommitment', { key, ...request });
    } catch (error) {
      // A socket whose token ran out is refused; over HTTP the token is renewed on the way.
      if (error instanceof Refused && !isSignedOut(error)) throw error;
    }
  return api('commitments.place', request, { key });
}
