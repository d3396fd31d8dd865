import type { SocketPushes } from '@piazza/shared/contract';
import type { Socket } from 'socket.io';

/** How long a client may take to read its last word, in ms. */
const farewellMs = 5_000;

/** What of a TCP connection holds writes back and lets them go. */
interface TcpSocket {
  readonly writableCorked: number;
  cork(): void;
  uncork(): void;
}

/** What the engine keeps of a connection and its types do not show. */
interface Wire {
  readonly writeBuffer: readonly { readonly data?: string | Uint8Array }[];
  readonly transport: {
    /** Absent where the client polls. */
    readonly socket?: { readonly bufferedAmount?: number; terminate?(): void; readonly _socket?: TcpSocket };
  };
}
const wireOf = (socket: Socket): Wire => socket.conn as unknown as Wire;

/**
 * Bytes that wait to be sent. Most stand behind the transport, which gets more only when the last batch has left;
 * a text counts its UTF-16 units, which for our frames is nearly the same.
 */
export function bytesWaiting(socket: Socket): number {
  const { writeBuffer, transport } = wireOf(socket);
  let sum = transport.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) sum += data?.length ?? 0;
  return sum;
}

/**
 * Lets frames that are sent in one go leave in one write instead of one each: most of the cost of an answer is its write.
 * Listens before every flush of the engine's own buffer.
 */
export function writeTogether(socket: Socket): void {
  socket.conn.on('flush', () => {
    const tcp = wireOf(socket).transport.socket?._socket;
    if (tcp === undefined || tcp.writableCorked > 0) return;
    tcp.cork();
    process.nextTick(() => tcp.uncork());
  });
}

/** Says why and cuts. Nothing is sent or taken from here; who does not even read the farewell is dropped without it. */
export function byeTo(socket: Socket, reason: SocketPushes['bye']['reason']): void {
  const { transport } = wireOf(socket);
  socket.emit('bye', { reason });
  socket.disconnect(true);
  setTimeout(() => transport.socket?.terminate?.(), farewellMs).unref();
}
