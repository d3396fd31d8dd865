import { contract, endpointNames, type EndpointName, type EndpointRecord } from '@piazza/shared/contract';
import { expect } from 'chai';
import { bodyOf, pathOf, type WireRequest } from '../support/api-client.ts';
import { openApiVenue, type ApiVenue } from '../support/api-venue.ts';
import type { Cast } from '../support/cast.ts';
import { exampleOf, refill, type Catalogue } from '../support/catalogue.ts';
import { hour } from '../support/draft.ts';
import { acknowledged, published } from '../support/listings.ts';
import { callerFor } from '../support/roles.ts';
import type { TestVenue } from '../support/server.ts';
import { problemIn, type RawReply, type Wire } from '../support/wire.ts';

const commands = endpointNames
  .map((name): [EndpointName, EndpointRecord] => [name, contract[name]])
  // What needs a payment provider is proved on a venue that has one: see payments-api.spec.ts.
  .filter(([, { command, rejections }]) => command && !rejections.includes('payments_off'));
let counter = 0;
const newKey = (): string => `key-${(counter += 1)}-${Date.now()}`;

describe('idempotency keys', () => {
  let api: ApiVenue;
  let venue: TestVenue;
  let cast: Cast;
  let catalogue: Catalogue;
  let wire: Wire;
  before(async () => {
    api = await openApiVenue();
    ({ venue, cast, catalogue, wire } = api);
  });
  after(() => api.close());

  const send = (endpoint: EndpointRecord, asked: WireRequest, key: string): Promise<RawReply> =>
    wire.send({
      method: endpoint.method,
      path: pathOf(endpoint, asked),
      headers: {
        authorization: `Bearer ${callerFor(cast, endpoint).token}`,
        'idempotency-key': key,
        ...bodyOf(asked).headers,
      },
      body: bodyOf(asked).body,
    });
  const askFor = async (name: EndpointName, endpoint: EndpointRecord): Promise<WireRequest> => {
    catalogue = await refill(cast, catalogue, endpoint);
    const asked = exampleOf(endpoint, catalogue);
    const params = { listingId: catalogue.under_review };
    const { contentHash } = await cast.olga.api.call('listings.read', { params });
    const { revision } = await cast.enzo.api.call('listings.read', {
      params: { listingId: catalogue.draft },
    });
    if (name === 'approvals.approve' || name === 'approvals.refuse') {
      const proposal = await cast.olga.api.call('approvals.read', {
        params: { proposalId: catalogue.proposal },
      });
      return { ...asked, body: { ...(asked.body as object), contentHash: proposal.contentHash } };
    }
    if (name === 'disclosures.decide') {
      const { filing } = await cast.olga.api.call('disclosures.read', {
        params: { disclosureId: catalogue.disclosure },
      });
      return { ...asked, body: { ...(asked.body as object), contentHash: filing?.contentHash } };
    }
    if (name === 'review.approve') return { ...asked, body: { ...(asked.body as object), contentHash } };
    return name === 'listings.saveDraft'
      ? { ...asked, body: { ...(asked.body as object), revision } }
      : asked;
  };

  for (const [name, endpoint] of commands) {
    it(`${name}: the same request under the same key is one command`, async () => {
      const asked = await askFor(name, endpoint);
      const key = newKey();
      const first = await send(endpoint, asked, key);
      expect(first.status, first.text).to.equal(endpoint.status);
      const before = venue.stateHash();
      const second = await send(endpoint, asked, key);
      expect(second.status, second.text).to.equal(endpoint.status);
      expect(venue.stateHash(), 'done once').to.equal(before);
      const again = JSON.parse(second.text) as { now?: string; id?: string };
      expect(again.id).to.equal((JSON.parse(first.text) as { id?: string }).id);
    });
    it(`${name}: a refusal is given again under the same key`, async () => {
      const asked = await askFor(name, endpoint);
      const key = newKey();
      await send(endpoint, asked, newKey());
      const first = await send(endpoint, asked, key);
      const second = await send(endpoint, asked, key);
      expect(second.status).to.equal(first.status);
      if (first.status >= 400) expect(problemIn(second)).to.deep.equal(problemIn(first));
    });
    it(`${name}: another request under the same key is refused`, async () => {
      const asked = await askFor(name, endpoint);
      const key = newKey();
      await cast[callerName(endpoint)].api.keyed(key, 'me.acknowledgeWarning');
      const before = venue.stateHash();
      const body = asked.body as Record<string, unknown> | undefined;
      // The acknowledgement has no body and no object, so every other command differs from it.
      const other =
        name === 'me.acknowledgeWarning' ? await keyOfAnother(key) : await send(endpoint, asked, key);
      expect(problemIn(other), JSON.stringify(body)).to.include({ code: 'key_reused', status: 409 });
      expect(venue.stateHash()).to.equal(before);
    });
    it(`${name}: a key of another form is malformed`, async () => {
      const asked = await askFor(name, endpoint);
      const before = venue.stateHash();
      for (const key of ['', 'short', 'x'.repeat(65), 'with a blank', 'àèìòùàèì', 'semi;colon', '__proto__!'])
        expect(problemIn(await send(endpoint, asked, Buffer.from(key).toString('latin1'))), key).to.include({
          code: 'malformed_request',
        });
      expect(venue.stateHash()).to.equal(before);
    });
  }

  const callerName = (endpoint: EndpointRecord) => {
    const { id } = callerFor(cast, endpoint);
    const name = (['enzo', 'olga', 'adele', 'ines'] as const).find((one) => cast[one].id === id);
    if (name === undefined) throw new Error('nobody known calls this');
    return name;
  };
  const keyOfAnother = (key: string): Promise<RawReply> =>
    send(contract['me.readNotices'], { body: { upTo: '1.0' } }, key);

  it('JNL-8: a key is the person’s own: another person’s same key is another command', async () => {
    const key = newKey();
    const body = { amount: 10_000 as never };
    const before = (await cast.ivo.api.call('wallet.read')).available;
    await cast.ines.api.keyed(key, 'wallet.topUp', { body });
    await cast.ivo.api.keyed(key, 'wallet.topUp', { body });
    expect((await cast.ivo.api.call('wallet.read')).available).to.equal(before + 10_000);
  });
  it('JNL-8: a key is answered for a day, refused after it; that of money is answered for good', async () => {
    const [plain, money] = [newKey(), newKey()];
    const body = { displayName: 'Ines I.', locale: 'it' } as const;
    await cast.ines.api.keyed(plain, 'me.update', { body });
    const wallet = await cast.ines.api.keyed(money, 'wallet.topUp', { body: { amount: 500 as never } });
    await cast.pass(24 * hour);
    await cast.ines.api.keyed(plain, 'me.update', { body });
    await cast.pass(1);
    const late = await send(contract['me.update'], { body }, plain);
    expect(problemIn(late)).to.include({ code: 'key_expired' });
    const again = await cast.ines.api.keyed(money, 'wallet.topUp', { body: { amount: 500 as never } });
    expect(again.available + again.held).to.equal(wallet.available + wallet.held);
  });
  it('API-6: over HTTP and over the socket the same key and request are one command', async () => {
    const { offerId } = await published(cast);
    const socket = await cast.ines.socket();
    const request = { params: { offerId }, body: { units: 100 as never, acknowledgements: acknowledged } };
    const [placeKey, revokeKey] = [newKey(), newKey()];
    const placed = await cast.ines.api.keyed(placeKey, 'commitments.place', request);
    const before = venue.stateHash();
    expect(await socket.call('placeCommitment', { key: placeKey, ...request })).to.deep.equal(placed);
    const revoking = { params: { commitmentId: placed.id } };
    expect(venue.stateHash()).to.equal(before);
    const revoked = await socket.call('revokeCommitment', { key: revokeKey, ...revoking });
    expect(await cast.ines.api.keyed(revokeKey, 'commitments.revoke', revoking)).to.deep.equal(revoked);
    const other = { ...request, body: { ...request.body, units: 110 as never } };
    const ack = await socket.emit('placeCommitment', {
      key: placeKey,
      params: other.params,
      body: { units: 110, acknowledgements: acknowledged },
    });
    expect(ack).to.have.nested.property('rejection.code', 'key_reused');
  });
  it('the members of a request may come in any order', async () => {
    const { offerId } = await published(cast);
    const key = newKey();
    const asked = (body: object): Promise<RawReply> =>
      send(contract['commitments.place'], { params: { offerId }, body }, key);
    const first = await asked({ units: 100, acknowledgements: acknowledged });
    const { riskWarning, ...others } = acknowledged;
    const second = await asked({ acknowledgements: { ...others, riskWarning }, units: 100 });
    expect(JSON.parse(second.text)).to.deep.equal(JSON.parse(first.text));
  });
  it('a command at the same time under the same key is done once', async () => {
    const { offerId } = await published(cast);
    const key = newKey();
    const body = { units: 100, acknowledgements: acknowledged };
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        send(contract['commitments.place'], { params: { offerId }, body }, key),
      ),
    );
    expect(new Set(replies.map(({ text }) => text)).size).to.equal(1);
    const offer = await venue.client().call('offers.read', { params: { offerId } });
    expect(offer.progress.committed).to.equal(100_000);
  });
});
