import { connect, type Socket } from 'node:net';

export type Reply = (status: number, body: unknown) => void;

/**
 * One connection that is kept alive. Of several requests on it the replies come in their order; what is sent in one turn
 * leaves in one write.
 */
export class HttpConnection {
  readonly #socket: Socket;
  readonly #host: string;
  readonly #replies: Reply[] = [];
  #out = '';
  #text = '';

  private constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => this.#take(text));
  }

  static async open(url: string): Promise<HttpConnection> {
    const { hostname, port, host } = new URL(url);
    const socket = connect(Number(port), hostname);
    await new Promise<void>((connected, failed) => {
      socket.once('connect', connected);
      socket.once('error', failed);
    });
    return new HttpConnection(socket, host);
  }

  /** @param headers lines, each with its end @param body JSON, or nothing */
  send(method: string, path: string, headers: string, body: string, reply: Reply): void {
    this.#replies.push(reply);
    const content =
      body === '' ? '' : `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`;
    if (this.#out === '') queueMicrotask(() => this.#write());
    this.#out += `${method} ${path} HTTP/1.1\r\nHost: ${this.#host}\r\n${headers}${content}\r\n${body}`;
  }

  close(): void {
    this.#socket.destroy();
  }

  #write(): void {
    this.#socket.write(this.#out, 'latin1');
    this.#out = '';
  }

  #take(text: string): void {
    this.#text += text;
    for (;;) {
      const head = this.#text.indexOf('\r\n\r\n');
      if (head === -1) return;
      const length = /\r\ncontent-length: (\d+)/i.exec(this.#text)?.[1];
      const end = head + 4 + Number(length);
      if (this.#text.length < end) return;
      const body: unknown = JSON.parse(this.#text.slice(head + 4, end));
      const status = Number(this.#text.slice(9, 12));
      this.#text = this.#text.slice(end);
      this.#replies.shift()?.(status, body);
    }
  }
}
