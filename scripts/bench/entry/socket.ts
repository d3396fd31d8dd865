import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const MASKED = 0x80;
const TEXT = 0x81;

/** A text frame with a mask of zeros: as valid as any other, and nothing to compute. */
function frameOf(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 6 : 8;
  const frame = Buffer.alloc(head + length);
  frame[0] = TEXT;
  if (length < 126) frame[1] = MASKED | length;
  else {
    frame[1] = MASKED | 126;
    frame.writeUInt16BE(length, 2);
  }
  frame.write(text, head);
  return frame;
}

/** Texts of the whole frames at the front of `bytes`, and what is left. */
function framesIn(bytes: Buffer, take: (text: string) => void): Buffer {
  let at = 0;
  for (;;) {
    if (bytes.length - at < 2) break;
    let length = (bytes[at + 1] as number) & 127;
    let head = 2;
    if (length === 126) {
      if (bytes.length - at < 4) break;
      length = bytes.readUInt16BE(at + 2);
      head = 4;
    } else if (length === 127) {
      if (bytes.length - at < 10) break;
      length = Number(bytes.readBigUInt64BE(at + 2));
      head = 10;
    }
    if (bytes.length - at < head + length) break;
    if (bytes[at] === TEXT) take(bytes.toString('utf8', at + head, at + head + length));
    at += head + length;
  }
  return bytes.subarray(at);
}

export type Answer = (value: unknown) => void;

/** The thinnest Socket.io client there can be over WebSocket, so that the load costs less than what it measures. */
export class CallSocket {
  readonly #socket: Socket;
  readonly #answers = new Map<number, Answer>();
  #next = 0;
  #left: Buffer = Buffer.alloc(0);

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
  }

  /** Connects as the holder of the token. @throws Error when the venue refuses */
  static async open(url: string, token: string): Promise<CallSocket> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    const opened = new CallSocket(socket);
    await new Promise<void>((resolve, fail) => {
      socket.once('error', fail);
      socket.once('close', () => fail(new Error('the venue closed the connection')));
      const key = randomBytes(16).toString('base64');
      socket.write(
        `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\n` +
          `Connection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
      );
      let greeting = Buffer.alloc(0);
      const greeted = (bytes: Buffer): void => {
        greeting = Buffer.concat([greeting, bytes]);
        const end = greeting.indexOf('\r\n\r\n');
        if (end === -1) return;
        socket.off('data', greeted);
        socket.on('data', (more: Buffer) => opened.#take(more, token, resolve));
        opened.#take(greeting.subarray(end + 4), token, resolve);
      };
      socket.on('data', greeted);
    });
    return opened;
  }

  /** Emits an event and hands its acknowledgement to `answer`. */
  call(name: string, request: string, answer: Answer): void {
    const id = this.#next;
    this.#next += 1;
    this.#answers.set(id, answer);
    this.#socket.write(frameOf(`42${id}["${name}",${request}]`));
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(bytes: Buffer, token: string, connected: () => void): void {
    const all = this.#left.length === 0 ? bytes : Buffer.concat([this.#left, bytes]);
    this.#left = framesIn(all, (text) => {
      if (text.startsWith('43')) this.#answer(text);
      else if (text.startsWith('0')) this.#socket.write(frameOf(`40${JSON.stringify({ token })}`));
      else if (text.startsWith('40')) connected();
      else if (text === '2') this.#socket.write(frameOf('3'));
    });
  }

  #answer(text: string): void {
    const start = text.indexOf('[');
    const id = Number(text.slice(2, start));
    const answer = this.#answers.get(id);
    this.#answers.delete(id);
    answer?.((JSON.parse(text.slice(start)) as unknown[])[0]);
  }
}
