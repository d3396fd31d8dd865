import { contract, endpointNames, type EndpointName, type EndpointRecord } from '@piazza/shared/contract';
import { expect } from 'chai';
import { bodyOf, decodeExactly, pathOf, type WireRequest } from '../support/api-client.ts';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { paidRequests, proves, ready, type PaidRequests } from '../support/paid-requests.ts';
import { openShop } from '../support/payers.ts';
import type { PaidVenue } from '../support/paid-venue.ts';
import { callerFor } from '../support/roles.ts';
import { problemIn, wireTo, type RawReply, type Wire } from '../support/wire.ts';

const needing = endpointNames
  .map((name): [EndpointName, EndpointRecord] => [name, contract[name]])
  .filter(([, { rejections }]) => rejections.includes('payments_off'));
/** What others own is as if it were not there. */
const owned = needing.filter(
  ([, { access, params }]) =>
    access.includes('investor') && params !== undefined && !('offerId' in params.shape),
);
const ofIssuers = needing.filter(([, { access }]) => access.includes('enterprise'));
const freshMs = 6 * 60_000;

/** Does it that much later, as this process tells the time. */
async function later<T>(ms: number, act: () => Promise<T>): Promise<T> {
  const { now } = Date;
  Date.now = () => now() + ms;
  try {
    return await act();
  } finally {
    Date.now = now;
  }
}

describe('endpoints that need a payment provider, on a venue that has one', () => {
  let shop: PaidVenue;
  let cast: Cast;
  let wire: Wire;
  let requests: PaidRequests;
  let count = 0;
  before(async () => {
    // Its own time goes on while that of this process is set ahead.
    const standin = { real: Date.now };
    // Nothing is looked after between two looks at the state.
    shop = await openShop(undefined, { standin, payments: { sweepEveryMs: 3_600_000 } });
    cast = await castOf(shop);
    requests = paidRequests(shop, cast);
    wire = wireTo(shop.url);
  });
  after(async () => {
    wire.close();
    await shop.close();
  });

  const newKey = (): string => `paid-key-${(count += 1)}`;
  const askFor = async (name: EndpointName): Promise<WireRequest> => {
    const asked = await requests[name]?.();
    if (asked === undefined) throw new Error(`nobody knows how ${name} succeeds`);
    await shop.settled();
    return asked;
  };
  const send = async (
    name: EndpointName,
    asked: WireRequest,
    { key, who = callerFor(cast, contract[name]) }: { key?: string; who?: Player } = {},
  ): Promise<RawReply> => {
    const endpoint: EndpointRecord = contract[name];
    const reply = await wire.send({
      method: endpoint.method,
      path: pathOf(endpoint, asked),
      headers: {
        authorization: `Bearer ${who.token}`,
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...bodyOf(asked).headers,
      },
      body: bodyOf(asked).body,
    });
    await shop.settled();
    return reply;
  };
  /** Refused with that code, and nothing is other than before. */
  const refused = async (
    name: EndpointName,
    asked: WireRequest,
    who: Player,
    code: string,
  ): Promise<void> => {
    const before = shop.stateHash();
    const reply = await send(name, asked, { who, key: newKey() });
    expect(problemIn(reply), name).to.include({ code });
    expect(shop.stateHash(), 'the state after a refusal').to.equal(before);
  };

  for (const [name, endpoint] of needing) {
    it(`PAY-8: ${name} answers with its status and exactly what its schema says`, async () => {
      const reply = await send(name, await askFor(name));
      expect(reply.status, reply.text).to.equal(endpoint.status);
      expect(reply.headers['cache-control']).to.equal('no-store');
      decodeExactly(endpoint.reply, JSON.parse(reply.text));
    });
  }
  for (const [name, endpoint] of needing.filter(([, { command }]) => command)) {
    it(`PAY-8: ${name}: the same request under the same key is one command`, async () => {
      const asked = await askFor(name);
      const key = newKey();
      const first = await send(name, asked, { key });
      expect(first.status, first.text).to.equal(endpoint.status);
      const before = shop.stateHash();
      const second = await send(name, asked, { key });
      expect(second.status, second.text).to.equal(endpoint.status);
      expect(shop.stateHash(), 'done once').to.equal(before);
      const { id } = JSON.parse(first.text) as { id?: string };
      expect((JSON.parse(second.text) as { id?: string }).id).to.equal(id);
    });
  }
  for (const [name] of owned)
    it(`PAY-9: ${name}: what is somebody else’s is not found`, async () => {
      await refused(name, await askFor(name), cast.ivo, 'not_found');
    });
  for (const [name] of ofIssuers)
    it(`PAY-9: ${name}: nobody asks for another issuer’s money`, async () => {
      await refused(name, await askFor(name), cast.elsa, 'not_allowed');
    });

  it('PAY-9: another’s session on the provider’s page brings nobody a way to pay', async () => {
    await refused(
      'payments.finishMethod',
      await askFor('payments.finishMethod'),
      cast.ivo,
      'setup_unfinished',
    );
  });
  it('PAY-9: nobody commits with a method of somebody else', async () => {
    await refused('commitments.place', await askFor('commitments.place'), cast.ivo, 'method_not_usable');
  });

  it('PAY-10: a withdrawal asks for proof of who asks, and leaves nothing when there is none', async () => {
    await ready(shop, cast.ines);
    const asked = { body: { amount: '100.00' } };
    await later(freshMs, () => refused('payments.withdraw', asked, cast.ines, 'step_up_needed'));
    await proves(cast.ines);
    const reply = await send('payments.withdraw', asked);
    expect(reply.status, reply.text).to.equal(201);
  });
  it('PAY-10: more than is free is refused, and to an account that nobody has checked', async () => {
    const { withdrawable } = await cast.ines.api.call('payments.overview');
    await proves(cast.ines);
    const more = `${(Number(withdrawable) + 1) / 100}`;
    await refused(
      'payments.withdraw',
      { body: { amount: Number(more).toFixed(2) } },
      cast.ines,
      'insufficient_funds',
    );
    await proves(cast.tito);
    await refused('payments.withdraw', { body: { amount: '100.00' } }, cast.tito, 'payee_not_ready');
  });
});
