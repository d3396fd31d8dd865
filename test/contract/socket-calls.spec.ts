import { socketCalls, type EndpointName, type SocketCallRecord } from '@piazza/shared/contract';
import type { RejectionCode } from '@piazza/shared/rejections';
import { expect } from 'chai';
import { castOf, type Cast, type Name, type Player } from '../support/cast.ts';
import { catalogueOf, fill, type Catalogue } from '../support/catalogue.ts';
import { bringToCall, restingOrder } from '../support/markets.ts';
import { commit, commitmentIn, offerIn, published } from '../support/listings.ts';
import { mutationsOf } from '../support/mutations.ts';
import { callerFor, strangersTo } from '../support/roles.ts';
import { decodeExactly } from '../support/api-client.ts';
import { changeRole } from '../support/proposals.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import type { SocketAck, SocketClient } from '../support/socket-client.ts';

const calls = Object.entries(socketCalls) as unknown as [keyof typeof socketCalls, SocketCallRecord][];
const codeOf = (ack: SocketAck): RejectionCode | 'taken' => {
  if (ack.ok) return 'taken';
  if (ack.rejection === undefined) throw new Error(`the venue failed: ${ack.error ?? 'without a word'}`);
  return ack.rejection.code;
};
/** The acks of a batch, one for each item. */
const itemsOf = (ack: SocketAck): SocketAck[] =>
  ack.ok ? (ack.value as { readonly items: SocketAck[] }).items : [];

