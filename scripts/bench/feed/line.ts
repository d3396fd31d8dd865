import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const TEXT = 0x81;
const MASKED = 0x80;

/** A text frame with a mask of zeros: as valid as any other, and nothing to compute. */
function frameOf(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = Buffer.from([TEXT, MASKED | Math.min(length, 126)]);
  const size = length < 126 ? Buffer.alloc(0) : Buffer.alloc(2);
  if (length >= 126) size.writeUInt16BE(length);
  return Buffer.concat([head, size, Buffer.alloc(4), Buffer.from(text)]);
}

/** Bytes of the header and of the content of the frame that begins there; undefined while too little has come. */
function extentOf(bytes: Buffer, at: number): readonly [head: number, length: number] | undefined {
  if (bytes.length - at < 2) return undefined;
  const length = (bytes[at + 1] as number) & 127;
  if (length < 126) return [2, length];
  if (length === 126) return bytes.length - at < 4 ? undefined : [4, bytes.readUInt16BE(at + 2)];
  return bytes.length - at < 10 ? undefined : [10, Number(bytes.readBigUInt64BE(at + 2))];
}

export interface LineEvents {
  /** Socket.io has accepted. */
  readonly opened: () => void;
  /** A packet of Socket.io, such as `42["marketFrame",…]`. */
  readonly packet: (text: string) => void;
  readonly closed: () => void;
}

/** The thinnest Socket.io connection there can be, so that many of them cost less than what they measure. */
export class Line {
  readonly #socket: Socket;
  readonly #events: LineEvents;
  #left: Buffer = Buffer.alloc(0);
  #greeted = false;

  constructor(url: string, events: LineEvents) {
    const { hostname, port } = new URL(url);
    this.#events = events;
    const socket = connect(Number(port), hostname);
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('close', () => events.closed());
    socket.on('data', (bytes: Buffer) => this.#take(bytes));
    const key = randomBytes(16).toString('base64');
    socket.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\n` +
        `Connection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    );
  }

  send(text: string): void {
    this.#socket.write(frameOf(text));
  }
  /** Reads no more, as a client does that hangs. */
  stall(): void {
    this.#socket.pause();
  }
  close(): void {
    this.#socket.destroy();
  }

  #take(bytes: Buffer): void {
    this.#left = this.#left.length === 0 ? bytes : Buffer.concat([this.#left, bytes]);
    if (!this.#greeted) {
      const end = this.#left.indexOf('\r\n\r\n');
      if (end === -1) return;
      this.#greeted = true;
      this.#left = this.#left.subarray(end + 4);
    }
    let at = 0;
    for (;;) {
      const extent = extentOf(this.#left, at);
      if (extent === undefined) break;
      const [head, length] = extent;
      const start = at + head;
      if (this.#left.length < start + length) break;
      if (this.#left[at] === TEXT) this.#text(this.#left.toString('latin1', start, start + length));
      at = start + length;
    }
    this.#left = this.#left.subarray(at);
  }

  #text(text: string): void {
    if (text === '2') this.send('3');
    else if (text.startsWith('0')) this.send('40');
    else if (text.startsWith('40')) this.#events.opened();
    else this.#events.packet(text);
  }
}
