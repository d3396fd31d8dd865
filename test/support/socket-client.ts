import { socketCalls, socketPushes, type SocketCalls, type SocketPushes } from '@piazza/shared/contract';
import type { Rejection } from '@piazza/shared/rejections';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { decodeExactly } from './api-client.ts';
import { longMs, waitFor } from './wait.ts';

type Name = keyof SocketCalls;
type Push = keyof SocketPushes;
export type Asked<N extends Name> = z.output<SocketCalls[N]['request']>;
export type Answered<N extends Name> = z.output<SocketCalls[N]['reply']>;
export type SocketAck =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly rejection?: Rejection; readonly error?: string };

export interface Received<P extends Push = Push> {
  readonly name: P;
  readonly value: SocketPushes[P];
}

/** One connection, everything it was sent remembered and checked against the contract. */
export interface SocketClient {
  readonly raw: Socket;
  /** Pushes in the order they came. */
  readonly received: Received[];
  /** Calls and decodes the acknowledged value. @throws Error with the rejection's code */
  call<N extends Name>(name: N, request: Asked<N>): Promise<Answered<N>>;
  /** Emits anything and hands out the acknowledgement as it came. */
  emit(name: string, ...sent: unknown[]): Promise<SocketAck>;
  pushes<P extends Push>(name: P): SocketPushes[P][];
  /** Waits until a push of that name satisfies the condition, whether it came already or not. */
  push<P extends Push>(
    name: P,
    satisfies?: (value: SocketPushes[P]) => boolean,
    ms?: number,
  ): Promise<SocketPushes[P]>;
  /** Waits until the connection is gone; gives the reason the server said before, if any. */
  cut(ms?: number): Promise<string | undefined>;
  close(): void;
}

export interface SocketOptions {
  readonly token?: string | undefined;
  readonly origin?: string;
  readonly transport?: 'websocket' | 'polling';
}

/** Connects over WebSocket and waits until the server has accepted. @throws Error when it refuses. */
export async function socketClient(
  url: string,
  { token, origin, transport = 'websocket' }: SocketOptions = {},
): Promise<SocketClient> {
  const raw = io(url, {
    transports: [transport],
    forceNew: true,
    reconnection: false,
    auth: token === undefined ? {} : { token },
    ...(origin === undefined ? {} : { extraHeaders: { origin } }),
  });
  const received: Received[] = [];
  const faults: unknown[] = [];
  raw.onAny((name: Push, ...sent: unknown[]) => {
    try {
      received.push({ name, value: decodeExactly(socketPushes[name], sent[0]) } as Received);
    } catch (error) {
      faults.push(error);
    }
  });
  await new Promise<void>((connected, refused) => {
    raw.once('connect', connected);
    raw.once('connect_error', refused);
  });
  const emit = async (name: string, ...sent: unknown[]): Promise<SocketAck> =>
    (await raw.timeout(longMs).emitWithAck(name, ...sent)) as SocketAck;
  const pushes = <P extends Push>(name: P): SocketPushes[P][] => {
    if (faults.length > 0) throw faults[0];
    return received.filter((one): one is Received<P> => one.name === name).map(({ value }) => value);
  };
  return {
    raw,
    received,
    emit,
    pushes,
    call: async (name, request) => {
      const call = socketCalls[name];
      const ack = await emit(name, z.encode(call.request, request));
      if (!ack.ok) throw new Error(`${name}: ${ack.rejection?.code ?? ack.error ?? 'unknown'}`);
      return decodeExactly(call.reply, ack.value) as never;
    },
    push: (name, satisfies = () => true, ms = longMs) =>
      waitFor(`a push ${name}`, () => pushes(name).find(satisfies), ms),
    cut: async (ms = longMs) => {
      await waitFor('the end of the connection', () => (raw.connected ? undefined : true), ms);
      return pushes('bye').at(-1)?.reason;
    },
    close: () => void raw.close(),
  };
}
