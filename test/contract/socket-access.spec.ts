import {
  contract,
  endpointNames,
  socketCalls,
  socketPushes,
  type EndpointName,
  type EndpointRecord,
  type SocketCallRecord,
  type SocketPushes,
} from '@piazza/shared/contract';
import type { RejectionCode } from '@piazza/shared/rejections';
import { expect } from 'chai';
import { castOf, type Cast, type Name } from '../support/cast.ts';
import { catalogueOf, fill, type Catalogue } from '../support/catalogue.ts';
import { commit, listingIn, published } from '../support/listings.ts';
import { bringToCall, restingOrder } from '../support/markets.ts';
import { changeRole } from '../support/proposals.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import type { SocketAck, SocketClient } from '../support/socket-client.ts';
import { pause } from '../support/wait.ts';

/** Ines, whose the objects are, comes last: nobody finds them used up. */
const people: readonly Name[] = ['enzo', 'elsa', 'olga', 'adele', 'ivo', 'vera', 'piera', 'nora', 'ines'];
type Who = Name | 'nobody';
const everybody: readonly Who[] = ['nobody', ...people];
const calls = Object.entries(socketCalls) as unknown as [keyof typeof socketCalls, SocketCallRecord][];
const denials: readonly RejectionCode[] = ['not_authenticated', 'not_allowed', 'not_found'];
const pushNames = Object.keys(socketPushes) as (keyof SocketPushes)[];

