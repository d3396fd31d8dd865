import { expect } from 'chai';
import type { OfferView, Role } from '@piazza/shared/contract';
import type { PersonId } from '@piazza/shared/values';
import { ventures } from '../../server/src/demo/ventures/index.ts';
import { factsOf, textsOf } from '../../server/src/demo/venture.ts';
import type { Crowd, Deed } from '../../server/src/demo/crowd/crowd.ts';
import { TestClock } from '../support/clock.ts';
import { holdersOf, journalOf, startDemo, type DemoRun } from '../support/demo.ts';
import { inTime } from '../support/promptness.ts';
import { storeKits, type OpenKit } from '../support/stores.ts';
import { faults } from '../support/venue-audit.ts';
import { pause, waitFor } from '../support/wait.ts';

const MINUTE = 60_000;

/** What a turn may come to beside a deed: the venue has changed under the crowd's hands. */
const expectedRefusals = [
  'offer_not_open',
  'offer_full',
  'reflection_ended',
  'illegal_state',
  'market_closed',
];
const deeds = ['committed', 'revoked', 'saved', 'renewed', 'traded', 'idle'];

describe('the demo investors', () => {
  let clock: TestClock;
  let stores: OpenKit;
  let run: DemoRun;
  let crowd: Crowd;
  const turns = async (count: number): Promise<Deed[]> => {
    const done: Deed[] = [];
    for (let turn = 0; turn < count; turn += 1) {
      done.push(await crowd.turn());
      clock.tick(4_000);
    }
    return done;
  };
  const listed = async (status: OfferView['progress']['status']): Promise<OfferView[]> =>
    (await run.visitor.call('offers.list', { query: { limit: 100, status } })).items;

  beforeEach(async () => {
    clock = new TestClock();
    stores = await storeKits.find(({ name }) => name === 'memory')!.open();
    run = await startDemo(stores, clock);
    crowd = run.venue.crowd!;
    // Here the tests say when it is whose turn.
    await crowd.stop();
  });
  afterEach(async () => run.close());

  it('commit, revoke, save up and trade for sixty turns, with no refusal beyond what may happen', async () => {
    const before = run.venue.exchange.peek((state) => state.offers.commitments.size);
    const done = await turns(60);
    for (const deed of done) expect([...deeds, ...expectedRefusals]).to.include(deed);
    expect(done.filter((deed) => deed === 'committed').length).to.be.above(8);
    run.venue.exchange.peek((state) => {
      expect(state.offers.commitments.size - before).to.be.above(8);
      expect(faults(state)).to.deep.equal([]);
    });
    const refused = (await journalOf(stores)).filter(({ outcome }) => 'rejection' in outcome);
    expect(refused.length).to.equal(done.filter((deed) => expectedRefusals.includes(deed)).length);
  });

  it('do each kind of thing sooner or later', async () => {
    const seen = new Set<Deed>();
    // Chance decides when: the rarest comes in one turn of fifteen.
    for (let turn = 0; turn < 500 && seen.size < 5; turn += 1) seen.add((await turns(1))[0]!);
    expect([...seen]).to.include.members(['committed', 'revoked', 'saved', 'traded', 'idle']);
  });

  it('never act for somebody whom newcomers play', async () => {
    const shown = new Set<string>(run.venue.demoAccounts.map(({ id }) => id));
    const before = (await journalOf(stores)).length;
    await turns(40);
    const after = (await journalOf(stores)).slice(before);
    expect(after.length).to.be.at.least(40);
    for (const { actor } of after) expect(shown.has(actor)).to.equal(false);
  });

  it('hardly touch an offer beyond 130 % of its hard cap', async () => {
    const placed = async (): Promise<Map<string, number>> =>
      new Map(
        (await listed('open')).map(({ title, id }) => [
          title,
          run.venue.exchange.peek((state) => state.offers.offers.get(id)!.commitments.length),
        ]),
      );
    const [before, , after] = [await placed(), await turns(120), await placed()];
    const more = [...after].map(([title, count]) => [title, count - (before.get(title) ?? 0)] as const);
    const crowded = more.find(([title]) => title.startsWith('Sole di Valle'))![1];
    const others = more.reduce((sum, [, count]) => sum + count, 0) - crowded;
    expect(others).to.be.above(35);
    expect(crowded).to.be.below(others / 8);
  });

  it('leave room in every offer for days to come', async () => {
    await turns(1_500);
    for (const { title, hardCap, opensAt, closesAt, progress } of await listed('open')) {
      if (title.startsWith('Sole di Valle')) continue;
      const elapsed = (clock.now() - opensAt) / (closesAt - opensAt);
      expect(progress.committed / hardCap, title).to.be.below(0.2 + 0.9 * elapsed + 0.3);
    }
  });

  it("bring a newcomer's own offer to life", async () => {
    const enterprise = await run.signIn('enterprise');
    const [first, second] = [await run.signIn('operator1'), await run.signIn('operator2')];
    const { items } = await enterprise.call('organisations.mine');
    const params = {
      listingId: (await enterprise.call('listings.create', { body: { organisationId: items[0]!.id } })).id,
    };
    const facts = factsOf(ventures.serre.facts, clock.now() + 20 * 86_400_000, null);
    const texts = { ...textsOf(ventures.serre), title: 'La mia prima emissione' };
    const { contentHash } = await enterprise.call('listings.saveDraft', {
      params,
      body: { revision: 0, draft: { texts, facts } },
    });
    await enterprise.call('listings.submit', { params });
    const gates = { intentional: true, measurable: true, additional: true, noConflictOfInterest: true };
    for (const desk of [first, second]) await desk.call('review.take', { params });
    for (const desk of [first, second])
      await desk.call('review.approve', { params, body: { contentHash, ...gates, reason: 'In ordine' } });
    const { offerId } = await enterprise.call('listings.publish', { params });
    await turns(80);
    const { progress } = await run.visitor.call('offers.read', { params: { offerId: offerId! } });
    expect(progress.investors).to.be.above(2);
  });

  it('publish what was kept back when few offers are open, then further issues through a whole admission', async () => {
    const desk = await run.signIn('operator1');
    const cancelDownTo = async (count: number): Promise<void> => {
      for (const { id } of (await listed('open')).slice(count))
        await desk.call('offers.cancel', { params: { offerId: id }, body: { reason: 'Per la prova' } });
    };
    const known = new Set((await listed('open')).map(({ id }) => id));
    const titles: string[] = [];
    for (let renewals = 0; renewals < 5; renewals += 1) {
      await cancelDownTo(2);
      const done = await turns(1);
      expect(done).to.deep.equal(['renewed']);
      expect(await turns(1), 'one at a time').to.not.include('renewed');
      const fresh = (await listed('open')).filter(({ id }) => !known.has(id));
      for (const { id, title } of fresh) {
        known.add(id);
        titles.push(title);
      }
      clock.tick(11 * MINUTE);
    }
    expect(titles).to.have.length(5);
    expect(titles[0]).to.equal('Repair Commons: a workshop the size of a supermarket (issue 2)');
    expect(titles[1]).to.match(/^Chiavi in Prestito.*\(emissione 2\)$/);
    for (const title of titles.slice(2)) expect(title).to.match(/\((?:emissione|issue) [2-9]\)$/);
    expect(new Set(titles).size).to.equal(5);
    expect(run.venue.exchange.peek(faults)).to.deep.equal([]);
  });

  it('rest when the operators they need are gone, and wake no error', async () => {
    const withdraw = (person: PersonId, role: Role) =>
      run.venue.exchange.command(
        { kind: 'people.setRole', person, role, granted: false, reason: { ref: 'none', hash: 'none' } },
        'venue',
      );
    const desk = await run.signIn('operator1');
    for (const { id } of await listed('open'))
      await desk.call('offers.cancel', { params: { offerId: id }, body: { reason: 'Per la prova' } });
    for (const personId of holdersOf(run.venue, 'operator')) await withdraw(personId, 'operator');
    for (const personId of holdersOf(run.venue, 'enterprise')) await withdraw(personId, 'enterprise');
    const done: Deed[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      done.push(...(await turns(1)));
      clock.tick(11 * MINUTE);
    }
    for (const deed of done)
      expect(['idle', 'saved', 'revoked', 'not_allowed', 'illegal_state']).to.include(deed);
  });
});

describe('the demo investors, left to themselves', () => {
  it('act within seconds of the start, and stop with the venue', async () => {
    const stores = await storeKits.find(({ name }) => name === 'memory')!.open();
    const run = await startDemo(stores, new TestClock());
    const { venue } = run;
    const before = venue.exchange.durableSeq;
    await waitFor('a deed', () => (venue.exchange.durableSeq > before ? true : undefined));
    const began = performance.now();
    await run.close();
    inTime('the end', performance.now() - began, 2_500);
    const after = venue.exchange.durableSeq;
    await pause(100);
    expect(venue.exchange.durableSeq).to.equal(after);
  });
});
