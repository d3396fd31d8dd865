import type {
  Contract,
  EndpointName,
  EndpointRecord,
  FileMedia,
  Reply,
  Request,
  Role,
} from '@piazza/shared/contract';
import type { PersonId } from '@piazza/shared/values';
import type { CommandKey } from '../kernel/record.ts';

/** The authenticated caller, as the access token and the venue's state name them. */
export interface Principal {
  readonly personId: PersonId;
  /** Token family: one sign-in on one device. */
  readonly sessionId: string;
  readonly roles: ReadonlySet<Role>;
}

/** What every handler gets: the decoded request, who asks, and the few things of HTTP that matter. */
export interface Call<N extends EndpointName> extends Request<Contract[N]> {
  readonly caller: Contract[N]['access'] extends 'public' ? Principal | null : Principal;
  /** Idempotency key of a command with the keyed hash of its request; absent when the client sent none. */
  readonly key: IdempotencyKey | undefined;
  readonly clientAddress: string;
  /** What the caller's program says it is; empty where it says nothing. */
  readonly userAgent: string;
  readonly cookie: (name: string) => string | undefined;
  /** Sets an httpOnly, SameSite=Strict cookie below /api/v1/auth; null removes it. Not available over the socket. */
  readonly setCookie: (name: string, value: string | null, maxAgeMs: number) => void;
}

export type IdempotencyKey = CommandKey;

export { Refusal as Refused } from '../kernel/exchange.ts';

/** A file too long to hold: its text in pieces, under the name it is to be kept. */
export interface StreamedFile {
  readonly name: string;
  readonly pieces: AsyncIterable<string>;
}
type Answer<E extends EndpointRecord> =
  Reply<E> | (E extends { readonly media: FileMedia } ? StreamedFile : never);

export type Handler<N extends EndpointName> = (call: Call<N>) => Promise<Answer<Contract[N]>>;
/** The handlers of one feature: a subset of the contract's table. */
export type Handlers<N extends EndpointName> = { readonly [K in N]: Handler<K> };
