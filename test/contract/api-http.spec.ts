import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { createHttpServer } from '../../server/src/http/server.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { published } from '../support/listings.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { waitFor } from '../support/wait.ts';
import { problemIn, wireTo, type RawReply, type Wire } from '../support/wire.ts';

const page = '<!doctype html><html><head><style nonce="__CSP_NONCE__"></style></head></html>';

describe('the venue over HTTP', () => {
  let folder: string;
  let venue: TestVenue;
  let cast: Cast;
  let wire: Wire;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'piazza-page-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), page);
    await writeFile(join(folder, 'assets', 'app-1234.js'), 'export {};');
    await writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await writeFile(join(folder, '.secret'), 'secret');
    venue = await openVenue({ clientFolder: folder });
    cast = await castOf(venue);
    wire = wireTo(venue.url);
  });
  after(async () => {
    wire.close();
    await venue.close();
    await rm(folder, { recursive: true });
  });
  const get = (path: string, headers = {}): Promise<RawReply> => wire.send({ path, headers });
  const signed = (): object => ({ authorization: `Bearer ${cast.olga.token}` });

  describe('protects its pages', () => {
    for (const path of [
      '/',
      '/offers/ofr_1',
      '/api/v1/venue',
      '/api/v1/me',
      '/api/v1/docs/',
      '/healthz',
      '/metrics',
      '/favicon.svg',
      '/nothing.js',
    ])
      it(`${path} carries the headers of a careful site, and does not say what serves it`, async () => {
        const { headers } = await get(path);
        expect(headers['x-content-type-options']).to.equal('nosniff');
        expect(headers['x-frame-options']).to.equal('DENY');
        expect(headers['referrer-policy']).to.equal('no-referrer');
        expect(headers['cross-origin-opener-policy']).to.equal('same-origin');
        expect(headers['content-security-policy']).to.include("frame-ancestors 'none'");
        expect(headers).not.to.have.any.keys('x-powered-by', 'server', 'access-control-allow-origin');
      });
    it('gives every reply a nonce of its own, which the page and the policy share', async () => {
      const replies = await Promise.all([get('/'), get('/'), get('/portfolio')]);
      const nonces = replies.map(({ text, headers }) => {
        const nonce = /nonce="([^"]+)"/.exec(text)?.[1] ?? '';
        expect(Buffer.from(nonce, 'base64')).to.have.length(16);
        expect(headers['content-security-policy']).to.include(`'nonce-${nonce}'`);
        expect(text).not.to.include('__CSP_NONCE__');
        return nonce;
      });
      expect(new Set(nonces).size).to.equal(3);
    });
    it('lets scripts come from the venue alone, and none be written into a page', async () => {
      const policy = String((await get('/')).headers['content-security-policy']);
      expect(policy).to.match(/script-src 'self'(?:;|$)/);
      expect(policy).to.match(/connect-src 'self'(?:;|$)/);
      expect(policy).not.to.match(/unsafe-eval|https?:/);
    });
    it('keeps hashed files for a year, the page and the API not at all', async () => {
      expect((await get('/assets/app-1234.js')).headers['cache-control']).to.equal(
        'public, max-age=31536000, immutable',
      );
      expect((await get('/')).headers['cache-control']).to.equal('no-store');
      for (const path of ['/api/v1/venue', '/api/v1/me', '/api/v1/nothing', '/api/v1/listings/%E0%A4%A'])
        expect((await get(path)).headers['cache-control'], path).to.equal('no-store');
    });
    it('answers for what is not there without a page, a stack or a file of its own', async () => {
      const cases: readonly (readonly [string, number])[] = [
        ['/assets/missing.js', 404],
        ['/missing.png', 404],
        ['/.secret', 404],
        ['/assets/..%2f.secret', 404],
        ['/assets/%2e%2e/%2e%2e/package.json', 404],
        ['/%E0%A4%A', 400],
        ['/assets/%E0%A4%A', 400],
        ['/a%00b.js', 404],
      ];
      for (const [path, status] of cases) {
        const reply = await get(path);
        expect(reply.status, path).to.be.oneOf([status, 400, 403]);
        expect(reply.headers['content-type'], path).to.match(/^text\/plain/);
        expect(reply.text, path).not.to.match(/secret|node_modules|\bat /);
      }
    });
    it('takes no other method on its pages', async () => {
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
        expect((await wire.send({ method, path: '/' })).status, method).to.equal(404);
      expect((await wire.send({ method: 'HEAD', path: '/' })).status).to.equal(200);
    });
  });

  it('compresses what is long, for whoever can read it', async () => {
    const { offerId } = await published(cast);
    const plain = await get(`/api/v1/offers/${offerId}`);
    const packed = await get('/api/v1/openapi.json', { 'accept-encoding': 'gzip' });
    expect(plain.headers).not.to.have.property('content-encoding');
    expect(packed.headers['content-encoding']).to.equal('gzip');
    expect(packed.headers['vary']).to.match(/accept-encoding/i);
    expect(JSON.parse(gunzipSync(packed.bytes).toString())).to.have.property('openapi');
  });
  it('reads no cookie it did not set, however it is spoiled', async () => {
    for (const cookie of [
      '',
      '=',
      ';;;',
      '__proto__=1',
      'piazza_refresh=%E0%A4%A',
      `piazza_refresh=${'x'.repeat(4_000)}`,
      'piazza_refresh="a;b"',
    ]) {
      const headers = { cookie, 'x-piazza': '1' };
      const reply = await wire.send({ method: 'POST', path: '/api/v1/auth/refresh', headers });
      expect(problemIn(reply), cookie).to.include({ code: 'session_expired' });
    }
  });
  it('tells that it is well', async () => {
    const { text, status } = await get('/healthz');
    expect(status).to.equal(200);
    expect(JSON.parse(text)).to.include({ status: 'ok', mode: 'SIMULATION' });
    expect(JSON.parse(text)).to.have.property('durableSeq', venue.venue.exchange.durableSeq);
  });
  it('measures answers, flushes and the way from durable to sent', async () => {
    const { offerId } = await published(cast);
    const socket = await venue.socket();
    await socket.call('subscribeDealFlow', {});
    await published(cast);
    await socket.push('dealFlow');
    const figures = await waitFor('a fan-out in the metrics', async () => {
      const { text } = await get('/metrics');
      return /piazza_fan_out_ms_count [1-9]/.test(text) ? text : undefined;
    });
    for (const name of ['piazza_ack_ms', 'piazza_flush_ms', 'piazza_flush_records', 'piazza_fan_out_ms'])
      expect(figures).to.include(`# TYPE ${name} histogram`);
    expect(figures).to.match(/piazza_ack_ms_count\{call="subscribeDealFlow"\} [1-9]/);
    expect(figures).to.match(/piazza_ack_ms_count\{call="listings\.publish"\} [1-9]/);
    expect(figures).to.match(/piazza_flush_ms_count [1-9]/);
    expect(figures).to.match(/piazza_connections 1\b/);
    expect(figures).not.to.include(offerId).and.not.to.include('example.org');
  });
  it('puts an end to what a slow client could hold open', () => {
    const server = createHttpServer();
    expect(server.headersTimeout).to.be.within(1, 20_000);
    expect(server.requestTimeout).to.be.within(1, 60_000);
    expect(server.keepAliveTimeout).to.be.within(1, 60_000);
    server.close();
  });
  it('does not tell the desk to a browser that only asks', async () => {
    const reply = await get('/api/v1/desk/mail', { ...signed(), origin: 'https://elsewhere.example' });
    expect(reply.headers).not.to.have.property('access-control-allow-origin');
  });
});
