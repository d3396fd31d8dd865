import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { reject } from '@piazza/shared/rejections';
import { usualHead, type Head } from './order-head.ts';
import {
  addressTold,
  bodyLength,
  give,
  jsonIn,
  targetOf,
  tokenIn,
  type OrderEntryOptions,
  type Target,
} from './order-request.ts';
import { headOf, Reply, type Exit, type Headers } from './reply.ts';
import { keepAliveMs } from './server.ts';

/** Orders of one connection under way at once; whoever sends more is read again when there is room. */
const underWayMost = 100;
/** Bytes kept of what cannot be read yet. */
const restMost = 32 * 1024;
const nothing = Buffer.alloc(0);

interface Order {
  readonly head: Head;
  readonly target: Target;
  readonly body: Buffer;
  /** Where the next request begins. */
  readonly end: number;
}

/**
 * The order whose request begins at `from`, where it is in its usual form; null where more must come to tell.
 * @param text of the bytes, each a character
 */
function orderAt(bytes: Buffer, text: string, from: number): Order | null | undefined {
  if (!text.includes('\r\n\r\n', from)) return null;
  const head = usualHead(text, from);
  if (head === undefined) return undefined;
  const target = targetOf(head.method, head.url);
  if (target === undefined) return undefined;
  const length = bodyLength(target.name, head.length, head.type);
  if (length === undefined) return undefined;
  const end = head.bodyAt + length;
  return end > bytes.length ? null : { head, target, body: bytes.subarray(head.bodyAt, end), end };
}

interface Desk {
  readonly options: OrderEntryOptions;
  /** Gives the connection to Node's HTTP, for good. */
  readonly handOn: (socket: Socket) => void;
  readonly isClosing: () => boolean;
  readonly gone: (connection: OrderConnection) => void;
}

/** The place of a reply among those of its connection, which leave in the order of their requests. */
class Place implements Exit {
  readonly #connection: OrderConnection;
  text: string | undefined;

  constructor(connection: OrderConnection) {
    this.#connection = connection;
  }

  get stays(): boolean {
    return this.#connection.staysAfter(this);
  }

  whole(_status: number, text: string): void {
    this.text = text;
    this.#connection.answered();
  }

  parts(status: number, headers: Headers, body: Buffer): void {
    this.whole(status, `${headOf(status, headers, this.stays)}${body.toString('latin1')}`);
  }
}

/**
 * A connection that the venue itself reads as long as orders in their usual form come on it: Node's own HTTP costs an order
 * more than the core does. With anything else, a part of a request included, it becomes Node's for good, after the replies
 * to what came before, and nothing is lost.
 */
class OrderConnection {
  readonly #socket: Socket;
  readonly #desk: Desk;
  /** What is under way, in the order of its requests. */
  #places: Place[] = [];
  /** What has come and is no whole order in its usual form, or has no room yet. */
  #rest: Buffer = nothing;
  /** Whether what came must wait for the replies before it. */
  #blocked = false;
  /** Whether the client has yet to take the replies that left. */
  #full = false;
  #reading = false;
  #leaving = false;
  #ended = false;
  #authorization = '';
  #token: string | undefined;

