import { createHash } from 'node:crypto';
import type { EndpointName, EndpointRecord } from '@piazza/shared/contract';
import { contract } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { z } from 'zod';
import type { Exchange } from '../../kernel/exchange.ts';
import { StoreClosed } from '../../ports/closed.ts';
import { Refused, type Call, type Handler, type Principal } from '../handler.ts';
import { requireAccess, requireOwnership } from './authorize.ts';
import type { OrderName } from '../order-commands.ts';
import { createOrderLane, keyShape, type OrderCall, type OrderLane } from './order-lane.ts';
import { mustWait, type OrderThrottle } from './order-throttle.ts';
import { decodeRequest } from './parse.ts';

/** A request as a transport hands it over, nothing checked yet. */
export interface RawCall {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** The file that came, to an endpoint that takes one. */
  readonly bytes?: Uint8Array | undefined;
  readonly key: string | undefined;
  readonly clientAddress: string;
  /** What the program says it is; absent where a transport does not know. */
  readonly userAgent?: string | undefined;
  readonly cookie: Call<EndpointName>['cookie'];
  readonly setCookie: Call<EndpointName>['setCookie'];
  /** Authenticates; called after the request was parsed. @throws Refused session_expired */
  readonly authenticate: () => Principal | null;
}

export type AllHandlers = { readonly [N in EndpointName]: Handler<N> };

export interface Pipeline extends OrderLane {
  /** Runs one call through validate, authenticate, authorize, handle, present. @throws Refused */
  run(name: EndpointName, raw: RawCall): Promise<unknown>;
}

const orderNames: ReadonlySet<EndpointName> = new Set<OrderName>([
  'orders.place',
  'orders.amend',
  'orders.cancel',
]);
const isOrder = (name: EndpointName): name is OrderName => orderNames.has(name);

const noBytes = new Uint8Array(0);
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const isNothing = (query: unknown): boolean =>
  query === undefined || (typeof query === 'object' && query !== null && Object.keys(query).length === 0);

/** The call as the short way of orders takes it; undefined for all others. */
function orderOf(
  name: EndpointName,
  { params, query, body, key, authenticate }: RawCall,
): OrderCall | undefined {
  if (!isOrder(name) || !isNothing(query) || typeof params !== 'object' || params === null) return undefined;
  const ids: unknown[] = Object.values(params);
  return ids.length === 1 ? { name, id: ids[0], body, key, authenticate } : undefined;
}

/** The answer to an order by the short way; undefined for what that way leaves to the general one. */
function byShortWay(lane: OrderLane, name: EndpointName, raw: RawCall): Promise<unknown> | undefined {
  const order = orderOf(name, raw);
  if (order === undefined) return undefined;
  let taken = true;
  const answered = new Promise<unknown>((resolve, refuse) => {
    taken = lane.take(order, (answer) => {
      if ('rejection' in answer) refuse(new Refused(answer.rejection));
      else resolve(answer.value);
    });
  });
  return taken ? answered : undefined;
}

/** One way in for every transport: REST and sockets run the same steps in the same order. */
export function createPipeline(
  handlers: AllHandlers,
  exchange: Exchange,
  requestHash: (value: unknown) => string,
  requireFresh: (caller: Principal) => Promise<void>,
  throttle: OrderThrottle,
): Pipeline {
  /** @throws Refused rate_limited */
  const requireTurn = (name: EndpointName, caller: Principal | null): void => {
    if (!isOrder(name) || caller === null) return;
    const waitMs = throttle.take(caller.personId, name);
    if (waitMs > 0) throw new Refused(mustWait(waitMs));
  };
  const attempt = async (name: EndpointName, raw: RawCall): Promise<unknown> => {
    const endpoint: EndpointRecord = contract[name];
    const request = decodeRequest(endpoint, raw);
    if (raw.key !== undefined && !keyShape.test(raw.key)) {
      throw new Refused(reject('malformed_request', { fields: ['Idempotency-Key'] }));
    }
    // What opens and ends sessions takes no token: one that has run out must not stand in the way of the next.
    const caller = name.startsWith('auth.') ? null : raw.authenticate();
    requireAccess(endpoint.access, caller);
    requireTurn(name, caller);
    requireOwnership(endpoint, request.params, caller, (query) => exchange.peek(query));
    // Who may do this was read from what may not be durable yet, so an answer tells of that as well.
    const authorized = exchange.settled();
    if (endpoint.stepUp === true && caller !== null) await requireFresh(caller);
    const file = endpoint.upload === true ? { bytes: raw.bytes ?? noBytes } : {};
    const { params = {}, query = {}, body = 'bytes' in file ? digest(file.bytes) : {} } = raw;
    const keyed = raw.key !== undefined && endpoint.command;
    const key = keyed ? { key: raw.key, requestHash: requestHash({ name, params, query, body }) } : undefined;
    const { clientAddress, userAgent = '', cookie, setCookie } = raw;
    const asker = { caller, key, clientAddress, userAgent, cookie, setCookie };
    const handler = handlers[name] as unknown as (call: unknown) => Promise<unknown>;
    const reply = await handler({ ...request, ...file, ...asker });
    await authorized;
    return endpoint.media === undefined ? z.encode(endpoint.reply, reply) : reply;
  };
  const lane = createOrderLane(exchange, throttle);
  return {
    take: lane.take,
    async run(name, raw) {
      try {
        const order = byShortWay(lane, name, raw);
        if (order !== undefined) return await order;
        return await attempt(name, raw);
      } catch (error) {
        // A refusal tells of the state it was decided on, so it too waits until that state is durable.
        if (error instanceof Refused) await exchange.settled();
        // Stores close only at the venue's end, which takes no notice of who is still asking. It tells of no state.
        if (error instanceof StoreClosed) throw new Refused(reject('shutting_down'));
        throw error;
      }
    },
  };
}
