import type { Params } from './form.ts';
import { type World } from './world.ts';

/** A call of the API, ready to be answered. */
export interface Call {
  readonly world: World;
  readonly params: Params;
  /** Whose objects: the platform's, or a connected account's by `Stripe-Account`. */
  readonly owner: string;
  /** The part of the path that stands under `name` in the route. */
  readonly at: (name: string) => string;
  readonly path: string;
}

/** One endpoint: its method, its path with `:names`, and the parameters that it knows. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** Separated by blanks; any other is refused, so that nothing asked for is silently not done. */
  readonly accepts: string;
  readonly run: (call: Call) => object;
}

export const get = (path: string, accepts: string, run: Route['run']): Route => ({
  method: 'GET',
  path,
  accepts,
  run,
});

export const remove = (path: string, run: Route['run']): Route => ({
  method: 'DELETE',
  path,
  accepts: '',
  run,
});

export const post = (path: string, accepts: string, run: Route['run']): Route => ({
  method: 'POST',
  path,
  accepts,
  run,
});