  constructor(socket: Socket, desk: Desk) {
    this.#socket = socket;
    this.#desk = desk;
    socket.setTimeout(keepAliveMs);
    socket.on('data', this.#take).on('end', this.#end).on('timeout', this.#timeout);
    socket.on('error', this.#error).on('close', this.#close);
  }

  closeIfIdle(): void {
    if (this.#places.length === 0) this.#socket.destroy();
  }

  staysAfter(place: Place): boolean {
    return !this.#desk.isClosing() || this.#places.at(-1) !== place;
  }

  /** One of the replies is there. */
  answered(): void {
    // Alone it leaves at once; of several, those that are told together leave together.
    if (this.#places.length === 1 && !this.#reading) this.#leave();
    else if (!this.#leaving) {
      this.#leaving = true;
      queueMicrotask(this.#leave);
    }
  }

  readonly #take = (bytes: Buffer): void => {
    const all = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    this.#reading = true;
    const { end, waits } = this.#read(all);
    this.#reading = false;
    this.#rest = end === all.length ? nothing : all.subarray(end);
    if (this.#rest.length === 0) return;
    if (this.#places.length === 0) return this.#handOn();
    this.#blocked = !waits || this.#rest.length > restMost;
    if (this.#blocked) this.#socket.pause();
  };

  /** Gives the orders at the front. Tells where they end, and whether what follows may become one. */
  #read(bytes: Buffer): { end: number; waits: boolean } {
    const text = bytes.toString('latin1');
    let end = 0;
    while (end < bytes.length && this.#places.length < underWayMost && !this.#desk.isClosing()) {
      const order = orderAt(bytes, text, end);
      if (order === null || order === undefined) return { end, waits: order === null };
      end = order.end;
      this.#give(order);
    }
    return { end, waits: false };
  }

  readonly #end = (): void => {
    this.#ended = true;
    if (this.#places.length === 0) this.#socket.end();
  };

  readonly #timeout = (): void => this.closeIfIdle();
  readonly #error = (): void => void this.#socket.destroy();
  readonly #close = (): void => this.#desk.gone(this);

  #tokenOf({ authorization }: Head): string | undefined {
    if (authorization === undefined) return undefined;
    // What it said last it nearly always says again; as one and the same text it is found faster.
    if (authorization !== this.#authorization) {
      this.#authorization = authorization;
      this.#token = tokenIn(authorization);
    }
    return this.#token;
  }

  #give({ head, target, body }: Order): void {
    const { options } = this.#desk;
    const forwarded = options.trustProxy ? head.forwardedFor : undefined;
    const clientAddress = addressTold(forwarded, this.#socket.remoteAddress);
    const taken = options.limit.take(clientAddress);
    const place = new Place(this);
    this.#places.push(place);
    const reply = new Reply(place, head.url, taken);
    if (taken.limited)
      return reply.refusal(reject('rate_limited'), ['Retry-After', String(taken.retryAfter)]);
    const wish = body.length === 0 ? undefined : jsonIn(body);
    if (body.length > 0 && wish === undefined) return reply.refusal(reject('malformed_request'));
    const token = this.#tokenOf(head);
    give(options, { target, token, key: head.key, clientAddress, body: wish }, reply);
  }

  readonly #leave = (): void => {
    this.#leaving = false;
    const places = this.#places;
    let text = '';
    let count = 0;
    for (; places[count]?.text !== undefined; count += 1) text += places[count]?.text;
    if (count === 0) return;
    this.#places = count === places.length ? [] : places.slice(count);
    const room = this.#socket.write(text, 'latin1');
    if (!room && !this.#full) {
      this.#full = true;
      this.#socket.pause();
      this.#socket.once('drain', this.#drained);
    }
    if (this.#places.length === 0) this.#goOn();
  };

  readonly #drained = (): void => {
    this.#full = false;
    if (this.#places.length === 0) this.#goOn();
    else if (!this.#blocked) this.#socket.resume();
  };

  /** Nothing is under way. */
  #goOn(): void {
    if (this.#full) return;
    if (this.#ended || this.#desk.isClosing()) {
      this.#socket.end();
      return;
    }
    this.#blocked = false;
    if (this.#socket.isPaused()) this.#socket.resume();
    if (this.#rest.length > 0) this.#take(nothing);
  }

  /** Nothing is under way: what has come meanwhile is for Node, and all that follows. */
  #handOn(): void {
    const socket = this.#socket;
    socket.setTimeout(0);
    socket.off('data', this.#take).off('end', this.#end).off('timeout', this.#timeout);
    socket.off('error', this.#error).off('close', this.#close).off('drain', this.#drained);
    this.#desk.gone(this);
    socket.unshift(this.#rest);
    this.#desk.handOn(socket);
    socket.resume();
  }
}

/**
 * Reads every new connection of the server ahead of Node's HTTP.
 * The returned function closes those on which nothing is under way; the others close after their reply.
 */
export function readOrders(server: Server, options: OrderEntryOptions): () => void {
  const ofNode = server.listeners('connection');
  server.removeAllListeners('connection');
  const open = new Set<OrderConnection>();
  let closing = false;
  const desk: Desk = {
    options,
    handOn: (socket) => {
      for (const listener of ofNode) Reflect.apply(listener, server, [socket]);
    },
    isClosing: () => closing,
    gone: (connection) => void open.delete(connection),
  };
  server.on('connection', (socket: Socket) => void open.add(new OrderConnection(socket, desk)));
  return () => {
    closing = true;
    for (const connection of open) connection.closeIfIdle();
  };
}
