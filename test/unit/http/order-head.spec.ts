import { expect } from 'chai';
import { usualHead } from '../../../server/src/http/order-head.ts';

const start = 'POST /api/v1/markets/lst_1/orders HTTP/1.1\r\nHost: piazza\r\n';
const read = (lines: string, first = start) => usualHead(`${first}${lines}\r\n{}`, 0);

describe('the head of an order', () => {
  it('is read wherever its request begins', () => {
    const one = `${start}Authorization: Bearer abc\r\nIdempotency-Key: a-key-of-mine\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`;
    const head = {
      method: 'POST',
      url: '/api/v1/markets/lst_1/orders',
      authorization: 'Bearer abc',
      key: 'a-key-of-mine',
      type: 'application/json',
      length: '2',
      forwardedFor: undefined,
    };
    expect(usualHead(one, 0)).to.deep.equal({ ...head, bodyAt: one.length - 2 });
    expect(usualHead(one + one, one.length)).to.deep.equal({ ...head, bodyAt: 2 * one.length - 2 });
  });

  it('may have headers that say nothing of an order, and names in any letters', () => {
    const lines =
      'User-Agent: a client (1.0)\r\nAccept: */*\r\nconnection: Keep-Alive\r\nCONTENT-LENGTH: 2\r\n';
    expect(read(lines)).to.include({ length: '2' });
  });

  const left: Readonly<Record<string, string>> = {
    'a header told twice': 'Authorization: Bearer a\r\nAuthorization: Bearer b\r\n',
    'two lengths': 'Content-Length: 2\r\nContent-Length: 3\r\n',
    'a second host': 'Host: elsewhere\r\n',
    'a body in chunks': 'Transfer-Encoding: chunked\r\n',
    'a compressed body': 'Content-Encoding: gzip\r\n',
    'a question before the body': 'Expect: 100-continue\r\n',
    'another protocol': 'Connection: upgrade\r\nUpgrade: websocket\r\n',
    'an end after the reply': 'Connection: close\r\n',
    'a length that is none': 'Content-Length: -2\r\n',
    'a length in another form': 'Content-Length: 0x2\r\n',
    'a space before the colon': 'Content-Length : 2\r\n',
    'no space after it': 'Content-Length:2\r\n',
    'two spaces after it': 'Content-Length:  2\r\n',
    'a space at the end': 'Content-Length: 2 \r\n',
    'a line that goes on in the next': 'X-Long: a\r\n b\r\n',
    'a line that ends in LF alone': 'X-One: a\nX-Two: b\r\n',
    'a CR within a line': 'X-One: a\rb\r\n',
    'a character beyond ASCII': 'X-One: caff\u00e8\r\n',
    'a header without a value': 'X-One: \r\n',
    'a header without a name': ': a\r\n',
  };
  for (const [what, lines] of Object.entries(left))
    it(`is left to Node with ${what}`, () => expect(read(lines)).to.equal(undefined));

  it('is left to Node without a host, or by another version', () => {
    expect(read('', 'POST / HTTP/1.1\r\n')).to.equal(undefined);
    expect(read('', start.replace('1.1', '1.0'))).to.equal(undefined);
    expect(read('', start.replace('POST', 'post'))).to.equal(undefined);
    expect(read('', start.replace('POST ', 'POST  '))).to.equal(undefined);
  });

  it('is not read before its end is there', () => {
    const whole = `${start}Content-Length: 2\r\n\r\n`;
    for (let at = 0; at < whole.length; at += 1) expect(usualHead(whole.slice(0, at), 0)).to.equal(undefined);
    expect(usualHead(whole, 0)).to.include({ bodyAt: whole.length });
  });
});
