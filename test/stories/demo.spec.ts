import type { DealFlowItem, ListingStatus, OfferView, StatementLine } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { parseAmount } from '@piazza/shared/values';
import { expect } from 'chai';
import { lookingBack } from '../../server/src/looking-back.ts';
import { openBatch } from '../../server/src/kernel/batch.ts';
import { TestClock } from '../support/clock.ts';
import { journalOf, startDemo, type DemoRun } from '../support/demo.ts';
import { inTime } from '../support/promptness.ts';
import { storeKits, type OpenKit } from '../support/stores.ts';
import { faults } from '../support/venue-audit.ts';

const DAY = 86_400_000;
const investors = ['community', 'retail', 'institutional', 'newcomer'];

async function wholeFeed({ visitor }: DemoRun): Promise<DealFlowItem[]> {
  const items: DealFlowItem[] = [];
  for (let after = 0; ;) {
    const page = await visitor.call('dealFlow.read', { query: { after, limit: 200 } });
    if (page.items.length === 0) return items;
    items.push(...page.items);
    after = page.items.at(-1)!.seq;
  }
}

async function wholeStatement(run: DemoRun, account: string): Promise<StatementLine[]> {
  const client = await run.signIn(account);
  const lines: StatementLine[] = [];
  for (let cursor: string | undefined; ;) {
    const query = cursor === undefined ? { limit: 100 } : { limit: 100, cursor };
    const page = await client.call('wallet.statement', { query });
    lines.push(...page.items);
    if (page.next === null) return lines;
    cursor = page.next;
  }
}

