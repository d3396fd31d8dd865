import { expect } from 'chai';
import type { Cast } from '../support/cast.ts';
import type { FaultyJournal } from '../support/faulty-journal.ts';
import type { Floor } from '../support/floor.ts';
import { RawConnection, type Heard } from '../support/raw-connection.ts';
import type { TestVenue } from '../support/server.ts';
import { openHeldFloor } from '../support/held-venue.ts';
import { pause, waitFor } from '../support/wait.ts';

const order = { side: 'sell', type: 'limit', price: '10.10', quantity: 1, timeInForce: 'gtc' };
const told = ({ text }: Heard) => JSON.parse(text) as { readonly orderId: string; readonly code: string };

describe('connections on which orders come', () => {
  let venue: TestVenue;
  let journal: FaultyJournal;
  let cast: Cast;
  let floor: Floor;
  let line: RawConnection;

  before(async () => {
    ({ venue, journal, cast, floor } = await openHeldFloor());
  });
  after(() => venue.close());
  beforeEach(async () => {
    line = await RawConnection.open(venue.url);
  });
  afterEach(() => line.leave());

  const head = (method: string, path: string, more: string, version = '1.1'): string =>
    `${method} ${path} HTTP/${version}\r\nHost: piazza\r\nAuthorization: Bearer ${cast.ines.token}\r\n${more}\r\n`;
  const places = (more = '', wish: object = order, version = '1.1'): string => {
    const body = JSON.stringify(wish);
    const content = `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`;
    return head('POST', `/api/v1/markets/${floor.listingId}/orders`, content + more, version) + body;
  };
  const cancels = (id: string): string => head('DELETE', `/api/v1/orders/${id}`, '');
  const seq = (): number => venue.venue.exchange.durableSeq;
  const serves = async (): Promise<void> => {
    const other = await RawConnection.open(venue.url);
    other.write(places());
    expect((await other.heard(1))[0]?.status).to.equal(201);
    other.leave();
  };

  it('stay open for the next, and say so', async () => {
    line.write(places());
    const [first] = await line.heard(1);
    expect([first?.status, first?.headers['connection']]).to.deep.equal([201, 'keep-alive']);
    line.write(cancels(told(first!).orderId));
    expect((await line.heard(2))[1]?.status).to.equal(200);
    expect(line.closed).to.equal(false);
  });

  it('are closed after the reply where the client asks for that', async () => {
    line.write(places('Connection: close\r\n'));
    const [reply] = await line.heard(1);
    expect([reply?.status, reply?.headers['connection']]).to.deep.equal([201, 'close']);
    await waitFor('the end of the connection', () => line.closed || undefined);
    expect(told(reply!).orderId).to.match(/^ord_/);
  });

  it('are closed after the reply to a client of HTTP/1.0', async () => {
    line.write(places('', order, '1.0'));
    const [reply] = await line.heard(1);
    expect([reply?.status, reply?.headers['connection']]).to.deep.equal([201, 'close']);
    await waitFor('the end of the connection', () => line.closed || undefined);
  });

  it('are closed after a refusal too, where the client asks for that', async () => {
    line.write(places('Connection: close\r\n', { ...order, price: '10.11' }));
    const [reply] = await line.heard(1);
    expect([reply?.status, told(reply!).code]).to.deep.equal([422, 'off_tick']);
    await waitFor('the end of the connection', () => line.closed || undefined);
  });

  it('take several requests at once and answer them in their order, whichever way each of them goes', async () => {
    const health = 'GET /health HTTP/1.1\r\nHost: piazza\r\n\r\n';
    const refused = places('', { ...order, price: '10.11' });
    const strange = places('', { ...order, more: 1 });
    line.write([places(), refused, health, places(), strange, cancels('ord_zzzz'), places()].join(''));
    const replies = await line.heard(7);
    expect(replies.map(({ status }) => status)).to.deep.equal([201, 422, 200, 201, 400, 404, 201]);
    const placed = [0, 3, 6].map((at) => told(replies[at]!).orderId);
    expect(new Set(placed).size).to.equal(3);
  });

  it('answer none of several before it is durable', async () => {
    const gate = journal.hold();
    line.write(places() + places() + places());
    await gate.reached;
    await pause(50);
    expect(line.replies).to.deep.equal([]);
    gate.open();
    expect((await line.heard(3)).map(({ status }) => status)).to.deep.equal([201, 201, 201]);
  });

  it('take more orders at once than are under way at once, and answer them in their order', async () => {
    const kinds = Array.from({ length: 250 }, (_, at) => at % 7 === 0);
    line.write(kinds.map((real) => (real ? places() : cancels('ord_zzzz'))).join(''));
    const replies = await line.heard(kinds.length);
    expect(replies.map(({ status }) => status === 201)).to.deep.equal(kinds);
  });

  it('take orders of which the last comes in two parts, and go on', async () => {
    const gate = journal.hold();
    line.write(places() + places().slice(0, -30));
    await gate.reached;
    line.write(places().slice(-30));
    gate.open();
    expect((await line.heard(2)).map(({ status }) => status)).to.deep.equal([201, 201]);
    line.write(places());
    expect((await line.heard(3))[2]?.status).to.equal(201);
  });

  it('serve whatever else is asked on them, and orders after that', async () => {
    line.write(places());
    const [first] = await line.heard(1);
    line.write(head('GET', '/healthz', ''));
    expect((await line.heard(2))[1]?.status).to.equal(200);
    line.write(cancels(told(first!).orderId));
    expect((await line.heard(3))[2]?.status).to.equal(200);
    line.write(places());
    expect((await line.heard(4))[3]?.status).to.equal(201);
  });

  it('answer a client that asks for much and reads nothing for long', async () => {
    const count = 3_000;
    line.deaf();
    line.write(cancels('ord_zzzz').repeat(count - 1) + places());
    await pause(300);
    line.hears();
    const replies = await line.heard(count);
    expect(replies.map(({ status }) => status).lastIndexOf(404)).to.equal(count - 2);
    expect([replies.length, replies.at(-1)?.status, line.closed]).to.deep.equal([count, 201, false]);
  });

  it('answer a client that says no more', async () => {
    line.write(places() + places());
    line.end();
    expect((await line.heard(2)).map(({ status }) => status)).to.deep.equal([201, 201]);
    await waitFor('the end of the connection', () => line.closed || undefined);
  });

  it('take a request that comes byte by byte in its head and in its body', async () => {
    const text = places();
    for (const at of [3, 20, 90, text.length - 40, text.length - 1]) {
      line.write(
        text.slice(
          [0, 3, 20, 90, text.length - 40, text.length - 1].findLast((one) => one < at),
          at,
        ),
      );
      await pause(5);
    }
    expect(line.replies).to.deep.equal([]);
    line.write(text.slice(-1));
    expect((await line.heard(1))[0]?.status).to.equal(201);
  });

  it('that are left in the middle of a body place nothing, and harm nobody', async () => {
    const before = seq();
    for (let times = 0; times < 20; times += 1) {
      const leaver = await RawConnection.open(venue.url);
      leaver.write(places().slice(0, -10));
      await pause(2);
      leaver.leave();
    }
    line.write(places().slice(0, -10));
    line.end();
    await waitFor('the end of the connection', () => line.closed || undefined);
    expect(line.replies.filter(({ status }) => status < 400)).to.deep.equal([]);
    expect(seq()).to.equal(before);
    await serves();
    expect(venue.faults).to.deep.equal([]);
  });

  it('that are left before the reply keep their order, and harm nobody', async () => {
    const before = seq();
    const gate = journal.hold();
    line.write(places() + places());
    await gate.reached;
    line.leave();
    await pause(20);
    gate.open();
    await waitFor('both orders', () => seq() >= before + 2 || undefined);
    await serves();
    expect(venue.faults).to.deep.equal([]);
  });

  it('are closed as the venue closes: idle ones at once, others after their reply', async () => {
    const idle = await RawConnection.open(venue.url);
    idle.write(places());
    await idle.heard(1);
    const gate = journal.hold();
    line.write(places());
    await gate.reached;
    const closing = venue.close();
    await waitFor('the end of the idle connection', () => idle.closed || undefined);
    gate.open();
    const [reply] = await line.heard(1);
    expect([reply?.status, reply?.headers['connection']]).to.deep.equal([201, 'close']);
    await waitFor('the end of the connection', () => line.closed || undefined);
    await closing;
  });
});
