import type { ListingId } from '@piazza/shared/values';
import { expect } from 'chai';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser, type Visitor } from '../support/browser.ts';
import { castOf, type Cast, type Name } from '../support/cast.ts';
import { TestClock } from '../support/clock.ts';
import { Keyboard } from '../support/keyboard.ts';
import { act, bringToCall, bringToContinuous, buys, openedMarket, sells } from '../support/markets.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { losing } from '../support/lost-answers.ts';
import { settled, signIn } from '../support/visit.ts';
import { eventually, longMs } from '../support/wait.ts';
import { wordsOf, type Say } from '../support/words.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const clientFolder = process.env['PIAZZA_CLIENT_DIST'] ?? join(root, 'client/dist');

describe('trading by hand, in a browser', () => {
  let venue: TestVenue;
  let cast: Cast;
  let browser: TestBrowser;
  let say: Say;
  let listingId: ListingId;

  before(async () => {
    venue = await openVenue({ clientFolder, clock: new TestClock() });
    [cast, browser, say] = await Promise.all([castOf(venue), openBrowser(), wordsOf('en')]);
  });

  beforeEach(async () => {
    listingId = await openedMarket(cast);
    for (const name of ['ines', 'ivo'] as const)
      await cast[name].api.call('orders.cancelAll', { body: { listingId: null } });
  });

  after(async () => {
    await browser.close();
    await venue.close();
  });

  const enter = (name: Name): Promise<Visitor> =>
    browser.visitor(name, { language: 'en', origin: venue.url });
  async function at(visitor: Visitor, name: Name, path: string): Promise<Page> {
    const { page } = visitor;
    await signIn(page, cast[name]);
    await cast[name].api.call('me.update', { body: { displayName: cast[name].displayName, locale: 'en' } });
    await page.goto(path);
    await settled(page);
    return page;
  }
  const atMarket = async (visitor: Visitor, name: Name): Promise<Page> => {
    const page = await at(visitor, name, `/markets/${listingId}`);
    await page.locator('#ticket-price').waitFor();
    return page;
  };
  const open = async (name: Name) =>
    (await cast[name].api.call('orders.mine', { query: { listingId } })).items;
  const write = async (page: Page, price: string, quantity: string): Promise<void> => {
    await page.locator('#ticket-price').fill(price);
    await page.locator('#ticket-quantity').fill(quantity);
  };
  const hasPrice = (page: Page, price: string): Promise<unknown> =>
    eventually(async () => expect(await page.locator('#ticket-price').inputValue()).to.equal(price));
  const send = async (page: Page): Promise<void> => page.locator('#ticket-send').click();
  const placed = (page: Page, key: string, values: Record<string, string | number>) =>
    page.getByText(say(`orderTicket:placed.${key}`, values)).waitFor();

  it('SCR-3: is done with the keyboard alone: an order written, sent, amended and cancelled', async () => {
    await bringToContinuous(cast, listingId);
    await sells(cast.ivo, listingId, { price: 2_520, quantity: 20 });
    const ines = await enter('ines');
    const page = await atMarket(ines, 'ines');
    const keyboard = new Keyboard(page);
    await keyboard.tabToField(say('orderTicket:price.limit'));
    // From an empty field to the best offer, and a tick above it.
    await keyboard.press('ArrowUp');
    await keyboard.press('ArrowUp');
    await keyboard.tabToField(say('orderTicket:quantity.label'));
    await keyboard.write('50');
    const parts = say('orderTicket:effect.part', { quantity: '20', price: '€25.20' });
    await page.getByText(say('orderTicket:effect.trades_buy', { parts })).first().waitFor();
    await keyboard.press('Enter');
    await placed(page, 'filled_buy', { count: 20, quantity: '20' });
    await keyboard.kept();
    expect((await open('ines')).map(({ price, remaining }) => [price, remaining])).to.deep.equal([
      [2_540, 30],
    ]);
    await keyboard.tabTo('button', new RegExp(`^${say('myOrders:amend.of', { order: '' })}`));
    await keyboard.enter();
    await keyboard.tabToField(say('myOrders:amend.quantity'));
    await keyboard.write('40');
    await page.getByText(say('myOrders:amend.keeps')).waitFor();
    await keyboard.press('Enter');
    await page.getByText(say('myOrders:amend.done')).waitFor();
    await keyboard.kept();
    expect((await open('ines')).map(({ remaining }) => Number(remaining))).to.deep.equal([20]);
    await keyboard.tabTo('button', new RegExp(`^${say('myOrders:cancel.of', { order: '' })}`));
    await keyboard.enter();
    await keyboard.press('Enter');
    await page.getByText(say('myOrders:cancel.done', { count: 20, quantity: '20' })).waitFor();
    await keyboard.kept();
    expect(await open('ines')).to.deep.equal([]);
    expect(keyboard.faults).to.deep.equal([]);
    expect(ines.complaints).to.deep.equal([]);
    await ines.context.close();
  });

  it('sells to a bid that was picked in the book, and shows the trade and the money without a reload', async () => {
    await bringToContinuous(cast, listingId);
    await buys(cast.ivo, listingId, { price: 2_480, quantity: 20 });
    const ines = await enter('ines');
    const page = await atMarket(ines, 'ines');
    await page
      .getByRole('button', { name: /24\.80/ })
      .first()
      .click();
    await page.locator('#ticket-price').waitFor();
    await hasPrice(page, '24.80');
    await page.locator('#ticket-quantity').fill('15');
    await page
      .getByRole('button', { name: say('orderTicket:send.sellAt', { quantity: '15', price: '€24.80' }) })
      .click();
    await placed(page, 'filled_sell', { count: 15, quantity: '15' });
    await page
      .getByText(say('myOrders:happened.traded_sell', { count: 15, units: '15', price: '€24.80' }))
      .first()
      .waitFor();
    await page.getByText(say('orderTicket:quantity.freeUnits', { count: 85, units: '85' })).waitFor();
    await ines.context.close();
  });

  it('places one order when no answer comes back, however often one asks again and reloads', async () => {
    await bringToCall(cast, listingId);
    const ines = await enter('ines');
    let lost = false;
    await losing(ines.page, '/orders', () => lost);
    const page = await atMarket(ines, 'ines');
    await write(page, '25', '10');
    lost = true;
    await page.locator('#ticket-send').dblclick();
    const unsure = page.getByText(say('orderTicket:unsure.title'));
    await unsure.waitFor();
    await page.reload();
    await unsure.waitFor();
    lost = false;
    await page.getByRole('button', { name: say('orderTicket:unsure.again') }).click();
    await placed(page, 'resting_buy', { count: 10, quantity: '10', price: '€25.00' });
    expect((await open('ines')).map(({ quantity }) => Number(quantity))).to.deep.equal([10]);
    await ines.context.close();
  });

  it('says what is wrong beside the field, offers what would be right, and what the venue refuses in words', async () => {
    await bringToCall(cast, listingId);
    const ines = await enter('ines');
    const page = await atMarket(ines, 'ines');
    await write(page, '25.13', '');
    await send(page);
    await page.getByText(say('orderTicket:problem.off_tick', { tick: '€0.20' })).waitFor();
    await page.getByText(say('orderTicket:problem.quantity_missing')).waitFor();
    await page.locator('#ticket-price:focus').waitFor();
    await page.getByRole('button', { name: '€25.20', exact: true }).click();
    await hasPrice(page, '25.20');
    // Far above the last price: asked once more, and taken back.
    await write(page, '28', '10');
    await send(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByText(say('orderTicket:confirm.far_buy', { rate: '12%', from: '€25.00' })).waitFor();
    await dialog.locator(':focus').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    // An own order on the other side, of which this page learns with the refusal at the latest.
    await write(page, '25', '10');
    await sells(cast.ines, listingId, { price: 2_500, quantity: 5 });
    await page.getByText(say('orderTicket:own.call')).waitFor();
    await send(page);
    await page.getByRole('alert').getByText(say('rejections:self_match.what')).waitFor();
    expect((await open('ines')).map(({ side }) => side)).to.deep.equal(['sell']);
    await ines.context.close();
  });

  it('tells what happened meanwhile when the connection comes back, nothing twice', async () => {
    await bringToContinuous(cast, listingId);
    await buys(cast.ines, listingId, { price: 2_480, quantity: 30 });
    const ines = await enter('ines');
    const page = await at(ines, 'ines', '/orders');
    const lines = page.getByRole('list', { name: say('myOrders:history.caption') }).getByRole('listitem');
    await lines.first().waitFor();
    const before = await lines.count();
    await ines.context.setOffline(true);
    await page
      .getByText(say('common:connection.lost'))
      .first()
      .waitFor({ timeout: 2 * longMs });
    await sells(cast.ivo, listingId, { price: 2_480, quantity: 10 });
    await sells(cast.ivo, listingId, { price: 2_480, quantity: 5 });
    await ines.context.setOffline(false);
    const sold = (units: number) =>
      page.getByText(
        say('myOrders:happened.traded_buy', { count: units, units: String(units), price: '€24.80' }),
      );
    await sold(5)
      .first()
      .waitFor({ timeout: 2 * longMs });
    await sells(cast.ivo, listingId, { price: 2_480, quantity: 3 });
    await sold(3).first().waitFor();
    await eventually(async () => expect(await lines.count()).to.equal(before + 3));
    await page.getByText(say('myOrders:left', { remaining: '12', quantity: '30' })).waitFor();
    await ines.context.close();
  });

  it('takes all orders back at once, and by a catch that nobody holds', async () => {
    await bringToContinuous(cast, listingId);
    for (const price of [2_480, 2_460]) await buys(cast.ivo, listingId, { price, quantity: 5 });
    const ivo = await enter('ivo');
    const page = await at(ivo, 'ivo', '/orders');
    await page.getByRole('button', { name: say('myOrders:all.button'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: say('myOrders:all.confirm') }).click();
    await page.getByText(say('myOrders:all.done', { count: 2, number: '2' })).waitFor();
    await page.getByText(say('myOrders:open.none'), { exact: true }).waitFor();
    await buys(cast.ivo, listingId, { price: 2_480, quantity: 7 });
    await page.getByText(say('myOrders:left', { remaining: '7', quantity: '7' })).waitFor();
    await page.getByRole('button', { name: say('myOrders:deadMan.arm') }).click();
    await page.getByText(say('myOrders:deadMan.armed')).waitFor();
    await cast.pass(16 * 60_000);
    await page.getByText(say('myOrders:open.none'), { exact: true }).waitFor();
    await page.getByText(say('myOrders:reason.dead_man')).first().waitFor();
    await ivo.context.close();
  });

  it('runs a market from the desk: acts with a reason, a stop, and its release, seen by those who trade', async () => {
    await bringToContinuous(cast, listingId);
    const [olga, ines] = [await enter('olga'), await enter('ines')];
    const [desk, page] = [await at(olga, 'olga', '/desk/markets'), await atMarket(ines, 'ines')];
    const row = desk.getByRole('row').filter({ has: desk.locator(`a[href="/markets/${listingId}"]`) });
    const choose = async (name: string): Promise<void> => {
      await row.getByRole('button').last().click();
      await desk.getByRole('menuitem', { name: say(`tradingDesk:act.${name}`) }).click();
    };
    const confirm = async (name: string): Promise<void> => {
      const dialog = desk.getByRole('dialog');
      await dialog.getByLabel(say('tradingDesk:dialog.reason')).fill('News is expected');
      await dialog.getByRole('button', { name }).click();
      await dialog.waitFor({ state: 'hidden' });
    };
    await choose('halt');
    await confirm(say('tradingDesk:act.halt'));
    await page.getByText(say('orderTicket:closed.halted')).waitFor();
    await choose('block');
    await confirm(say('tradingDesk:kill.confirm'));
    await page.getByText(say('orderTicket:closed.blocked')).waitFor();
    await desk.getByText(say('tradingDesk:table.blocked'), { exact: true }).waitFor();
    await desk.getByRole('button', { name: /^Let trade again/ }).click();
    await confirm(say('tradingDesk:kill.confirmRelease'));
    await desk.getByText(say('tradingDesk:blocks.none')).waitFor();
    await choose('resume');
    await confirm(say('tradingDesk:act.resume'));
    await page.locator('#ticket-price').waitFor();
    await act(cast, listingId, 'close');
    await row.getByText(say('trading:phase.closed')).waitFor();
    expect([...olga.complaints, ...ines.complaints]).to.deep.equal([]);
    await olga.context.close();
    await ines.context.close();
  });
});
