import { audit } from './audit.ts';
import type { Call, Route } from './call.ts';
import { ApiError, malformed } from './errors.ts';
import { expanded } from './expand.ts';
import { payUncovered } from './flows/refund.ts';
import { between, type CallFaults } from './faults.ts';
import { Params, parseForm } from './form.ts';
import { Keys, type Reply } from './idempotency.ts';
import { matcher } from './router.ts';
import { platform } from './shelf.ts';
import { apiVersion, type World } from './world.ts';

/** A request of the API as it came over the wire. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly authorization: string;
  readonly version: string | undefined;
  readonly account: string | undefined;
  readonly idempotencyKey: string | undefined;
}

/** A reply, and whether it may be sent: a cut connection swallows what was done. */
export interface Answer extends Reply {
  readonly replayed: boolean;
  readonly cut: boolean;
}

/** What was asked of the API and what went wrong by intent. */
export interface CallCounts {
  total: number;
  replayed: number;
  refused: number;
  failed: number;
  cut: number;
  slowed: number;
  readonly byRoute: Record<string, number>;
}

interface Luck {
  readonly slow: number;
  readonly fail: boolean;
  readonly cut: boolean;
}

const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

const errorReply = (error: ApiError, requestId: string): Reply => ({
  status: error.status,
  body: JSON.stringify({
    error: { ...error.body, request_log_url: `https://dashboard.stripe.com/test/logs/${requestId}` },
  }),
  requestId,
});

const unanswered = new ApiError(
  500,
  { type: 'api_error', message: 'An unknown error occurred (the stand-in was told to fail).' },
  true,
);

/** Stripe's API over a world: keys, idempotency and faults around the routes. */
export class Api {
  readonly counts: CallCounts = {
    total: 0,
    replayed: 0,
    refused: 0,
    failed: 0,
    cut: 0,
    slowed: 0,
    byRoute: {},
  };
  faults: CallFaults;
  readonly #world: World;
  readonly #match: ReturnType<typeof matcher>;
  readonly #keys = new Keys();
  readonly #secretKey: string;
  readonly #chance: () => number;
  #checked = 0;

  constructor(
    world: World,
    routes: readonly Route[],
    secretKey: string,
    faults: CallFaults,
    chance: () => number,
  ) {
    this.#world = world;
    this.#match = matcher(routes);
    this.#secretKey = secretKey;
    this.faults = faults;
    this.#chance = chance;
  }

  async answer(request: Request): Promise<Answer> {
    this.counts.total += 1;
    const requestId = this.#world.newId('req', 14);
    const luck = this.#draw();
    try {
      this.#authorise(request);
      return await this.#answerOnce(request, requestId, luck);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.counts.refused += 1;
      return { ...errorReply(error, requestId), replayed: false, cut: false };
    }
  }

  // All is drawn for each call, so that one switch does not change what another draws.
  #draw(): Luck {
    const [slow, fail, cut] = [this.#chance(), this.#chance(), this.#chance()];
    const by = between(this.#chance, this.faults.slowBy);
    return {
      slow: slow < this.faults.slow ? by : 0,
      fail: fail < this.faults.fail,
      cut: cut < this.faults.cut,
    };
  }

  #authorise({ authorization, account, version = apiVersion }: Request): void {
    const [scheme, value = ''] = authorization.split(' ');
    const key = scheme === 'Basic' ? Buffer.from(value, 'base64').toString().replace(/:$/, '') : value;
    const refuse = (message: string, status = 401): never => {
      throw new ApiError(status, { type: 'invalid_request_error', message }, true);
    };
    if (/^[sr]k_live_/.test(key)) refuse('The stand-in never accepts live keys.');
    if (key !== this.#secretKey) refuse(`Invalid API Key provided: ${key.slice(0, 8)}****`);
    if (version !== apiVersion) refuse(`The stand-in knows the API's version ${apiVersion} only.`, 400);
    if (account !== undefined && this.#world.shelves.accounts.find(account) === undefined)
      throw new ApiError(
        403,
        {
          type: 'invalid_request_error',
          code: 'account_invalid',
          message: `The provided key does not have access to account '${account}'.`,
        },
        true,
      );
  }

  async #answerOnce(request: Request, requestId: string, luck: Luck): Promise<Answer> {
    const { method, path, query, body, idempotencyKey, account = platform } = request;
    const keyed = method === 'POST' && idempotencyKey !== undefined;
    const scope = `${account} ${idempotencyKey ?? ''}`;
    const before = keyed
      ? this.#keys.begin(scope, `${method} ${path} ${query} ${body}`, this.#world.clock.ms())
      : undefined;
    if (before !== undefined) {
      this.counts.replayed += 1;
      return { ...before, replayed: true, cut: luck.cut && this.#counted('cut') };
    }
    try {
      if (luck.slow > 0) {
        this.counts.slowed += 1;
        await wait(luck.slow);
      }
      if (luck.fail) {
        this.counts.failed += 1;
        throw unanswered;
      }
      const reply = this.#perform(request, requestId);
      if (keyed) this.#keys.keep(scope, reply);
      return { ...reply, replayed: false, cut: luck.cut && this.#counted('cut') };
    } catch (error) {
      if (keyed) this.#keys.release(scope);
      throw error;
    }
  }

  #counted(what: 'cut'): true {
    this.counts[what] += 1;
    return true;
  }

  /** Does what is asked, at once; a refusal that came after it began is a reply like any other. */
  #perform(request: Request, requestId: string): Reply {
    const world = this.#world;
    world.clock.runDue();
    world.cause = { id: requestId, idempotency_key: request.idempotencyKey ?? null };
    try {
      const body = JSON.stringify(this.#run(request), null, 2);
      payUncovered(world);
      return { status: 200, body, requestId };
    } catch (error) {
      if (!(error instanceof ApiError) || error.early) throw error;
      this.counts.refused += 1;
      return errorReply(error, requestId);
    } finally {
      world.cause = null;
      this.#check();
    }
  }

  /** The books of all accounts are looked through after each call that moved money. */
  #check(): void {
    let moves = 0;
    for (const { entries } of this.#world.ledgers().values()) moves += entries.length;
    if (moves === this.#checked) return;
    this.#checked = moves;
    audit(this.#world);
  }

  #run({ method, path, query, body, account = platform }: Request): object {
    const found = this.#match(method, path);
    if (found === undefined)
      throw new ApiError(
        404,
        { type: 'invalid_request_error', message: `Unrecognized request URL (${method}: ${path}).` },
        true,
      );
    const { route, at } = found;
    const name = `${method} ${route.path}`;
    this.counts.byRoute[name] = (this.counts.byRoute[name] ?? 0) + 1;
    const params = new Params(parseForm(method === 'POST' ? body : query));
    const known = [...route.accepts.split(' '), 'expand'];
    const unknown = Object.keys(params.fields).find((field) => !known.includes(field));
    if (unknown !== undefined)
      throw malformed(`Received unknown parameter: ${unknown}`, unknown, 'parameter_unknown');
    const call: Call = { world: this.#world, params, owner: account, at, path };
    return expanded(this.#world, route.run(call), params.list('expand') ?? []);
  }
}