describe('API-2: who may call what over a socket, and who hears what', () => {
  let venue: TestVenue;
  let cast: Cast;
  let catalogue: Catalogue;
  let sockets: Readonly<Record<Who, SocketClient>>;
  let keys = 0;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
    catalogue = await catalogueOf(cast);
    const opened = people.map(async (who) => [who, await cast[who].socket()] as const);
    sockets = { ...Object.fromEntries(await Promise.all(opened)), nobody: await venue.socket() } as never;
  });
  after(() => venue.close());

  const rolesOf = (who: Name): readonly string[] =>
    venue.venue.exchange.peek((state) => state.people.people.get(cast[who].id)?.roles ?? []);
  const promised = ({ access, endpoint }: SocketCallRecord, who: Who): RejectionCode | null => {
    if (access === 'public') return null;
    if (who === 'nobody') return 'not_authenticated';
    if (access !== 'signed_in' && !access.some((role) => rolesOf(who).includes(role))) return 'not_allowed';
    const { ownership }: EndpointRecord = contract[(endpoint ?? 'me.read') as EndpointName];
    // Another's commitment or order is nobody's business, its existence included.
    return ownership === 'none' || who === 'ines' ? null : 'not_found';
  };
  const denialIn = (ack: SocketAck): RejectionCode | null => {
    if (ack.ok) return null;
    if (ack.rejection === undefined) throw new Error(`the venue failed: ${ack.error ?? ''}`);
    return denials.includes(ack.rejection.code) ? ack.rejection.code : null;
  };
  const exampleOf = (call: SocketCallRecord, who: Who): object => {
    const token = cast[who === 'nobody' ? 'ines' : who].token;
    const example = fill(call.example, { ...catalogue, token });
    keys += 1;
    return 'key' in example ? { ...example, key: `access-key-${keys}` } : example;
  };

  for (const [name, call] of calls)
    it(`${name}: its roles and owners, and nobody else`, async () => {
      const { offerId } = await published(cast);
      const { id } = await commit(cast.ines, offerId, 100);
      await bringToCall(cast, catalogue.market);
      const order = await restingOrder(cast, catalogue.market);
      catalogue = { ...catalogue, offer: offerId, commitment: id, order };
      for (const who of everybody) {
        const before = venue.stateHash();
        const expected = promised(call, who);
        const ack = await sockets[who].emit(name, exampleOf(call, who));
        expect(denialIn(ack), who).to.equal(expected);
        if (expected !== null) expect(venue.stateHash(), who).to.equal(before);
      }
    });

  it('nothing that is not in the table is answered: no endpoint by its name, no push, whoever emits it', async () => {
    const before = venue.stateHash();
    const names = [...endpointNames, ...pushNames, 'people.role_set', 'join', 'broadcast'];
    for (const who of ['olga', 'adele', 'nobody'] as const) {
      const answered: string[] = [];
      for (const name of names) {
        const example: unknown = name in contract ? contract[name as EndpointName].example : {};
        sockets[who].raw.emit(name, example, () => answered.push(name));
      }
      const last = await sockets[who].emit('unsubscribeOffer', { offerId: catalogue.offer });
      expect(last.ok).to.equal(true);
      expect(answered, who).to.deep.equal([]);
    }
    expect(venue.stateHash()).to.equal(before);
  });

  describe('what is pushed', () => {
    /** What shows that a push tells of what is done below, and who is to hear it. */
    interface Row<P extends keyof SocketPushes = keyof SocketPushes> {
      readonly push: P;
      readonly what: string;
      readonly about: (value: never) => boolean;
      readonly hears: readonly Who[];
    }
    const rows: Row[] = [];
    const row = <P extends keyof SocketPushes>(
      push: P,
      what: string,
      about: (value: SocketPushes[P]) => boolean,
      hears: readonly Who[],
    ): void => void rows.push({ push, what, about, hears });
    before(async () => {
      const { offerId } = await published(cast);
      for (const who of everybody) {
        await sockets[who].call('subscribeDealFlow', {});
        await sockets[who].call('subscribeOffer', { offerId });
        await sockets[who].call('subscribeMarket', { listingId: catalogue.market });
        if (who !== 'nobody') await sockets[who].call('subscribeOrders', {});
        sockets[who].received.length = 0;
      }
      const submitted = await listingIn(cast, 'submitted');
      const { id: commitment } = await commit(cast.ines, offerId, 100);
      const order = await restingOrder(cast, catalogue.market);
      await changeRole(cast, cast.nora.id, 'verifier', true);
      await cast.pass(1_000);
      await changeRole(cast, cast.nora.id, 'verifier', false);
      const on = (topic: string) => (value: SocketPushes['changed']) => value.topics.includes(topic);
      row('changed', 'a listing handed in', on(`listing:${submitted}`), ['enzo', 'olga', 'adele']);
      row('changed', 'the commitment of one', on(`commitment:${commitment}`), ['ines']);
      row('changed', 'the queue of the desk', on('queue'), ['olga', 'adele']);
      row('notice', 'a role given', ({ kind }) => kind === 'role_granted', ['nora']);
      row('notice', 'a role taken', ({ kind }) => kind === 'role_withdrawn', ['nora']);
      row('orderUpdates', 'an order', ({ items }) => items.some((one) => one.orderId === order), ['ines']);
      row('dealFlow', 'the public feed', ({ items }) => items.length > 0, everybody);
      row('offerProgress', 'an offer', ({ committed }) => committed > 0, everybody);
      row('marketFrame', 'a market', ({ listingId }) => listingId === catalogue.market, everybody);
      row('venueClock', 'the time', () => true, everybody);
      row('bye', 'a farewell', () => true, []);
      for (const { push, about, hears } of rows)
        for (const who of hears) await sockets[who].push(push, about as never);
      await pause(100);
    });

    it('the walk knows each of them', () => {
      expect([...new Set(rows.map(({ push }) => push))]).to.have.members(pushNames);
    });
    for (const who of everybody)
      it(`reaches ${who} where it concerns them, and no further`, () => {
        for (const { push, what, about, hears } of rows) {
          const heard = sockets[who].pushes(push).some(about as never);
          expect(heard, `${push}: ${what}`).to.equal(hears.includes(who));
        }
      });
    it('tells nobody of orders and notices that are another’s', () => {
      for (const who of everybody) {
        const others = sockets[who].received.filter(({ name }) => name === 'orderUpdates');
        expect(others.length > 0, who).to.equal(who === 'ines');
      }
    });
  });
});
