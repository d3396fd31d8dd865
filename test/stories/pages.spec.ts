import { contract, endpointNames, type EndpointName, type EndpointRecord } from '@piazza/shared/contract';
import { expect } from 'chai';
import { z } from 'zod';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { catalogueOf, fill, type Catalogue } from '../support/catalogue.ts';
import { complained } from '../support/conduct.ts';
import { askedQuestion } from '../support/disclosures.ts';
import { day } from '../support/draft.ts';
import { commit, listingIn, published } from '../support/listings.ts';
import { bringToContinuous, buys, openedMarket, posted, sells } from '../support/markets.ts';
import { mailedToken } from '../support/mails.ts';
import { applicant, requester } from '../support/protection.ts';
import { proposed } from '../support/proposals.ts';
import { callerFor } from '../support/roles.ts';
import { openedCase, raised } from '../support/surveillance.ts';
import { evolve } from '../../server/src/domain/venue/index.ts';
import type { OutgoingId, PaymentId } from '@piazza/shared/values';
import { openVenue, type TestVenue } from '../support/server.ts';

interface Page {
  readonly items: readonly unknown[];
  readonly next: string | null;
}
const paged = endpointNames.filter((name) => {
  const { query } = contract[name] as EndpointRecord;
  return query !== undefined && 'cursor' in query.shape;
});

