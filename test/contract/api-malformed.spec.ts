import { contract, endpointNames, type EndpointRecord } from '@piazza/shared/contract';
import { expect } from 'chai';
import { pathOf, type WireRequest } from '../support/api-client.ts';
import { openApiVenue, type ApiVenue } from '../support/api-venue.ts';
import type { Cast, Player } from '../support/cast.ts';
import { exampleOf, type Catalogue } from '../support/catalogue.ts';
import { badIds, badQueries, mutationsOf } from '../support/mutations.ts';
import { callerFor } from '../support/roles.ts';
import type { TestVenue } from '../support/server.ts';
import { problemIn, type RawReply, type Wire } from '../support/wire.ts';

/** Issue of bad input: every endpoint refuses what its schemas do not say, by code, and nothing changes. */
describe('API-1: malformed requests', () => {
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

  const send = (endpoint: EndpointRecord, path: string, body: unknown, who: Player): Promise<RawReply> =>
    wire.send({
      method: endpoint.method,
      path,
      headers: {
        authorization: `Bearer ${who.token}`,
        'x-piazza': '1',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const expectMalformed = (reply: RawReply, what: string, field: string): void => {
    const { status, code, facts } = problemIn(reply);
    expect({ status, code }, what).to.deep.equal({ status: 400, code: 'malformed_request' });
    const fields = (facts?.['fields'] ?? []) as string[];
    const names = (one: string): boolean => one.startsWith(field) || field.startsWith(one);
    expect(fields.some(names), `${what}: ${fields.join(' ')} do not name ${field}`).to.equal(true);
  };

  for (const name of endpointNames) {
    const endpoint: EndpointRecord = contract[name];
    const { params, query, body } = endpoint;

    if (body !== undefined)
      it(`${name} refuses a body spoiled in any one place`, async () => {
        const example = exampleOf(endpoint, catalogue);
        const mutations = mutationsOf(body, example.body as object);
        expect(mutations).to.have.length.above(10);
        for (const { at, what, value } of mutations) {
          // A value of another kind at the top is the transport's business.
          if (at === '' && (typeof value !== 'object' || value === null)) continue;
          const reply = await send(endpoint, pathOf(endpoint, example), value, callerFor(cast, endpoint));
          expectMalformed(reply, `${at} ${what}`, at === '' ? 'body' : `body.${at}`);
        }
      });
    else if (endpoint.upload === undefined)
      it(`${name} refuses a body where it takes none`, async () => {
        const path = pathOf(endpoint, exampleOf(endpoint, catalogue));
        for (const value of [{ extra: 1 }, [], [1], JSON.parse('{"__proto__":{}}') as unknown])
          expectMalformed(
            await send(endpoint, path, value, callerFor(cast, endpoint)),
            JSON.stringify(value),
            'body',
          );
      });
    it(`${name} refuses a query it does not know`, async () => {
      const { params: ids, query: valid = {} } = exampleOf(endpoint, catalogue);
      const path = pathOf(endpoint, { params: ids } as WireRequest);
      const mutations =
        query === undefined ? [{ at: '', what: 'any', value: 'x=1' }] : badQueries(query, valid);
      for (const { at, what, value } of mutations) {
        const reply = await send(
          endpoint,
          `${path}?${String(value)}`,
          exampleOf(endpoint, catalogue).body,
          callerFor(cast, endpoint),
        );
        expectMalformed(reply, `${at} ${what}`, at === '' ? 'query' : `query.${at}`);
      }
    });
    if (params !== undefined)
      it(`${name} refuses ids that are none`, async () => {
        const example = exampleOf(endpoint, catalogue);
        for (const [field, id] of Object.entries(example.params ?? {})) {
          const isNumber = /^[0-9]+$/.test(id);
          for (const bad of badIds(id.slice(0, 3)).filter((one) => !isNumber || !/^[0-9]+$/.test(one))) {
            const path = pathOf(endpoint, {
              ...example,
              params: { ...example.params, [field]: 'here' },
            }).replace('/here', `/${bad}`);
            expectMalformed(
              await send(endpoint, path, example.body, callerFor(cast, endpoint)),
              bad,
              `params.${field}`,
            );
          }
        }
      });
  }
});
