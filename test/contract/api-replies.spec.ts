import { commitmentIn } from '../support/listings.ts';
import { bringToContinuous, buys, openedMarket, sells } from '../support/markets.ts';
import {
  contract,
  endpointNames,
  isFile,
  type EndpointName,
  type EndpointRecord,
} from '@piazza/shared/contract';
import { rejectionStatus } from '@piazza/shared/rejections';
import { expect } from 'chai';
import { z } from 'zod';
import { bodyOf, decodeExactly, pathOf, type WireRequest } from '../support/api-client.ts';
import { openApiVenue, type ApiVenue } from '../support/api-venue.ts';
import type { Cast } from '../support/cast.ts';
import { exampleOf, refill, type Catalogue } from '../support/catalogue.ts';
import { mailedToken } from '../support/mails.ts';
import { callerFor } from '../support/roles.ts';
import { securityExamples } from '../support/security.ts';
import type { RawReply, Wire } from '../support/wire.ts';

const all = endpointNames.map((name): [EndpointName, EndpointRecord] => [name, contract[name]]);

describe('replies', () => {
  let api: ApiVenue;
  let cast: Cast;
  let catalogue: Catalogue;
  let wire: Wire;
  before(async () => {
    api = await openApiVenue();
    ({ cast, catalogue, wire } = api);
  });
  after(() => api.close());

  const send = (
    name: EndpointName,
    asked: WireRequest,
    cookie = '',
    token = callerFor(cast, contract[name]).token,
  ): Promise<RawReply> => {
    const endpoint: EndpointRecord = contract[name];
    return wire.send({
      method: endpoint.method,
      path: pathOf(endpoint, asked),
      headers: { authorization: `Bearer ${token}`, cookie, 'x-piazza': '1', ...bodyOf(asked).headers },
      body: bodyOf(asked).body,
    });
  };
  const signIn = async (): Promise<string> => {
    const reply = await send('auth.login', {
      body: { email: cast.ines.email, password: cast.ines.password },
    });
    return reply.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  };
  const readProposal = async (): Promise<{ body: object }> => {
    const params = { proposalId: catalogue.proposal };
    const { contentHash } = await cast.olga.api.call('approvals.read', { params });
    return { body: { ...contract['approvals.approve'].example.body, contentHash } };
  };
  /** What only a running venue can put into an example: tokens it mailed, cookies it set, hashes it computed. */
  const missing: Partial<
    Record<
      EndpointName,
      () => Promise<{ params?: Record<string, string>; body?: object; cookie?: string; token?: string }>
    >
  > = {
    'auth.verifyEmail': async () => {
      const example = contract['auth.register'].example.body;
      await send('auth.register', { body: { ...example, email: 'altra.persona@example.org' } });
      return { body: { token: await mailedToken(cast, 'altra.persona@example.org') } };
    },
    'auth.login': async () => ({ body: { email: cast.ines.email, password: cast.ines.password } }),
    'auth.refresh': async () => ({ cookie: await signIn() }),
    'auth.logout': async () => ({ cookie: await signIn() }),
    'auth.confirmPasswordReset': async () => {
      await send('auth.requestPasswordReset', { body: { email: cast.nora.email } });
      return { body: { token: await mailedToken(cast, cast.nora.email), password: 'una frase lunga e mia' } };
    },
    'statements.commitmentNote': async () => ({
      params: { commitmentId: await commitmentIn(cast, 'settled') },
    }),
    'statements.tradeNote': async () => {
      const listingId = await openedMarket(cast);
      await bringToContinuous(cast, listingId);
      await sells(cast.ivo, listingId, { price: 2_500, quantity: 1 });
      await buys(cast.ines, listingId, { price: 2_500, quantity: 1 });
      return { params: { listingId, trade: '1' } };
    },
    'review.approve': async () => {
      const params = { listingId: catalogue.under_review };
      const { contentHash } = await cast.olga.api.call('listings.read', { params });
      return { body: { ...contract['review.approve'].example.body, contentHash } };
    },
    'disclosures.decide': async () => {
      const params = { disclosureId: catalogue.disclosure };
      const { filing } = await cast.olga.api.call('disclosures.read', { params });
      const { example } = contract['disclosures.decide'];
      return { body: { ...example.body, contentHash: filing?.contentHash } };
    },
    'approvals.approve': () => readProposal(),
    'approvals.refuse': () => readProposal(),
    'listings.saveDraft': async () => {
      const params = { listingId: catalogue.draft };
      const { revision } = await cast.enzo.api.call('listings.read', { params });
      return { body: { ...contract['listings.saveDraft'].example.body, revision } };
    },
  };

  for (const [name, endpoint] of all) {
    it(`${name}: its example is valid by its own schemas`, () => {
      const example = exampleOf(endpoint, catalogue);
      for (const part of ['params', 'query', 'body'] as const) {
        const schema = endpoint[part];
        const value = example[part];
        if (schema === undefined) expect(value, part).to.equal(undefined);
        else if (value === undefined) expect(part, 'only a query may be left out').to.equal('query');
        else expect(z.decode(schema.strict(), value as never), part).to.be.an('object');
      }
    });
    it(`${name}: refuses only by codes that have a status, each named once`, () => {
      for (const code of endpoint.rejections) expect(rejectionStatus).to.have.property(code);
      expect(new Set(endpoint.rejections).size).to.equal(endpoint.rejections.length);
    });
    // What needs a payment provider is answered by a venue that has one: see payments-api.spec.ts. A commitment may.
    const needsProvider = (endpoint.rejections as readonly string[]).includes('payments_off');
    if (needsProvider && name !== 'commitments.place') {
      it(`${name}: says on a venue of play money that there are no payments`, async () => {
        const reply = await send(name, exampleOf(endpoint, catalogue));
        expect(reply.status, reply.text).to.equal(409);
        expect(JSON.parse(reply.text)).to.include({ code: 'payments_off' });
      });
      continue;
    }
    it(`${name}: answers its example with its status and exactly what its schema says`, async () => {
      catalogue = await refill(cast, catalogue, endpoint);
      const filled = missing[name] ?? securityExamples(cast)[name];
      const { cookie, token, ...changes } = (await filled?.()) ?? {};
      const reply = await send(name, { ...exampleOf(endpoint, catalogue), ...changes }, cookie, token);
      expect(reply.status, reply.text).to.equal(endpoint.status);
      expect(reply.headers['cache-control']).to.equal('no-store');
      const { media = 'application/json' } = endpoint;
      expect(reply.headers['content-type']).to.equal(isFile(media) ? media : `${media}; charset=utf-8`);
      if (endpoint.media === undefined) decodeExactly(endpoint.reply, JSON.parse(reply.text));
    });
  }
});
