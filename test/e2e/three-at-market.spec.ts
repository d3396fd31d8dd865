import { policy } from '@piazza/shared/policy';
import type { Locale, MarketPhase } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { expect } from 'chai';
import { createFormats } from '../../client/src/locale/format.ts';
import * as operating from '../support/acts/operator.ts';
import { sendOrder, writeOrder, type Ticket, type Trader } from '../support/acts/trader.ts';
import { openBrowser, type Eyes, type TestBrowser, type Visitor } from '../support/browser.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { Chronicle, type Sight } from '../support/chronicle.ts';
import { fundedIssue } from '../support/markets.ts';
import type { TestVenue } from '../support/server.ts';
import { openSite, type Site } from '../support/site.ts';
import { goTo, settled, signIn } from '../support/visit.ts';
import { wordsOf } from '../support/words.ts';

declare global {
  var sameVisit: boolean;
}

/** One of the three: how they see the venue. */
interface Part extends Eyes {
  readonly language: Locale;
}

const parts = {
  ines: { language: 'it', screen: 'phone' },
  tito: { language: 'en' },
  olga: { language: 'en', scheme: 'dark' },
} as const satisfies Record<string, Part>;
type Name = keyof typeof parts;
interface Person extends Visitor, Trader {}

// Ines holds 100 units, for which she paid €2,500 of her €100,000; Tito has €100,000 and no units.
const start = { ines: { cash: 9_750_000, units: 100 }, tito: { cash: 10_000_000, units: 0 } };
const story = 'three-at-market';