describe('calls over the socket', () => {
  let venue: TestVenue;
  let cast: Cast;
  let catalogue: Catalogue;
  let keys = 0;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
    catalogue = await catalogueOf(cast);
  });
  after(() => venue.close());

  const callerOf = (call: SocketCallRecord): Player =>
    call.access === 'public' ? cast.ines : callerFor(cast, call);
  const exampleOf = (call: SocketCallRecord): Record<string, unknown> => {
    const token = callerOf(call).token;
    const example = fill(call.example, { ...catalogue, token }) as Record<string, unknown>;
    return 'key' in example ? { ...example, key: `calls-key-${(keys += 1)}` } : example;
  };

  for (const [name, call] of calls) {
    describe(name, () => {
      let socket: SocketClient;
      let hash: string;
      beforeEach(async () => {
        socket = await callerOf(call).socket();
        hash = venue.stateHash();
      });
      afterEach(() => socket.close());
      const unchanged = (): void => expect(venue.stateHash()).to.equal(hash) as unknown as void;

      it('refuses a request spoiled in any one place, by code', async () => {
        for (const { at, what, value } of mutationsOf(call.request, exampleOf(call))) {
          const ack = await socket.emit(name, value);
          // A batch is taken item by item: one that is spoiled is refused in its place.
          if (name === 'sendOrders' && at.startsWith('items.')) {
            expect(itemsOf(ack).map(codeOf), `${at} ${what}`).to.include('malformed_request');
            continue;
          }
          expect(codeOf(ack), `${at} ${what}`).to.equal('malformed_request');
          expect(ack).to.have.nested.property('rejection.detail.fields');
        }
        unchanged();
      });
      it('refuses no request, two requests, and what is not JSON', async () => {
        const valid = exampleOf(call);
        const wrong: unknown[][] = [
          [],
          [valid, valid],
          [undefined],
          [null],
          ['x'],
          [5],
          [[]],
          [[valid]],
          [Buffer.from('x')],
          [new Uint8Array(0)],
        ];
        for (const sent of wrong)
          expect(codeOf(await socket.emit(name, ...sent)), JSON.stringify(sent)).to.equal(
            'malformed_request',
          );
        unchanged();
      });
      it('does nothing for who does not want to know the outcome', async () => {
        for (const last of [undefined, null, 'x', {}, 5]) {
          socket.raw.emit(name, exampleOf(call));
          socket.raw.emit(name, exampleOf(call), last);
        }
        expect(codeOf(await socket.emit('unsubscribeOffer', { offerId: catalogue.offer }))).to.equal('taken');
        unchanged();
      });
      if (call.access !== 'public')
        it('asks who is calling', async () => {
          const anonymous = await venue.socket();
          expect(codeOf(await anonymous.emit(name, exampleOf(call)))).to.equal('not_authenticated');
          for (const stranger of strangersTo(call.access)) {
            const other = await cast[stranger].socket();
            expect(codeOf(await other.emit(name, exampleOf(call))), stranger).to.equal('not_allowed');
            other.close();
          }
          anonymous.close();
          unchanged();
        });
      it('takes its example and answers exactly what its schema says', async () => {
        const { offerId } = await published(cast);
        const { id } = await commit(cast.ines, offerId, 100);
        await bringToCall(cast, catalogue.market);
        const order = await restingOrder(cast, catalogue.market);
        catalogue = { ...catalogue, offer: offerId, commitment: id, order };
        const ack = await socket.emit(name, exampleOf(call));
        if (!ack.ok) throw new Error(JSON.stringify(ack));
        decodeExactly(call.reply, ack.value);
      });
    });
  }

  it('share access and refusals with the endpoint they stand for', () => {
    const standing = calls.filter(([, { endpoint }]) => endpoint !== undefined);
    expect(standing.map(([, { endpoint }]) => endpoint as EndpointName)).to.deep.equal([
      'commitments.place',
      'commitments.revoke',
      'orders.place',
      'orders.amend',
      'orders.cancel',
    ]);
  });
  it('are refused on what does not exist, is another’s, or is in another status', async () => {
    const socket = await cast.ines.socket();
    const refused = async (name: string, request: object): Promise<string> =>
      codeOf(
        await socket.emit(
          name,
          'params' in request ? { key: `calls-key-${(keys += 1)}`, ...request } : request,
        ),
      );
    const body = exampleOf(socketCalls.placeCommitment)['body'];
    const hash = venue.stateHash();
    expect(await refused('subscribeOffer', { offerId: 'ofr_zzzz' })).to.equal('not_found');
    expect(await refused('placeCommitment', { params: { offerId: 'ofr_zzzz' }, body })).to.equal('not_found');
    expect(await refused('revokeCommitment', { params: { commitmentId: 'cmt_zzzz' } })).to.equal('not_found');
    expect(venue.stateHash()).to.equal(hash);
    const { id } = await commit(cast.ivo, (await published(cast)).offerId, 100);
    expect(await refused('revokeCommitment', { params: { commitmentId: id } })).to.equal('not_found');
    for (const status of ['scheduled', 'closing', 'funded', 'failed', 'cancelled'] as const) {
      const { offerId } = await offerIn(cast, status);
      expect(await refused('placeCommitment', { params: { offerId }, body }), status).to.equal(
        'offer_not_open',
      );
    }
    for (const status of ['revoked', 'captured', 'settled', 'released'] as const) {
      const commitmentId = await commitmentIn(cast, status);
      const code = status === 'captured' ? 'reflection_ended' : 'illegal_state';
      expect(await refused('revokeCommitment', { params: { commitmentId } }), status).to.equal(code);
    }
  });
  it('of names that are no call are not answered', async () => {
    const socket = await cast.ines.socket();
    for (const name of ['constructor', '__proto__', 'toString', 'dealFlow', 'adminOnly', ''])
      socket.raw.emit(name, {}, () => {
        throw new Error(`${name} was answered`);
      });
    expect(codeOf(await socket.emit('unsubscribeOffer', { offerId: catalogue.offer }))).to.equal('taken');
  });
  it('by roles withdrawn a moment ago are refused', async () => {
    const who: Name = 'nora';
    const personId = cast[who].id;
    const change = (granted: boolean) => changeRole(cast, personId, 'investor', granted);
    await change(true);
    const socket = await cast[who].socket();
    const { offerId } = await published(cast);
    const ask = () =>
      socket.emit('placeCommitment', { ...exampleOf(socketCalls.placeCommitment), params: { offerId } });
    expect(codeOf(await ask())).to.equal('identity_needed');
    await change(false);
    expect(codeOf(await ask())).to.equal('not_allowed');
  });
});
