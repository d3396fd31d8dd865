import { connect, type Socket } from 'node:net';
import { waitFor } from './wait.ts';

export interface Heard {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The whole replies at the front of what came; each says how long its body is. */
function repliesIn(bytes: Buffer): Heard[] {
  const found: Heard[] = [];
  let from = 0;
  for (;;) {
    const end = bytes.indexOf('\r\n\r\n', from);
    if (end === -1) return found;
    const [first = '', ...lines] = bytes.toString('latin1', from, end).split('\r\n');
    const headers = Object.fromEntries(
      lines.map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
    );
    const body = end + 4;
    const next = body + Number(headers['content-length'] ?? 0);
    if (bytes.length < next) return found;
    found.push({ status: Number(first.split(' ')[1]), headers, text: bytes.toString('utf8', body, next) });
    from = next;
  }
}

/** A connection on which a test writes what it likes, byte for byte. */
export class RawConnection {
  readonly #socket: Socket;
  #bytes: Buffer = Buffer.alloc(0);
  /** Whether the other side has closed it. */
  closed = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => {
      this.#bytes = Buffer.concat([this.#bytes, chunk]);
    });
    socket.on('error', () => undefined);
    socket.on('end', () => {
      this.closed = true;
    });
    socket.on('close', () => {
      this.closed = true;
    });
  }

  static async open(url: string): Promise<RawConnection> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await new Promise<void>((open, fail) => {
      socket.once('connect', open);
      socket.once('error', fail);
    });
    return new RawConnection(socket);
  }

  write(text: string): void {
    this.#socket.write(text);
  }

  /** Says no more, and goes on listening. */
  end(): void {
    this.#socket.end();
  }

  /** Leaves without a word. */
  leave(): void {
    this.#socket.destroy();
  }

  /** Reads nothing until it hears again. */
  deaf(): void {
    this.#socket.pause();
  }

  hears(): void {
    this.#socket.resume();
  }

  get replies(): readonly Heard[] {
    return repliesIn(this.#bytes);
  }

  /** So many replies, or more. @throws Error when they do not come */
  heard(count: number): Promise<readonly Heard[]> {
    return waitFor(`${count} replies`, () => (this.replies.length >= count ? this.replies : undefined));
  }
}