describe('pages', () => {
  let venue: TestVenue;
  let cast: Cast;
  let catalogue: Catalogue;
  /** Who has most to page through. */
  let readers: Partial<Record<EndpointName, Player>>;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
    catalogue = await catalogueOf(cast);
    for (let round = 0; round < 4; round += 1) {
      const { offerId } = await published(cast);
      await commit(cast.ines, offerId, 100);
      const email = `p${round}@example.org`;
      await venue.client().call('auth.requestPasswordReset', { body: { email: cast.ivo.email } });
      await venue.client().call('auth.requestPasswordReset', { body: { email } });
    }
    const { offerId: funded } = await published(cast);
    for (const name of ['caio', 'ines', 'ivo', 'tito'] as const) await commit(cast[name], funded, 100);
    await cast.pass(40 * day);
    catalogue = { ...catalogue, funded, draft: await listingIn(cast, 'changes_requested') };
    await fillMarkets();
    // Her own list; the register below shows those of four.
    for (let round = 0; round < 3; round += 1) await complained(cast);
    await fillDesk();
    fillPayments();
    readers = { 'offers.holders': cast.enzo, 'questions.list': cast.enzo };
  });
  after(() => venue.close());

  /** Four markets; trades in one of them, posts on the board. */
  const fillMarkets = async (): Promise<void> => {
    for (let round = 0; round < 2; round += 1) await openedMarket(cast);
    await bringToContinuous(cast, catalogue.market);
    for (let round = 0; round < 5; round += 1) {
      await posted(cast.ines, catalogue.board);
      await sells(cast.ivo, catalogue.market, { price: 2_500, quantity: 2 });
      await buys(cast.tito, catalogue.market, { price: 2_500, quantity: 2 });
    }
  };

  /** Four of everything that waits for an operator. */
  const fillDesk = async (): Promise<void> => {
    const { offerId: offer } = await published(cast);
    catalogue = { ...catalogue, offer };
    for (const name of ['caio', 'ines', 'ivo', 'tito'] as const) {
      await askedQuestion(cast, offer, cast[name]);
      await applicant(cast);
      await requester(cast);
      await proposed(cast.oreste);
      await raised(cast, catalogue.market);
      await openedCase(cast);
      await complained(cast, cast[name]);
      await listingIn(cast, 'submitted');
    }
  };

  /** Charges and money out, which only a venue with a provider comes to have. */
  const fillPayments = (): void => {
    const { id } = cast.ines;
    venue.venue.exchange.peek((state) => {
      for (let number = 1; number <= 5; number += 1) {
        const at = venue.venue.exchange.now() as never;
        const purpose = { kind: 'funding', holder: id, transaction: `ccsbtxn_${number}` } as const;
        evolve(state, {
          kind: 'payments.requested',
          payment: `pay_${number}` as PaymentId,
          payer: id,
          purpose,
          method: null,
          amountCents: 100,
          at,
        });
        const outgoing = {
          id: `out_${number}` as OutgoingId,
          kind: 'withdrawal',
          holder: id,
          amountCents: 100,
          fourEyes: true,
        } as const;
        evolve(state, { kind: 'payments.out_requested', outgoing, at });
        const subject = { outgoing: outgoing.id };
        const unclaimed = {
          debtor: 'venue',
          holder: id,
          cents: 100,
          reason: 'sent_back',
          subject,
          at,
        } as const;
        evolve(state, { kind: 'payments.unclaimed', unclaimed });
      }
    });
  };

  const read = async (name: EndpointName, more: object): Promise<Page> => {
    const endpoint: EndpointRecord = contract[name];
    const example = fill(endpoint.example, { ...catalogue }) as { params?: object; query?: object };
    const { status: _status, limit: _limit, ...filters } = (example.query ?? {}) as Record<string, string>;
    const asked = { params: example.params, query: { ...filters, ...more } };
    const api = (
      readers[name] ?? (typeof endpoint.access === 'string' ? cast.ines : callerFor(cast, endpoint))
    ).api as unknown as {
      call(name: string, ask: object): Promise<Page>;
    };
    return api.call(name, asked);
  };
  async function* walk(name: EndpointName, limit: number): AsyncGenerator {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await read(name, cursor === undefined ? { limit } : { cursor, limit });
      expect(page.items.length).to.be.within(0, limit);
      if (page.next !== null) expect(page.items, 'a page before the last is full').to.have.length(limit);
      yield* page.items;
      cursor = page.next;
    }
  }
  const all = async (name: EndpointName, limit: number): Promise<unknown[]> => {
    const found: unknown[] = [];
    for await (const item of walk(name, limit)) found.push(item);
    return found;
  };

  it('are what every endpoint with a cursor answers', () => {
    for (const name of paged) {
      const reply = z.toJSONSchema(contract[name].reply, { io: 'input', unrepresentable: 'any' });
      expect(reply.required, name).to.include.members(['items', 'next']);
    }
    expect(paged).to.have.length.above(6);
  });
  for (const name of paged)
    it(`of ${name} hold every item exactly once, whatever their size`, async () => {
      const whole = await all(name, 100);
      expect(whole, 'enough to turn a page').to.have.length.above(3);
      const texts = whole.map((item) => JSON.stringify(item));
      expect(new Set(texts).size, 'no two are alike').to.equal(texts.length);
      for (const limit of [1, 2, 3, Math.min(whole.length, 100), Math.min(whole.length - 1, 99)]) {
        const walked = await all(name, limit);
        expect(
          walked.map((item) => JSON.stringify(item)),
          `by ${limit}`,
        ).to.deep.equal(texts);
      }
    });
  for (const name of paged)
    it(`of ${name} end for a cursor beyond them, and refuse what is no cursor`, async () => {
      for (const cursor of ['-1', 'x y', '1e3', '0x1', '\u0000', '9'.repeat(100)]) {
        const outcome = await read(name, { cursor }).catch((error: unknown) => error);
        expect(outcome, cursor).to.have.property('code', 'malformed_request');
      }
    });
  it('of the newest commitments do not move when another one is made', async () => {
    const first = await read('commitments.mine', { limit: 2 });
    const { offerId } = await published(cast);
    await commit(cast.ines, offerId, 100);
    const second = await read('commitments.mine', { limit: 2, cursor: first.next });
    const ids = [...first.items, ...second.items].map((item) => (item as { id: string }).id);
    expect(new Set(ids).size).to.equal(4);
  });
  it('of the feed follow one another without a gap, forwards and backwards', async () => {
    const api = venue.client();
    const { items, totals } = await api.call('dealFlow.read', { query: { after: 0, limit: 200 } });
    expect(items.map(({ seq }) => seq as number)).to.deep.equal(items.map((_, index) => index + 1));
    expect(totals.seq).to.equal(items.length);
    const backwards: number[] = [];
    for (
      let before: number | undefined = items.length + 1;
      before !== undefined && before > 1;
      before = backwards.at(-1)
    ) {
      const page = await api.call('dealFlow.read', { query: { before, limit: 3 } });
      backwards.push(...page.items.map(({ seq }) => seq as number));
    }
    expect(backwards).to.deep.equal(items.map(({ seq }) => seq as number).toReversed());
    expect(
      (await api.call('dealFlow.read', { query: { limit: 2 } })).items.map(({ seq }) => seq),
    ).to.deep.equal([items.length, items.length - 1]);
  });
  it('of mails are the newest first, the token of the last link on top', async () => {
    const { items } = await cast.olga.api.call('desk.mail', { query: { limit: 1 } });
    expect(items[0]?.text).to.include(await mailedToken(cast, cast.ivo.email));
  });
});