describe('the demo story', () => {
  const clock = new TestClock();
  const now = clock.now();
  let stores: OpenKit;
  let run: DemoRun;
  let offers: OfferView[];
  const offerOf = (title: RegExp): OfferView => {
    const found = offers.filter((offer) => title.test(offer.title));
    expect(found, String(title)).to.have.length(1);
    return found[0]!;
  };

  before(async () => {
    const kit = storeKits.find(({ name }) => name === 'memory')!;
    stores = await kit.open();
    run = await startDemo(stores, clock);
    offers = (await run.visitor.call('offers.list', { query: { limit: 100 } })).items;
  });
  after(async () => run.close());

  it('is planted within 30 s and says how far it is', () => {
    inTime('the planting', run.tookMs, 30_000);
    const [done, total] = run.told.at(-1)!;
    expect(done).to.equal(total);
    expect(run.told.length).to.be.above(20);
    expect(run.venue.resumedAt).to.equal(0);
  });

  it('holds every stage of a listing, and offers at every point of their lives', async () => {
    const desk = await run.signIn('operator1');
    const queue = await desk.call('review.queue');
    const own = await (await run.signIn('enterprise')).call('listings.mine');
    const stages = [...queue.items, ...own.items].map(({ status }) => status);
    const wanted: ListingStatus[] = ['draft', 'submitted', 'under_review', 'changes_requested', 'approved'];
    for (const stage of wanted) expect(stages).to.include(stage);
    const count = (status: string): number =>
      offers.filter(({ progress }) => progress.status === status).length;
    expect(['scheduled', 'open', 'closing', 'funded', 'failed', 'cancelled'].map(count)).to.deep.equal([
      1, 5, 1, 4, 1, 1,
    ]);
  });

  it('fills its open offers to different levels', () => {
    const level = (offer: OfferView): number => offer.progress.committed / offer.hardCap;
    const forno = offerOf(/Forno Aperto/);
    expect(forno.progress.committed / forno.softCap).to.be.within(1, 1.05);
    const terra = offerOf(/Terra Comune/);
    expect((terra.closesAt - now) / DAY).to.be.within(1, 2.5);
    expect(level(terra)).to.be.within(0.8, 1);
    expect(level(offerOf(/Sole di Valle/))).to.be.above(1.5);
    expect(level(offerOf(/Casa del Viale/))).to.be.below(0.2);
    const levels = offers.filter(({ progress }) => progress.status === 'open').map(level);
    expect(Math.max(...levels) - Math.min(...levels)).to.be.above(1);
    for (const { progress, hardCap } of offers.filter(({ progress: { status } }) => status === 'open')) {
      expect(progress.captured).to.be.at.most(progress.committed);
      expect(hardCap).to.be.within(3_000_000, 150_000_000);
    }
  });

  it('keeps one in its last days of reflection, one to open, and its closing hours in the afternoon', () => {
    const closing = offerOf(/Neighbourly/);
    expect(closing.closesAt).to.be.below(now);
    expect(closing.progress.decisionAt! - now).to.be.within(DAY / 2, 5 * DAY);
    expect((offerOf(/Slow Line/).opensAt - now) / DAY).to.be.within(4, 6);
    for (const { closesAt } of offers) expect(new Date(closesAt).getUTCHours()).to.equal(16);
  });

  it('gives back everything where the soft cap was missed and where an operator stopped the offer', () => {
    run.venue.exchange.peek(({ offers: { offers: all, commitments } }) => {
      const ended = [...all.values()].filter(({ status }) => status === 'failed' || status === 'cancelled');
      expect(ended).to.have.length(2);
      for (const offer of ended) {
        const statuses = offer.commitments.map((id) => commitments.get(id)!.status);
        expect(statuses).to.include('released');
        expect(statuses.every((status) => status === 'released' || status === 'revoked')).to.equal(true);
        expect(offer.proceedsCents).to.equal(0);
      }
    });
  });

  it('has funded offers with holders, one percent of each kept back, and one allotted by tiers', async () => {
    const desk = await run.signIn('operator2');
    for (const offer of offers.filter(({ progress }) => progress.status === 'funded')) {
      const page = await desk.call('offers.holders', { params: { offerId: offer.id } });
      expect(page.holders).to.be.above(20);
    }
    const proceeds = run.venue.exchange.peek(({ ledger }) =>
      [...ledger.accounts].filter(([id, { available }]) => id.startsWith('retention:') && available > 0),
    );
    expect(proceeds).to.have.length(4);
    const params = { offerId: offerOf(/Repair Commons/).id };
    const { tiers, requestedUnits, totalUnits } = await desk.call('offers.allotment', { params });
    expect(requestedUnits).to.be.above(totalUnits);
    expect(tiers.filter(({ allottedUnits }) => allottedUnits > 0)).to.have.length(3);
    const mine = await (await run.signIn('institutional')).call('offers.allotment', { params });
    expect(mine.mine).to.have.length(1);
    expect(mine.mine[0]!.reason).to.match(/level/);
  });

  it('breaks no rule of the venue, and had no command refused', async () => {
    expect(run.venue.exchange.peek(faults)).to.deep.equal([]);
    const refused = (await journalOf(stores)).filter(({ outcome }) => 'rejection' in outcome);
    expect(refused).to.deep.equal([]);
  });

  it('notes when each batch was really written, though its records tell of the past', async () => {
    const batches = [];
    for await (const stored of stores.journal.read(1)) batches.push(openBatch(stored));
    expect(batches[0]!.records[0]!.at).to.be.below(now - 60 * DAY);
    expect(new Set(batches.map(({ writtenAt }) => writtenAt))).to.deep.equal(new Set([now]));
  });

  it('tells of 75 days that end now, on a feed without a gap', async () => {
    const feed = await wholeFeed(run);
    expect(feed.map(({ seq }) => Number(seq))).to.deep.equal(feed.map((_, index) => index + 1));
    const stamps = feed.map(({ at }) => Number(at));
    expect(stamps).to.deep.equal(stamps.toSorted((a, b) => a - b));
    expect((now - stamps[0]!) / DAY).to.be.within(60, 75);
    expect(now - stamps.at(-1)!).to.be.within(0, DAY);
    expect(new Set(stamps.map((at) => Math.floor(at / DAY))).size).to.be.above(50);
    const venue = await run.visitor.call('venue.read');
    expect([venue.clockOffsetMs, Number(venue.now)]).to.deep.equal([0, now]);
    const kinds = new Set(feed.map(({ kind }) => kind));
    expect(kinds.size).to.equal(13);
  });

  it('reconciles every statement with the wallet and the holdings', async () => {
    for (const account of investors) {
      const client = await run.signIn(account);
      const lines = await wholeStatement(run, account);
      const wallet = await client.call('wallet.read');
      const euro = lines.filter(({ asset }) => asset === 'EUR');
      const sum = euro.reduce((total, { change }) => total + parseAmount(change), 0);
      // What open orders hold has not left the account.
      const { id } = run.venue.demoAccounts.find(({ email }) => email.startsWith(`${account}@`))!;
      const inOrders = run.venue.exchange.peek(({ ledger }) =>
        [...ledger.holds]
          .filter(([name]) => name.startsWith('bids:') && name.endsWith(`:${id}`))
          .reduce((total, [, { remaining }]) => total + remaining, 0),
      );
      expect(sum, account).to.equal(wallet.available + inOrders);
      expect(parseAmount(euro[0]!.balance), account).to.equal(wallet.available + inOrders);
      const { items: holdings } = await client.call('holdings.mine');
      for (const { listingId, units } of holdings) {
        const delivered = lines.filter(({ asset }) => asset === listingId);
        expect(delivered.reduce((total, { change }) => total + Number(change), 0)).to.equal(units);
      }
      const csv = await client.call('wallet.statementCsv');
      expect(csv.trim().split('\r\n')).to.have.length(lines.length + 1);
    }
  });

  it('gives each shown investor something to look at', async () => {
    const community = await run.signIn('community');
    expect((await community.call('holdings.mine')).items.length).to.be.at.least(2);
    const steps = (await community.call('commitments.mine', { query: { limit: 50 } })).items;
    expect(steps.map(({ status }) => status)).to.include.members(['settled', 'pledged']);
    const retail = await run.signIn('retail');
    const { items } = await retail.call('commitments.mine', { query: { limit: 50 } });
    expect(items.map(({ status }) => status)).to.include.members(['released', 'revoked', 'pledged']);
    expect((await (await run.signIn('newcomer')).call('wallet.read')).available).to.be.at.least(1_000_000);
  });

  it('marks all of it as fiction: every organisation and everybody', async () => {
    const desk = await run.signIn('operator1');
    for (const { organisation } of offers) {
      expect(organisation.fictional).to.equal(true);
      expect(organisation.name).to.match(/\(demo\)$/);
    }
    const { items, next } = await desk.call('people.list', { query: { limit: 100 } });
    expect(next).to.equal(null);
    expect(items.length).to.be.above(50);
    for (const { displayName, email } of items) {
      expect(displayName).to.match(/\(demo\)$/);
      expect(email).to.match(/@piazza\.example$/);
    }
  });

  /** What the sheet asks of some instruments alone; where it is asked for, its lack is one of the gaps. */
  const ofSomeInstruments = new Set(['riskOther', 'security', 'capitalChange', 'interestTerms', 'spv']);
  it('shows complete texts with titles of their own; only what is still a draft has gaps', async () => {
    const enterprise = await run.signIn('enterprise');
    const desk = await run.signIn('operator1');
    const { items } = await desk.call('review.queue');
    const mine = (await enterprise.call('listings.mine')).items;
    const ids = new Set([...items, ...mine].map(({ id }) => id));
    for (const { listingId } of offers) ids.add(listingId);
    const titles = new Set<string>();
    for (const listingId of ids) {
      const client = mine.some(({ id }) => id === listingId) ? enterprise : desk;
      const listing = await client.call('listings.read', { params: { listingId } });
      titles.add(listing.draft.texts.title);
      for (const [field, text] of Object.entries(listing.draft.texts))
        if (!ofSomeInstruments.has(field)) expect(text, field).to.not.equal('');
      expect(listing.gaps.length > 0, listing.draft.texts.title).to.equal(listing.status === 'draft');
      if (listing.status === 'draft') continue;
      expect(listing.draft.facts.indicator).to.match(/^(?:OI|PI)[0-9]{4}$/);
      expect(listing.draft.facts.sdgTarget).to.match(/^(?:1[0-7]|[1-9])\.(?:[1-9]|10|[a-d])$/);
    }
    expect(ids.size).to.equal(20);
    expect(titles.size).to.equal(20);
  });

  it('shows the issuer what its reviewers ask for, field by field', async () => {
    const enterprise = await run.signIn('enterprise');
    const { items } = await enterprise.call('listings.mine');
    const { id: listingId } = items.find(({ status }) => status === 'changes_requested')!;
    const { reviews } = await enterprise.call('listings.read', { params: { listingId } });
    const last = reviews.at(-1)!;
    expect(last.verdict).to.equal('changes_requested');
    expect(last.comments).to.have.length(3);
    expect(last.reason).to.not.equal('');
  });

  it('SRV-22: finds two who pass the same units to and fro: an alert that waits, and a case of an earlier one', async () => {
    const desk = await run.signIn('operator1');
    const wash = { detector: 'wash_trade', limit: 100 } as const;
    const [alert, ...more] = (await desk.call('cases.alerts', { query: { ...wash, status: 'open' } })).items;
    expect(more).to.deep.equal([]);
    expect(now - Number(alert!.raisedAt)).to.be.within(0, 3 * DAY);
    const { items: cases } = await desk.call('cases.list', { query: { state: 'open' } });
    expect(cases).to.have.length(1);
    const opened = await desk.call('cases.read', { params: { caseId: cases[0]!.id } });
    const trips = alert!.figures.find(({ name }) => name === 'roundTrips')!.value;
    expect(trips).to.be.at.least(policy.surveillance.wash.roundTrips);
    expect(alert!.subjects.map(({ displayName }) => displayName)).to.have.members([
      'Lapo (demo)',
      'Mina (demo)',
    ]);
    expect(opened.notes).to.have.length(1);
    const join = { params: { caseId: opened.id }, body: { alertId: alert!.id } };
    expect((await desk.call('cases.join', join)).alerts).to.equal(2);
  });

  it('SRV-22: raises nothing that a reading of the whole journal does not find', async () => {
    const found = await lookingBack(stores.journal)();
    const keys = found.filter(({ detector }) => detector === 'wash_trade').map(({ key }) => key);
    const raised = run.venue.exchange.peek(({ cases }) => [...cases.keys.keys()]);
    expect(raised).to.have.members(keys).and.to.have.length(2);
    const all = found.map(({ detector }) => detector);
    expect(all).to.not.include('price_spike').and.to.not.include('matched_orders');
  });

  it('keeps names and words out of the journal', async () => {
    const text = JSON.stringify(await journalOf(stores));
    for (const word of ['Elettra', '(demo)', 'piazza.example', 'Forno', 'workshop', 'Due risposte'])
      expect(text.includes(word), word).to.equal(false);
  });

  it('tells visitors the shown accounts and nobody else', async () => {
    const { demo, demoAccounts } = await run.visitor.call('venue.read');
    expect(demo).to.equal(true);
    const staff = ['enterprise', 'operator', 'operator', 'administrator', 'verifier'];
    const wanted = [...staff, ...investors.map(() => 'investor')];
    expect(demoAccounts.map(({ role }) => role)).to.have.members(wanted);
    for (const { email, password } of demoAccounts) {
      const { me } = await run.visitor.call('auth.login', { body: { email, password } });
      expect(me.email).to.equal(email);
    }
  });
});
