import type { Contract, EndpointName } from '@piazza/shared/contract';
import type { z } from 'zod';

type Part<E, K extends 'params' | 'body'> =
  E extends Record<K, infer S extends z.ZodType> ? Record<K, z.output<S>> : unknown;
type QueryPart<E> = E extends { query: infer S extends z.ZodType } ? { query?: z.output<S> } : unknown;

/** What an endpoint is called with, decoded: cents and milliseconds, never wire strings. */
export type Input<N extends EndpointName> = Part<Contract[N], 'params'> &
  Part<Contract[N], 'body'> &
  QueryPart<Contract[N]>;

/** What it answers, decoded. */
export type Output<N extends EndpointName> = z.output<Contract[N]['reply']>;

type Named<Command extends boolean> = {
  [N in EndpointName]: Contract[N]['method'] extends 'GET'
    ? Command extends false
      ? N
      : never
    : Command extends false
      ? never
      : N;
}[EndpointName];

/** Endpoints that only read, and those that change something. */
export type ReadName = Named<false>;
export type WriteName = Named<true>;

/** The input may be left out where nothing in it is required. */
export type Args<N extends EndpointName, Rest extends readonly unknown[]> =
  object extends Input<N> ? [input?: Input<N>, ...rest: Rest] : [input: Input<N>, ...rest: Rest];

/** An input whose type is not known statically, as the transport sees it. */
export interface AnyInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: object;
  readonly body?: object;
}
