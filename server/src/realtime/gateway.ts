import type { Server as HttpServer } from 'node:http';
import { policy } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { Server, type Socket } from 'socket.io';
import type { ApiContext } from '../api/context.ts';
import { Refused, type Principal } from '../api/handler.ts';
import { mustWait } from '../api/kit/order-throttle.ts';
import type { Pipeline } from '../api/kit/pipeline.ts';
import type { Publication } from '../projections/publisher.ts';
import { callNames, runCall, type Ack, type CallContext, type CallName, type OwnCalls } from './calls.ts';
import { byeTo, bytesWaiting, writeTogether } from './connection.ts';
import type { MarketFeed } from './market-feed.ts';
import { batchSize, cancelsAlone } from './order-batch.ts';
import { ackOf, singleOrder } from './order-calls.ts';
import { OrderFeed } from './order-feed.ts';
import { Outbox, rooms } from './outbox.ts';
import { ownCalls } from './own-calls.ts';
import { Throttle } from './throttle.ts';

/** A consumer with more than this waiting to be sent is cut: it can come back and resume. */
const slowConsumerBytes = 256 * 1024;
const watchMs = 1_000;

export interface GatewayOptions {
  readonly http: HttpServer;
  readonly context: ApiContext;
  readonly pipeline: Pipeline;
  /** @throws Refused session_expired, not_authenticated */
  readonly authenticate: (accessToken: string) => Principal;
  readonly onRevoked: (listener: (revoked: { readonly sessionId: string }) => void) => () => void;
  /** Origins that may connect beside the venue's own; requests without one are programs. */
  readonly allowOrigin: (origin: string | undefined, host: string | undefined) => boolean;
  readonly callsPerSecond: number;
  readonly markets: MarketFeed;
  /** Longest a change of a market or an order waits for others to share its frame, in ms. */
  readonly marketTickMs: number;
  readonly acknowledged: (call: string, ms: number) => void;
  readonly fannedOut: (ms: number) => void;
  readonly reportBug: (error: unknown) => void;
}

interface Connection {
  token: string | undefined;
  caller: Principal | null;
  readonly who: () => Principal | null;
  readonly throttle: Throttle;
  /** Of calls that do nothing but cancel. */
  readonly cancels: Throttle;
}

