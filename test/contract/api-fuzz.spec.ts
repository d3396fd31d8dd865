import {
  contract,
  endpointNames,
  rejectionsOf,
  type EndpointName,
  type EndpointRecord,
} from '@piazza/shared/contract';
import { orderIdOf } from '@piazza/shared/values';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { violations } from '../../server/src/domain/venue/index.ts';
import { decodeExactly, pathOf } from '../support/api-client.ts';
import { wishes, type Pools } from '../support/arbitrary.ts';
import { castOf, type Cast, type Name } from '../support/cast.ts';
import { catalogueOf } from '../support/catalogue.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { problemIn, wireTo, type RawReply, type Wire } from '../support/wire.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const people: readonly (Name | undefined)[] = [
  'enzo',
  'olga',
  'oreste',
  'adele',
  'ines',
  'ivo',
  'nora',
  undefined,
];
const rounds = Number(process.env['RUNS'] ?? 15);
/** Signing in costs a password hash each time, by design. */
const perEndpoint = (name: EndpointName): number => (name.startsWith('auth.') ? 3 : rounds);
const wishable = endpointNames.filter((name) => name !== 'desk.advanceClock');

describe(`anybody asking for anything (SEED=${seed})`, function () {
  this.timeout(600_000);
  let venue: TestVenue;
  let cast: Cast;
  let wire: Wire;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
    await catalogueOf(cast);
    wire = wireTo(venue.url);
  });
  after(async () => {
    wire.close();
    await venue.close();
  });

  const pools = (): Pools =>
    venue.venue.exchange.peek((state) => ({
      now: venue.venue.exchange.now(),
      ids: [
        ...state.listings.listings.keys(),
        ...state.offers.offers.keys(),
        ...state.offers.commitments.keys(),
        ...state.organisations.organisations.keys(),
        ...state.people.people.keys(),
        ...state.board.posts.keys(),
        ...[...state.markets.markets.values()].flatMap(({ book }) =>
          [...book.orders()].map(({ id }) => orderIdOf(id)),
        ),
      ],
    }));
  const ask = (name: EndpointName, index: number): Promise<RawReply> => {
    const endpoint: EndpointRecord = contract[name];
    const draw = <T>(arbitrary: fc.Arbitrary<T>): T =>
      fc.sample(arbitrary, { seed: seed + index, numRuns: 1 })[0] as T;
    const known = pools();
    const drawPart = (part: 'params' | 'query' | 'body'): unknown => {
      const schema = endpoint[part];
      return schema === undefined ? undefined : draw(wishes(schema, known));
    };
    const who = draw(fc.constantFrom(...people));
    const texts = (value: unknown): Record<string, string> =>
      Object.fromEntries(
        Object.entries(Object(value) as object).map(([key, one]) => [
          key,
          typeof one === 'string' ? one : JSON.stringify(one),
        ]),
      );
    const params = texts(drawPart('params'));
    // Without a parameter it would be another path.
    for (const key of Object.keys(endpoint.params?.shape ?? {})) params[key] ||= 'x';
    const [query, body] = [texts(drawPart('query')), drawPart('body')];
    return wire.send({
      method: endpoint.method,
      path: pathOf(endpoint, { params, query }),
      headers: {
        ...(who === undefined ? {} : { authorization: `Bearer ${cast[who].token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'x-piazza': '1',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  };

  it('gets what the contract says or a refusal it declares, and the books stay right', async () => {
    const outcomes = new Map<string, number>();
    let index = 0;
    for (let round = 0; round < rounds; round += 1) {
      for (const name of wishable) {
        if (round >= perEndpoint(name)) continue;
        index += 1;
        const endpoint: EndpointRecord = contract[name];
        const reply = await ask(name, index);
        if (reply.status < 300) {
          expect(reply.status, name).to.equal(endpoint.status);
          if (endpoint.media === undefined) decodeExactly(endpoint.reply, JSON.parse(reply.text));
        } else {
          const declared = [...rejectionsOf(endpoint), ...(reply.status === 404 ? ['not_found'] : [])];
          expect(declared, `${name}: ${reply.text}`).to.include(problemIn(reply).code);
        }
        outcomes.set(name, (outcomes.get(name) ?? 0) + (reply.status < 300 ? 1 : 0));
      }
      venue.clock.tick(3_600_000 * (1 + (round % 24)));
    }
    expect(venue.venue.exchange.peek(violations)).to.deep.equal([]);
    const taken = [...outcomes.values()].filter((count) => count > 0);
    expect(taken, 'many endpoints also say yes now and then').to.have.length.above(wishable.length / 3);
  });
});
