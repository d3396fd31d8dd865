import { socketCalls, socketPushes, type SocketCalls, type SocketPushes } from '@piazza/shared/contract';
import { rejectionStatus, type RejectionCode } from '@piazza/shared/rejections';
import { io } from 'socket.io-client';
import { z } from 'zod';
import { Refused, session, Unreachable } from '../api/index.ts';
import { createStore } from './store.ts';

const patienceMs = 10_000;

/** `lost` only after there was a connection: the first moments of a visit are no outage. */
export const connection = createStore<'connecting' | 'live' | 'lost'>('connecting');

const socket = io({
  autoConnect: false,
  transports: ['websocket', 'polling'],
  auth: (give) => {
    const token = session.current()?.accessToken;
    give(token === undefined ? {} : { token });
  },
});

const answer = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    rejection: z.object({
      code: z.enum(Object.keys(rejectionStatus) as [RejectionCode, ...RejectionCode[]]),
      detail: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
    }),
  }),
]);

export type CallName = keyof SocketCalls;
type CallInput<N extends CallName> = z.output<SocketCalls[N]['request']>;
type CallOutput<N extends CallName> = z.output<SocketCalls[N]['reply']>;

/**
 * Asks the venue over the socket and waits for its acknowledgement.
 * @throws Refused with the code of the venue, or Unreachable after 10 s of silence.
 */
export async function ask<N extends CallName>(name: N, request: CallInput<N>): Promise<CallOutput<N>> {
  const record = socketCalls[name];
  const wire: unknown = z.encode(record.request as z.ZodType, request);
  const raw: unknown = await socket
    .timeout(patienceMs)
    .emitWithAck(name, wire)
    .catch((error: unknown) => {
      throw new Unreachable(0, error);
    });
  const reply = answer.parse(raw);
  if (!reply.ok) throw new Refused(reply.rejection.code, reply.rejection.detail);
  return z.decode(record.reply as z.ZodType, reply.value) as CallOutput<N>;
}

/** Hears one kind of message of the venue, decoded. */
export function onPush<N extends keyof SocketPushes>(
  name: N,
  hear: (message: SocketPushes[N]) => void,
): void {
  const listener = (raw: unknown) => hear(z.decode(socketPushes[name] as z.ZodType, raw) as SocketPushes[N]);
  socket.on<string>(name, listener);
}

const connected = new Set<(again: boolean) => void>();

/** Calls back after every connection; `again` tells a return from the first one. */
export const onConnected = (listener: (again: boolean) => void): void => void connected.add(listener);

/** Connects, and keeps the connection in step with who is signed in. */
export function startSocket(): void {
  let before = false;
  let person = session.current()?.me.id;
  socket.on('connect', () => {
    connection.set('live');
    for (const listener of connected) listener(before);
    before = true;
  });
  socket.on('disconnect', (reason) => {
    if (reason === 'io client disconnect') return;
    connection.set('lost');
    // Cut by the venue: socket.io leaves coming back to us.
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 400 + Math.random() * 600);
  });
  session.subscribe((next) => {
    if (next?.me.id !== person) {
      person = next?.me.id;
      reconnect();
    } else if (next !== null && socket.connected)
      void ask('renewSession', { accessToken: next.accessToken }).catch(reconnect);
  });
  socket.connect();
}

function reconnect(): void {
  socket.disconnect();
  socket.connect();
}