describe('SCR-8: three people at a market, from its opening to what each of them owns', () => {
  const chronicle = new Chronicle();
  const people = {} as Record<Name, Person>;
  let site: Site;
  let browser: TestBrowser;
  let cast: Cast;
  let listingId: ListingId;
  let title: string;

  async function enter(name: Name): Promise<void> {
    const part: Part = parts[name];
    const { displayName, api } = cast[name];
    await api.call('me.update', { body: { displayName, locale: part.language } });
    const visitor = await browser.visitor(name, { ...part, origin: site.url });
    await chronicle.introduce(visitor);
    await signIn(visitor.page, cast[name]);
    await settled(visitor.page);
    const say = await wordsOf(part.language);
    people[name] = { ...visitor, say, write: createFormats(part.language) };
  }

  before(async () => {
    [site, browser] = await Promise.all([openSite(), openBrowser()]);
    cast = await castOf(site as unknown as TestVenue);
    listingId = await fundedIssue(cast);
    title = (await cast.olga.api.call('listings.read', { params: { listingId } })).draft.texts.title;
    for (const name of ['ines', 'tito', 'olga'] as const) await enter(name);
    // A page that were loaded again would have forgotten it.
    for (const { page } of Object.values(people)) await page.evaluate(() => (globalThis.sameVisit = true));
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  const show = (step: string, ...who: readonly Person[]) => chronicle.show(story, step, ...who);
  const main = ({ page }: Person) => page.getByRole('main');
  const reads = (who: Person, text: string): Sight => [who, main(who).getByText(text, { exact: true })];
  const toMarket = (who: Person) => goTo(who.page, `/markets/${listingId}`);

  /** What somebody sees of the market's phase, on its own page. */
  const phase = (who: Person, name: MarketPhase): Sight => reads(who, who.say(`trading:phaseText.${name}`));
  /** What the call would give, on the market's page: surplus above zero where buyers are left over. */
  const wouldGive = (who: Person, price: number, volume: number, surplus: number): Sight => {
    const { say, write } = who;
    const units = (count: number) => say('market:call.units', { count, units: write.number(count) });
    const left = surplus > 0 ? 'market:call.leftBuyers' : 'market:call.leftSellers';
    const values = {
      units: units(volume),
      price: write.moneyExact(price),
      surplus: say(left, { units: units(Math.abs(surplus)) }),
    };
    return [who, main(who).locator('p').getByText(say('market:call.inWords', values), { exact: true })];
  };
  const rowOfDesk = () => main(people.olga).getByRole('row').filter({ hasText: title });
  /** The same, in the row of the desk. */
  const deskReads = (...texts: readonly string[]): Sight => {
    const all = texts.reduce((row, text) => row.filter({ hasText: text }), rowOfDesk());
    return [people.olga, all];
  };
  /** A place of the order book, as it is said. */
  const level = (who: Person, side: 'Ask' | 'Bid', price: number, quantity: number): Sight => {
    const { say, write, page } = who;
    const figures = { price: write.moneyExact(price), quantity: write.number(quantity) };
    return [who, page.getByRole('button', { name: say(`trading:ladder.pick${side}`, figures) })];
  };
  /** The first line of the tape. */
  const newest = (who: Person, price: number, units: number, from: 'buy' | 'sell' | 'auction'): Sight => {
    const { say, write, page } = who;
    const line = page
      .getByRole('table', { name: say('trading:tape.caption') })
      .getByRole('row')
      .nth(1);
    const texts = [write.moneyExact(price), write.number(units), say(`trading:tape.${from}`)];
    const cells = texts.map((text) => page.getByRole('cell', { name: text, exact: true }));
    return [who, cells.reduce((row, has) => row.filter({ has }), line)];
  };
  /** A line in the history of one's own orders. */
  const traded = (who: Person, side: Ticket['side'], count: number, price: number): Sight => {
    const values = { count, units: who.write.number(count), price: who.write.moneyExact(price) };
    // What is left of the order follows in the same line.
    return [who, main(who).getByText(who.say(`myOrders:happened.traded_${side}`, values))];
  };
  // On a phone a cell begins with the name of its column.
  const owns = (who: Person, units: number): Sight => [
    who,
    who.page.getByRole('cell', { name: new RegExp(`^\\D*${units}$`) }),
  ];
  /** A sum in the wallet, to the cent. */
  const hasFree = (who: Person, cents: number): Sight => sum(who, 'free', cents);
  const hasHeld = (who: Person, cents: number): Sight => sum(who, 'held', cents);
  const sum = (who: Person, kind: 'free' | 'held', cents: number): Sight => {
    const entry = main(who)
      .locator('dl > div')
      .filter({ hasText: who.say(`wallet:${kind}`) });
    return [who, entry.locator('dd').getByText(who.write.money(cents), { exact: true })];
  };
  const seen = async (...sights: readonly Sight[]): Promise<void> => {
    for (const [, thing] of sights) await thing.first().waitFor();
  };
  /** Writes an order, and sends it while the others look. */
  async function order(who: Person, ticket: Ticket, sights: readonly Sight[]): Promise<void> {
    await writeOrder(who, ticket);
    const name = `${ticket.side} ${ticket.quantity} at ${ticket.price}`;
    await chronicle.act(name, who, () => sendOrder(who, ticket), sights);
  }
  /** Writing an order has moved the page to the ticket. */
  const lookAtCall = async (...who: readonly Person[]): Promise<void> => {
    for (const { page } of who)
      await page.locator('#call').evaluate((panel) => panel.scrollIntoView({ block: 'center' }));
  };
  const venueSays = async (name: 'ines' | 'tito') => {
    const { available, held } = await cast[name].api.call('wallet.read');
    const { items } = await cast[name].api.call('holdings.mine');
    return { free: available, held, units: items.find((each) => each.listingId === listingId)?.units ?? 0 };
  };

  it('the operator opens a funded issue for trading, and starts a session by hand', async () => {
    const { ines, tito, olga } = people;
    await Promise.all([goTo(ines.page, '/markets'), goTo(tito.page, '/markets')]);
    await seen(reads(ines, ines.say('market:emptyTitle')), reads(tito, tito.say('market:emptyTitle')));
    await goTo(olga.page, '/desk/markets');
    await chronicle.act('open', olga, () => operating.openForTrading(olga, title, 'continuous'), [
      [ines, main(ines).getByRole('link', { name: title })],
      [tito, main(tito).getByRole('link', { name: title })],
    ]);
    await seen(deskReads(olga.say('trading:phase.closed')));
    await Promise.all([toMarket(ines), toMarket(tito)]);
    await seen(phase(ines, 'closed'), phase(tito, 'closed'));
    await show('opened', olga, ines, tito);
    const begin = () => operating.actOnMarket(olga, title, 'start', 'First session');
    await chronicle.act('start', olga, begin, [phase(ines, 'call'), phase(tito, 'call')]);
    await show('call', olga, ines, tito);
  });

  it('orders gather: price, volume and surplus of the call change at all three', async () => {
    const { ines, tito, olga } = people;
    await order(ines, { side: 'sell', price: 2_460, quantity: 33 }, [level(tito, 'Ask', 2_460, 33)]);
    await order(tito, { side: 'buy', price: 2_520, quantity: 17 }, [
      wouldGive(ines, 2_460, 17, -16),
      deskReads('€24.60', olga.say('tradingDesk:table.deficit', { units: '16' })),
    ]);
    await lookAtCall(ines, tito);
    await show('first-price', ines, tito, olga);
    await order(tito, { side: 'buy', price: 2_480, quantity: 28 }, [
      wouldGive(ines, 2_480, 33, 12),
      deskReads('€24.80', olga.say('tradingDesk:table.surplus', { units: '12' })),
    ]);
    await seen(wouldGive(tito, 2_480, 33, 12));
    await lookAtCall(ines, tito);
    await show('better-price', ines, tito, olga);
    const { indicative } = await site.client().call('markets.book', { params: { listingId } });
    expect(indicative).to.deep.include({ price: 2_480, volume: 33, surplus: 12 });
  });

  it('the call freezes, and uncrosses before their eyes', async () => {
    const { ines, tito, olga } = people;
    await cast.pass(policy.resumeCallMs - policy.freezeMs);
    await seen(phase(ines, 'freeze'), phase(tito, 'freeze'), deskReads(olga.say('trading:phase.freeze')));
    await show('freeze', ines, tito, olga);
    await goTo(olga.page, '/desk/clock');
    await chronicle.act('uncross', olga, () => operating.moveClock(olga, 'hour'), [
      phase(ines, 'continuous'),
      phase(tito, 'continuous'),
      traded(ines, 'sell', 17, 2_480),
      traded(ines, 'sell', 16, 2_480),
      traded(tito, 'buy', 17, 2_480),
      traded(tito, 'buy', 16, 2_480),
      newest(tito, 2_480, 16, 'auction'),
      level(ines, 'Bid', 2_480, 12),
    ]);
    await show('uncrossed', ines, tito);
    await Promise.all([goTo(ines.page, '/portfolio'), goTo(tito.page, '/portfolio')]);
    // 33 units at €24.80 are €818.40; the 12 that Tito still wants hold €297.60.
    await seen(owns(ines, 67), hasFree(ines, start.ines.cash + 81_840), hasHeld(ines, 0));
    await seen(owns(tito, 33), hasFree(tito, start.tito.cash - 81_840 - 29_760), hasHeld(tito, 29_760));
    await show('delivered', ines, tito);
  });

  it('continuous trades follow, each seen in the portfolio of who waited', async () => {
    const { ines, tito, olga } = people;
    await goTo(olga.page, '/desk/markets');
    await seen(deskReads(olga.say('trading:phase.continuous'), '33 units'));
    await toMarket(ines);
    // 5 units at €24.80: €124.00, out of what was held for Tito's order.
    await order(ines, { side: 'sell', price: 2_480, quantity: 5 }, [
      owns(tito, 38),
      hasHeld(tito, 17_360),
      deskReads('38 units', '€942.40'),
    ]);
    await seen(traded(ines, 'sell', 5, 2_480));
    await show('continuous-sale', ines, tito, olga);
    await Promise.all([toMarket(tito), toMarket(olga)]);
    await seen(newest(olga, 2_480, 5, 'sell'));
    await order(ines, { side: 'sell', price: 2_540, quantity: 7 }, [level(tito, 'Ask', 2_540, 7)]);
    await goTo(ines.page, '/portfolio');
    // 4 units at €25.40: €101.60.
    await order(tito, { side: 'buy', price: 2_540, quantity: 4 }, [
      owns(ines, 58),
      hasFree(ines, start.ines.cash + 81_840 + 12_400 + 10_160),
      newest(olga, 2_540, 4, 'buy'),
      level(olga, 'Ask', 2_540, 3),
    ]);
    await seen(traded(tito, 'buy', 4, 2_540), level(tito, 'Ask', 2_540, 3));
    await show('continuous-purchase', ines, tito, olga);
  });

  it('each owns what the venue says, and both together what they had', async () => {
    const { ines, tito } = people;
    await goTo(tito.page, '/portfolio');
    const [seller, buyer] = [await venueSays('ines'), await venueSays('tito')];
    expect(seller).to.deep.equal({ free: 9_750_000 + 104_400, held: 0, units: 58 });
    expect(buyer).to.deep.equal({ free: 10_000_000 - 104_400 - 17_360, held: 17_360, units: 42 });
    expect(seller.free + buyer.free + buyer.held).to.equal(start.ines.cash + start.tito.cash);
    expect(seller.units + buyer.units).to.equal(start.ines.units + start.tito.units);
    await seen(owns(ines, seller.units), hasFree(ines, seller.free), hasHeld(ines, seller.held));
    await seen(owns(tito, buyer.units), hasFree(tito, buyer.free), hasHeld(tito, buyer.held));
    await show('owned', ines, tito);
    for (const [who, kind] of [
      [ines, 'trade_sell'],
      [tito, 'trade_buy'],
    ] as const) {
      await goTo(who.page, '/portfolio/statement');
      await main(who)
        .getByText(who.say(`portfolio:statement.${kind}`, { title }))
        .first()
        .waitFor();
    }
    await show('statement', ines, tito);
  });

  it('changes reached the others within a second in the median, without a reload and without a complaint', async () => {
    console.log(await chronicle.table(story));
    for (const { name, page, complaints } of Object.values(people)) {
      expect(await page.evaluate(() => globalThis.sameVisit), name).to.equal(true);
      expect(complaints, name).to.deep.equal([]);
    }
    expect(chronicle.fairMs, 'ms').to.be.at.most(1_000);
  });
});
