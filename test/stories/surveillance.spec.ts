import type { AlertId, ListingId, PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import { evolve } from '../../server/src/domain/venue/index.ts';
import type { JournalStore } from '../../server/src/ports/journal.ts';
import { Watch } from '../../server/src/surveillance/watch.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { bringToContinuous, buys, openedMarket, sells } from '../support/markets.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import type { OpenKit } from '../support/stores.ts';

const reason = 'Seen in the records, as the note says';

describe('surveillance of a venue that runs', () => {
  let venue: TestVenue;
  let cast: Cast;
  let listing: ListingId;
  let alert: AlertId;
  let journal: JournalStore;

  const settled = async (): Promise<void> => {
    await venue.venue.watch?.settled();
    await venue.venue.context.historySettled();
  };
  const alertsOf = async (status: 'open' | 'in_case' = 'open') => {
    await settled();
    const { items } = await cast.olga.api.call('cases.alerts', { query: { status, listingId: listing } });
    return items;
  };
  /** Two accounts of one human being. */
  const same = (one: PersonId, other: PersonId): void =>
    venue.venue.exchange.peek((state) => {
      evolve(state, { kind: 'people.identified', person: other, natural: one });
    });

  before(async () => {
    const around = (stores: OpenKit): OpenKit => {
      journal = stores.journal;
      return stores;
    };
    venue = await openVenue({ config: { surveillance: true }, around });
    cast = await castOf(venue);
    listing = await openedMarket(cast);
    await bringToContinuous(cast, listing);
  });
  after(() => venue.close());

  it('raises no alert of what two owners trade once (SRV-3)', async () => {
    await sells(cast.ines, listing, { price: 2_500, quantity: 10 });
    await buys(cast.ivo, listing, { price: 2_500, quantity: 10 });
    expect(await alertsOf()).to.deep.equal([]);
  });

  it('raises one alert of orders that are made for each other again and again (SRV-3, SRV-14)', async () => {
    for (let time = 0; time < 2; time += 1) {
      await sells(cast.ines, listing, { price: 2_500, quantity: 10 });
      await buys(cast.ivo, listing, { price: 2_500, quantity: 10 });
      await cast.pass(120_000);
    }
    const found = await alertsOf();
    expect(found.map(({ detector }) => detector)).to.deep.equal(['matched_orders']);
    expect(found[0]?.subjects.map(({ personId }) => personId)).to.have.members([cast.ines.id, cast.ivo.id]);
    alert = found[0]!.id;
  });

  it('replays the market around it: what rested, what was traded, and whose it was (SRV-18)', async () => {
    const tape = await cast.olga.api.call('cases.tape', { params: { alertId: alert } });
    const trades = tape.steps.filter(({ kind }) => kind === 'traded');
    expect(trades).to.have.length(3);
    expect(trades.every(({ who, other }) => who !== null && other !== null)).to.equal(true);
    expect(tape.steps[tape.first]?.seq).to.be.at.most(trades[0]!.seq);
    expect(tape.suspects.map(({ displayName }) => displayName)).to.have.members([
      'Ines Innocenti',
      'Ivo Ippolito',
    ]);
  });

  it('raises nothing twice when it reads the journal again (SRV-14)', async () => {
    const { exchange } = venue.venue;
    const before = await alertsOf();
    const seq = exchange.durableSeq;
    const again = new Watch({
      exchange,
      journal,
      durableSeq: () => exchange.durableSeq,
      failed: (error) => {
        throw error;
      },
    });
    again.start();
    await again.settled();
    await again.close();
    await exchange.settled();
    expect(exchange.durableSeq).to.equal(seq);
    expect(await alertsOf()).to.deep.equal(before);
  });

  it('becomes a case with notes, closed only when another person agrees (SRV-15, SRV-16)', async () => {
    const { olga, oreste } = cast;
    const params = { alertId: alert };
    const opened = await olga.api.call('cases.open', { params, body: { assignee: olga.id } });
    const one = { params: { caseId: opened.id } };
    await olga.api.call('cases.note', { ...one, body: { words: 'Same price, same number, moments apart' } });
    const body = { outcome: 'reported', words: reason } as const;
    const { id: proposalId, contentHash } = await olga.api.call('cases.close', { ...one, body });
    const agree = { params: { proposalId }, body: { contentHash, reason } };
    expect(await olga.api.refusal('approvals.approve', agree)).to.equal('same_person');
    expect((await oreste.api.call('cases.read', one)).closed).to.equal(null);
    await oreste.api.call('approvals.approve', agree);
    const closed = await oreste.api.call('cases.read', one);
    expect([closed.closed?.outcome, closed.closed?.maker, closed.closed?.checker]).to.deep.equal([
      'reported',
      'Olga Orsini',
      'Oreste Oddo',
    ]);
    const late = { ...one, body: { words: 'Too late' } };
    expect(await olga.api.refusal('cases.note', late)).to.equal('case_closed');
  });

  it('drafts a report with the six sections of 2016/957, and what only people know marked (SRV-19)', async () => {
    const [row] = (await cast.olga.api.call('cases.list', { query: {} })).items;
    const stor = await cast.olga.api.call('cases.stor', { params: { caseId: row!.id } });
    expect(stor.sections.map(({ number }) => number)).to.deep.equal([1, 2, 3, 4, 5, 6]);
    for (const words of ['CONFIDENTIAL', 'Improper matched orders', 'Ines Innocenti', '[to be completed]'])
      expect(stor.text).to.include(words);
  });

  it('is nothing for whoever it is about, under whatever account (SRV-17)', async () => {
    same(cast.ines.id, cast.oreste.id);
    const { oreste, ines } = cast;
    const [row] = (await cast.olga.api.call('cases.list', { query: {} })).items;
    const one = { params: { caseId: row!.id } };
    expect(await oreste.api.refusal('cases.read', one)).to.equal('conflict_of_interest');
    expect(await oreste.api.refusal('cases.stor', one)).to.equal('conflict_of_interest');
    expect(await oreste.api.refusal('cases.alert', { params: { alertId: alert } })).to.equal(
      'conflict_of_interest',
    );
    expect((await oreste.api.call('cases.list', { query: {} })).items).to.deep.equal([]);
    const { items } = await oreste.api.call('cases.alerts', { query: {} });
    const about = items.flatMap(({ subjects }) => subjects.map(({ personId }) => personId));
    expect(about).to.include(cast.caio.id).and.not.to.include(ines.id);
    expect(await ines.api.refusal('cases.alerts', { query: {} })).to.equal('not_allowed');
    const notices = await ines.api.call('me.notices', { query: {} });
    expect(notices.items.filter(({ kind }) => /alert|case/.test(kind))).to.deep.equal([]);
  });
});
