import { IncomingMessage, ServerResponse } from 'node:http';

/** What Node keeps of a reply and its types do not show. */
interface Head {
  _header: string | null;
}

/** A request whose body may be had whole, without the ways of a stream. */
export class WholeRequest extends IncomingMessage {
  #take: ((body: Buffer) => void) | undefined;
  #body: Buffer | undefined;
  #whole = false;

  /** Calls `take` once, when all of the body is there; never, where the client leaves before. Nobody else may read it then. */
  whole(take: (body: Buffer) => void): void {
    this.#take = take;
    this.ignored();
  }

  /** Lets what comes go by. */
  ignored(): void {
    this.#whole = true;
    // As for a stream that is being read: Node need not empty it.
    this._read(0);
  }

  override push(chunk: unknown, encoding?: BufferEncoding): boolean {
    if (!this.#whole) return super.push(chunk, encoding);
    const take = this.#take;
    if (take === undefined) return true;
    if (chunk === null) {
      this.#take = undefined;
      take(this.#body ?? Buffer.alloc(0));
    } else {
      const piece = chunk as Buffer;
      this.#body = this.#body === undefined ? piece : Buffer.concat([this.#body, piece]);
    }
    return true;
  }
}

/** A reply that may leave as it is, head and body in one write: most of the cost of a reply is its writes. */
export class WholeResponse extends ServerResponse {
  /** @param text the whole reply, ASCII alone; only for a connection that stays open */
  whole(status: number, text: string): void {
    this.statusCode = status;
    // Taken for the head, which is sent in front of a body: of none here.
    (this as unknown as Head)._header = text;
    this.end();
  }
}