/** Live connections: rooms by who may see what, calls by acknowledgement, the session watched all along. */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #io: Server;
  readonly #connections = new Map<Socket, Connection>();
  readonly #outbox: Outbox;
  readonly #orders: OrderFeed;
  readonly #watch: NodeJS.Timeout;
  readonly #unlisten: () => void;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#io = new Server(options.http, {
      serveClient: false,
      maxHttpBufferSize: 64 * 1024,
      perMessageDeflate: false,
      allowRequest: (request, decide) => {
        decide(null, options.allowOrigin(request.headers.origin, request.headers.host));
      },
    });
    const { context, reportBug: failed } = options;
    const fannedOut = (ms: number): void => {
      options.fannedOut(ms);
      this.#cutSlow();
    };
    const rolesChanged = (people: ReadonlySet<PersonId>): void => this.#refreshRoles(people);
    this.#outbox = new Outbox({ io: this.#io, context, tickMs: 25, rolesChanged, fannedOut, failed });
    this.#orders = this.#feeds();
    this.#io.on('connection', (socket) => this.#accept(socket));
    this.#watch = setInterval(() => this.#inspect(), watchMs);
    this.#unlisten = options.onRevoked(({ sessionId }) => {
      for (const [socket, connection] of this.#connections) {
        if (connection.caller?.sessionId === sessionId) byeTo(socket, 'session_ended');
      }
    });
  }

  get connections(): number {
    return this.#connections.size;
  }

  readonly publish = (publication: Publication): void => {
    this.#outbox.take(publication);
    this.#orders.take(publication);
  };

  async close(): Promise<void> {
    clearInterval(this.#watch);
    this.#unlisten();
    this.#outbox.close();
    this.#orders.close();
    this.#options.markets.close();
    for (const socket of this.#connections.keys()) byeTo(socket, 'shutting_down');
    await this.#io.close();
  }

  /** Frames of markets and of people's orders, each encoded once for its room. */
  #feeds(): OrderFeed {
    const { context, markets, marketTickMs: tickMs, reportBug: failed } = this.#options;
    const isFollowed = (room: string): boolean => this.#io.of('/').adapter.rooms.has(room);
    markets.attach({
      isFollowed: (listing) => isFollowed(rooms.market(listing)),
      send: (listing, frame) => void this.#io.to(rooms.market(listing)).emit('marketFrame', frame),
      ticked: () => this.#cutSlow(),
      failed,
    });
    return new OrderFeed({
      context,
      tickMs,
      isFollowed: (person) => isFollowed(rooms.orders(person)),
      send: (person, frame) => void this.#io.to(rooms.orders(person)).emit('orderUpdates', frame),
      failed,
    });
  }

  #accept(socket: Socket): void {
    const token: unknown = socket.handshake.auth['token'];
    const { callsPerSecond } = this.#options;
    const connection: Connection = {
      token: undefined,
      caller: null,
      who: () => connection.caller,
      throttle: new Throttle(callsPerSecond, performance.now()),
      cancels: new Throttle(callsPerSecond * policy.cancelsPerOrder, performance.now()),
    };
    if (typeof token === 'string') {
      connection.token = token;
      if (!this.#reauthenticate(socket, connection)) return;
    } else if (token === undefined || token === null) {
      void socket.join(rooms.everybody);
    } else {
      // Who means to be somebody and fails is not taken for anybody.
      byeTo(socket, 'session_ended');
      return;
    }
    this.#connections.set(socket, connection);
    writeTogether(socket);
    socket.on('disconnect', () => this.#connections.delete(socket));
    const own = this.#ownCalls(socket, connection);
    for (const name of callNames) {
      socket.on(name, (...sent: unknown[]) => this.#take(socket, connection, own, name, sent));
    }
  }

  #enterRooms(socket: Socket, caller: Principal): void {
    if (!socket.connected) return;
    void socket.join([rooms.everybody, rooms.person(caller.personId)]);
    if (caller.roles.has('operator') || caller.roles.has('administrator')) void socket.join(rooms.operators);
    else void socket.leave(rooms.operators);
  }

  #take(
    socket: Socket,
    connection: Connection,
    own: OwnCalls,
    name: CallName,
    sent: readonly unknown[],
  ): void {
    const started = performance.now();
    const acknowledge = sent.at(-1);
    if (typeof acknowledge !== 'function') return;
    const answer = (ack: Ack): void => {
      (acknowledge as (ack: Ack) => void)(ack);
      this.#options.acknowledged(name, performance.now() - started);
    };
    const request = sent.length === 2 ? sent[0] : undefined;
    const size = name === 'sendOrders' ? batchSize(request) : 1;
    const throttle = cancelsAlone(name, request) ? connection.cancels : connection.throttle;
    const waitMs = throttle.take(started, size);
    if (waitMs > 0) {
      answer({ ok: false, rejection: mustWait(waitMs) });
      return;
    }
    const { pipeline, context } = this.#options;
    const order = singleOrder(name, request, connection.who);
    if (order !== undefined && pipeline.take(order, (outcome) => answer(ackOf(outcome)))) return;
    const { address: clientAddress } = socket.handshake;
    const { exchange } = context;
    const settled = (): Promise<void> => exchange.settled();
    const together = (give: () => void): void => exchange.together(give);
    const parts = { pipeline, caller: connection.who, clientAddress, own, settled, together };
    void this.#run(parts, name, request).then(answer);
  }

  async #run(context: CallContext, name: CallName, request: unknown): Promise<Ack> {
    try {
      return { ok: true, value: await runCall(name, request, context) };
    } catch (error) {
      if (error instanceof Refused) {
        await context.settled();
        return { ok: false, rejection: error.rejection };
      }
      this.#options.reportBug(error);
      return { ok: false, error: 'internal' };
    }
  }

  #ownCalls(socket: Socket, connection: Connection): OwnCalls {
    const { context, authenticate } = this.#options;
    const renew = (token: string): void => {
      const caller = authenticate(token);
      if (caller.personId !== connection.caller?.personId) throw new Refused(reject('not_allowed'));
      connection.token = token;
      connection.caller = caller;
    };
    return ownCalls({ socket, context, caller: () => connection.caller, renew });
  }

  /** Roles live in the venue's state: reading them again is all that a grant or a withdrawal needs. */
  #refreshRoles(people: ReadonlySet<PersonId>): void {
    for (const [socket, connection] of this.#connections) {
      if (connection.caller === null || !people.has(connection.caller.personId)) continue;
      this.#reauthenticate(socket, connection);
    }
  }

  /** Whether the token still stands. What follows is seen by the client, so it waits for the state it was read from. */
  #reauthenticate(socket: Socket, connection: Connection): boolean {
    if (connection.token === undefined) return true;
    const settled = this.#options.context.exchange.settled();
    try {
      const caller = this.#options.authenticate(connection.token);
      connection.caller = caller;
      void settled.then(() => this.#enterRooms(socket, caller));
      return true;
    } catch {
      void settled.then(() => byeTo(socket, 'session_ended'));
      return false;
    }
  }

  #cutSlow(): void {
    for (const socket of this.#connections.keys())
      if (bytesWaiting(socket) > slowConsumerBytes) byeTo(socket, 'too_slow');
  }

  #inspect(): void {
    this.#cutSlow();
    for (const [socket, connection] of this.#connections) this.#reauthenticate(socket, connection);
  }
}
