import { connect, type Socket } from 'node:net';

export type Reply = (status: number, body: unknown) => void;

/** One connection that is kept alive, one request on it at a time. */
export class HttpConnection {
  readonly #socket: Socket;
  readonly #host: string;
  #reply: Reply | undefined;
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
    this.#reply = reply;
    const content =
      body === '' ? '' : `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`;
    this.#socket.write(
      `${method} ${path} HTTP/1.1\r\nHost: ${this.#host}\r\n${headers}${content}\r\n${body}`,
    );
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(text: string): void {
    this.#text += text;
    const head = this.#text.indexOf('\r\n\r\n');
    if (head === -1) return;
    const length = /\r\ncontent-length: (\d+)/i.exec(this.#text)?.[1];
    const end = head + 4 + Number(length);
    if (this.#text.length < end) return;
    const body: unknown = JSON.parse(this.#text.slice(head + 4, end));
    const status = Number(this.#text.slice(9, 12));
    this.#text = this.#text.slice(end);
    this.#reply?.(status, body);
  }
}
