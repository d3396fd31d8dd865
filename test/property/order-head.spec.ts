import { expect } from 'chai';
import * as fc from 'fast-check';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { usualHead } from '../../server/src/http/order-head.ts';
import { property } from '../support/property.ts';

interface Read {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: readonly string[];
  readonly body: string;
}

/** What Node's own HTTP makes of the bytes; null where it refuses them or waits for more. */
class Node {
  readonly #server: Server;
  #read: Read[] = [];

  private constructor() {
    this.#server = createServer((request, response) => {
      void textOf(request).then((body) => {
        const { method = '', url = '', headers, rawHeaders } = request;
        this.#read.push({ method, url, headers, raw: rawHeaders, body });
        response.end();
      });
    });
    this.#server.on('clientError', (_error, socket) => socket.destroy());
  }

  static async open(): Promise<Node> {
    const node = new Node();
    await new Promise<void>((listening) => node.#server.listen(0, '127.0.0.1', listening));
    return node;
  }

  async read(bytes: string): Promise<Read | null> {
    this.#read = [];
    const { port } = this.#server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.end(bytes, 'latin1');
    socket.resume();
    await new Promise((closed) => socket.once('close', closed));
    return this.#read.length === 1 ? (this.#read[0] ?? null) : null;
  }

  close(): void {
    this.#server.close();
  }
}

const name = fc.oneof(
  fc.constantFrom(
    'Authorization',
    'authorization',
    'Idempotency-Key',
    'IDEMPOTENCY-KEY',
    'Content-Type',
    'X-Forwarded-For',
    'User-Agent',
    'Accept',
    'Cookie',
    'X-Strange_Name',
  ),
  fc.constantFrom('Connection', 'Expect', 'Transfer-Encoding', 'Content-Length', 'Host', 'Upgrade'),
  fc.stringMatching(/^[\w-]{1,12}$/),
);
const value = fc.oneof(
  fc.constantFrom('Bearer abc.def.ghi', 'application/json', 'keep-alive', 'close', 'chunked', '3', 'a, b'),
  fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const colon = fc.constantFrom(': ', ': ', ': ', ': ', ':', ' : ', ':  ', ':\t');
const end = fc.constantFrom('\r\n', '\r\n', '\r\n', '\r\n', '\r\n', '\n', ' \r\n', '\r\n\t\r\n', '\r\r\n');
const header = fc.tuple(name, colon, value, end).map((parts) => parts.join(''));
const plain = fc
  .tuple(name, fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/))
  .map(([of, is]) => `${of}: ${is}\r\n`);
const first = fc.constantFrom(
  'POST /api/v1/markets/lst_1/orders HTTP/1.1\r\n',
  'DELETE /api/v1/orders/ord_1 HTTP/1.1\r\n',
  'PATCH /api/v1/orders/ord_1 HTTP/1.1\r\n',
  'POST  /api/v1/orders/ord_1 HTTP/1.1\r\n',
  'DELETE /api/v1/orders/ord_1 HTTP/1.0\r\n',
  'POST /api/v1/orders/ord_1\r\n',
);
const body = fc.string({ unit: 'binary-ascii', maxLength: 30 });
const request = fc
  .record({
    first,
    headers: fc.oneof(fc.array(plain, { maxLength: 6 }), fc.array(header, { maxLength: 5 })),
    body,
    length: fc.boolean(),
  })
  .map(({ first: line, headers, body: content, length }) => {
    const told = length ? `Content-Length: ${content.length}\r\n` : '';
    return `${line}Host: piazza\r\n${headers.join('')}${told}\r\n${length ? content : ''}`;
  });

const only = (raw: readonly string[], wanted: string): string | undefined => {
  const found = raw.filter((_, at) => at % 2 === 1 && raw[at - 1]?.toLowerCase() === wanted);
  expect(found.length, wanted).to.be.at.most(1);
  return found[0];
};

describe('the head of an order', () => {
  let node: Node;
  before(async () => {
    node = await Node.open();
  });
  after(() => node.close());

  let [taken, left] = [0, 0];

  property('is read as Node reads it, or left to Node', 1_500, [request], async (bytes) => {
    const head = usualHead(bytes, 0);
    // What is not all there yet waits for the rest, as Node does.
    if (head === undefined || head.bodyAt + Number(head.length ?? 0) > bytes.length) {
      left += 1;
      return;
    }
    taken += 1;
    const read = await node.read(bytes);
    if (read === null) throw new Error('Node refuses it');
    const { method, url, authorization, key, type, length, forwardedFor, bodyAt } = head;
    expect([method, url]).to.deep.equal([read.method, read.url]);
    expect(authorization).to.equal(only(read.raw, 'authorization'));
    expect(key).to.equal(only(read.raw, 'idempotency-key'));
    expect(type).to.equal(only(read.raw, 'content-type'));
    expect(length).to.equal(only(read.raw, 'content-length'));
    expect(forwardedFor).to.equal(only(read.raw, 'x-forwarded-for'));
    expect(bytes.slice(bodyAt, bodyAt + Number(length ?? 0))).to.equal(read.body);
    expect(read.headers['transfer-encoding']).to.equal(undefined);
  });

  it('was drawn often enough either way', () => {
    expect(taken).to.be.at.least(100);
    expect(left).to.be.at.least(100);
  });
});
