import { gzipSync } from 'node:zlib';
import { contract, endpointNames, type EndpointName, type EndpointRecord } from '@piazza/shared/contract';
import type { RejectionCode } from '@piazza/shared/rejections';
import { expect } from 'chai';
import type { OutgoingHttpHeaders } from 'node:http';
import { pathOf } from '../support/api-client.ts';
import { openApiVenue, type ApiVenue } from '../support/api-venue.ts';
import type { Cast } from '../support/cast.ts';
import { exampleOf, type Catalogue } from '../support/catalogue.ts';
import { callerFor } from '../support/roles.ts';
import type { TestVenue } from '../support/server.ts';
import { problemIn, type RawReply, type Wire } from '../support/wire.ts';

const all = endpointNames.map((name): [EndpointName, EndpointRecord] => [name, contract[name]]);
const withBody = all.filter(([, { body }]) => body !== undefined);
const json = { 'content-type': 'application/json' };

describe('requests that HTTP itself spoils', () => {
  let api: ApiVenue;
  let venue: TestVenue;
  let cast: Cast;
  let catalogue: Catalogue;
  let wire: Wire;
  let hash: string;
  before(async () => {
    api = await openApiVenue();
    ({ venue, cast, catalogue, wire } = api);
    hash = venue.stateHash();
  });
  after(() => api.close());
  afterEach('nothing has changed', () => expect(venue.stateHash()).to.equal(hash));

  const send = (
    endpoint: EndpointRecord,
    headers: OutgoingHttpHeaders,
    body?: string | Uint8Array,
    method: string = endpoint.method,
  ): Promise<RawReply> => {
    const { token } = callerFor(cast, endpoint);
    const path = pathOf(endpoint, exampleOf(endpoint, catalogue));
    const asking = { authorization: `Bearer ${token}`, 'x-piazza': '1', ...headers };
    return wire.send({ method, path, headers: asking, body });
  };
  const refused = (reply: RawReply, code: RejectionCode, what: string): void => {
    expect(problemIn(reply), what).to.include({ code });
  };

  const notJson: Readonly<Record<string, string>> = {
    'an empty body': '',
    'a number': '5',
    'a text': '"x"',
    null: 'null',
    true: 'true',
    'a list': '[]',
    'a list of objects': '[{}]',
    'half an object': '{',
    'a missing value': '{"a":}',
    'single quotes': "{'a':1}",
    NaN: '{"a":NaN}',
    'an infinite number': '{"a":1e999}',
    'a trailing comma': '{"a":1,}',
    'a byte order mark': '\ufeff{}',
    'lists without end': '['.repeat(8_000),
    'objects in objects': `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`,
    'a form': 'a=1&b=2',
  };
  for (const [what, body] of Object.entries(notJson))
    it(`${what} is malformed wherever a body is asked for`, async () => {
      for (const [name, endpoint] of withBody)
        refused(await send(endpoint, json, body), 'malformed_request', name);
    });

  const otherMedia: Readonly<Record<string, OutgoingHttpHeaders>> = {
    'plain text': { 'content-type': 'text/plain' },
    'a form': { 'content-type': 'application/x-www-form-urlencoded' },
    'many parts': { 'content-type': 'multipart/form-data; boundary=x' },
    'no type at all': {},
    'a neighbour of JSON': { 'content-type': 'application/jsonp' },
    'no type': { 'content-type': 'json' },
    'UTF-16': { 'content-type': 'application/json; charset=utf-16' },
    'Latin 1': { 'content-type': 'application/json; charset=iso-8859-1' },
    'a charset nobody knows': { 'content-type': 'application/json; charset=pizza' },
    gzip: { ...json, 'content-encoding': 'gzip' },
    brotli: { ...json, 'content-encoding': 'br' },
    'an encoding nobody knows': { ...json, 'content-encoding': 'pizza' },
  };
  for (const [what, headers] of Object.entries(otherMedia))
    it(`a body as ${what} is refused, with or without one being asked for`, async () => {
      for (const [name, endpoint] of all) {
        const text = JSON.stringify(exampleOf(endpoint, catalogue).body ?? {});
        const body = what === 'gzip' ? gzipSync(text) : text;
        refused(await send(endpoint, headers, body), 'unsupported_media_type', name);
      }
    });

  it('a body larger than the endpoint takes is refused, by its length and as it comes', async () => {
    for (const [name, endpoint] of all) {
      const most = endpoint.maxBody ?? 16 * 1024;
      const body = JSON.stringify({ a: 'x'.repeat(most) });
      const media = endpoint.upload === undefined ? json : { 'content-type': 'application/octet-stream' };
      refused(await send(endpoint, media, body), 'payload_too_large', name);
      refused(
        await send(endpoint, { ...media, 'transfer-encoding': 'chunked' }, body),
        'payload_too_large',
        name,
      );
    }
  });
  it('a body of just the largest size is read', async () => {
    for (const [name, endpoint] of withBody) {
      const most = endpoint.maxBody ?? 16 * 1024;
      const body = JSON.stringify({ a: 'x'.repeat(most - 8) });
      expect(body).to.have.length(most);
      refused(await send(endpoint, json, body), 'malformed_request', name);
    }
  });

  it('every other method is refused with those that are allowed', async () => {
    const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'];
    for (const [name, endpoint] of all) {
      const declared = all
        .filter(([, { path }]) => path === endpoint.path)
        .map(([, { method }]) => method as string);
      for (const method of methods.filter((one) => !declared.includes(one))) {
        const reply = await send(endpoint, {}, undefined, method);
        refused(reply, 'method_not_allowed', `${method} ${name}`);
        expect(reply.status).to.equal(405);
        const allowed = (reply.headers['allow'] ?? '')
          .split(', ')
          .filter((one) => one !== 'HEAD' && one !== 'OPTIONS');
        expect(allowed, name).to.have.members(declared);
      }
    }
  });
  it('HEAD answers like GET without a body, and OPTIONS tells the methods', async () => {
    for (const [name, endpoint] of all) {
      const options = await send(endpoint, { origin: 'https://elsewhere.example' }, undefined, 'OPTIONS');
      expect(options.status, name).to.equal(204);
      expect(options.headers['allow'], name).to.include(endpoint.method);
      expect(options.headers, name).not.to.have.property('access-control-allow-origin');
      if (endpoint.method !== 'GET') continue;
      const [head, get] = [await send(endpoint, {}, undefined, 'HEAD'), await send(endpoint, {})];
      // Nothing was executed for the commitment of the examples: its note is refused alike.
      const status = name === 'statements.commitmentNote' ? 409 : name === 'statements.tradeNote' ? 404 : 200;
      expect(head.status, name).to.equal(get.status).and.to.equal(status);
      expect(head.headers['content-type']).to.equal(get.headers['content-type']);
      expect(head.bytes).to.have.length(0);
    }
  });

  it('a path whose escapes are broken is malformed', async () => {
    for (const [name, endpoint] of all) {
      if (endpoint.params === undefined) continue;
      const path = `/api/v1${endpoint.path.replace(/:\w+/, '%E0%A4%A')}`;
      const headers = { authorization: `Bearer ${callerFor(cast, endpoint).token}` };
      refused(await wire.send({ method: endpoint.method, path, headers }), 'malformed_request', name);
    }
  });
  for (const path of [
    '/api/v1',
    '/api/v1/',
    '/api/v1/nothing',
    '/api/v1/ME',
    '/api/v1/me/wallet/top-up/more',
    '/api/v1/offers/ofr_1/../../../etc/passwd',
    '/api/v1/__proto__',
    '/api/v2/me',
    '/api',
    '/api/nothing',
  ])
    it(`${path} is not found`, async () => {
      for (const method of ['GET', 'POST', 'DELETE'])
        refused(await wire.send({ method, path }), 'not_found', method);
    });
});
