import { contract } from '@piazza/shared/contract';
import { expect } from 'chai';
import { openVenue, type TestVenue } from '../support/server.ts';
import { problemIn, wireTo, type RawReply, type Wire } from '../support/wire.ts';

describe('limits of requests', () => {
  let venue: TestVenue;
  let wire: Wire;
  const open = async (config: object): Promise<void> => {
    venue = await openVenue({ config });
    wire = wireTo(venue.url);
  };
  afterEach(async () => {
    wire.close();
    await venue.close();
  });
  const ask = (headers = {}): Promise<RawReply> => wire.send({ path: '/api/v1/venue', headers });
  const inTurn = async (times: number, headers = {}): Promise<RawReply[]> => {
    const replies: RawReply[] = [];
    for (let at = 0; at < times; at += 1) replies.push(await ask(headers));
    return replies;
  };

  it('tell how many are left, and refuse the next with when to come back', async () => {
    await open({ requestsPerMinute: 5 });
    const replies = await inTurn(6);
    expect(replies.map(({ status }) => status)).to.deep.equal([200, 200, 200, 200, 200, 429]);
    expect(replies[0]?.headers['ratelimit-policy']).to.match(/q=5; w=60/);
    expect(replies[0]?.headers['ratelimit']).to.match(/r=4/);
    const last = replies[5]!;
    expect(problemIn(last)).to.include({ code: 'rate_limited', status: 429 });
    expect(Number(last.headers['retry-after'])).to.be.within(1, 60);
  });
  it('are narrower where the contract says so', async () => {
    await open({ requestsPerMinute: 1_000 });
    const { path, perMinute } = contract['auth.verifyEmail'];
    const body = JSON.stringify({ token: 'A'.repeat(43) });
    const headers = { 'content-type': 'application/json' };
    const asked = Array.from({ length: perMinute + 1 }, () =>
      wire.send({ method: 'POST', path: `/api/v1${path}`, headers, body }),
    );
    const codes = (await Promise.all(asked)).map((reply) => problemIn(reply).code);
    expect(codes.filter((code) => code === 'rate_limited')).to.have.length(1);
    expect(codes.filter((code) => code === 'link_invalid')).to.have.length(perMinute);
    expect((await ask()).status).to.equal(200);
  });
  it('count by address, whatever a client writes about itself', async () => {
    await open({ requestsPerMinute: 2 });
    const replies = [
      await ask({ 'x-forwarded-for': '192.0.2.1' }),
      await ask({ 'x-forwarded-for': '192.0.2.2' }),
      await ask({ 'x-forwarded-for': '192.0.2.3' }),
    ];
    expect(replies.map(({ status }) => status)).to.deep.equal([200, 200, 429]);
  });
  it('believe the venue’s own proxy, and not what stood there before it', async () => {
    await open({ requestsPerMinute: 2, trustProxy: true });
    const from = (client: string, claim: string): Promise<RawReply> =>
      ask({ 'x-forwarded-for': `${claim}, ${client}` });
    const replies = [
      await from('192.0.2.1', '198.51.100.1'),
      await from('192.0.2.1', '198.51.100.2'),
      await from('192.0.2.1', '198.51.100.3'),
      await from('192.0.2.2', '198.51.100.1'),
    ];
    expect(replies.map(({ status }) => status)).to.deep.equal([200, 200, 429, 200]);
  });
  it('API-9: keep nobody from cancelling all their orders', async () => {
    await open({ requestsPerMinute: 2 });
    await inTurn(3);
    const path = `/api/v1${contract['orders.cancelAll'].path}`;
    const headers = { 'content-type': 'application/json' };
    const cancels = (): Promise<RawReply> =>
      wire.send({ method: 'POST', path, headers, body: JSON.stringify({ listingId: null }) });
    expect((await ask()).status).to.equal(429);
    expect(problemIn(await cancels()).code).to.equal('not_authenticated');
  });
  it('do not touch the health and the figures of the venue', async () => {
    await open({ requestsPerMinute: 1 });
    await inTurn(3);
    expect((await wire.send({ path: '/healthz' })).status).to.equal(200);
    expect((await wire.send({ path: '/metrics' })).status).to.equal(200);
  });
});
