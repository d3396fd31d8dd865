import type { PostView } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axe, openBrowser, type TestBrowser, type Visitor } from '../support/browser.ts';
import { castOf, type Cast, type Name } from '../support/cast.ts';
import { Keyboard } from '../support/keyboard.ts';
import { openedMarket } from '../support/markets.ts';
import type { TestVenue } from '../support/server.ts';
import { Promptness } from '../support/promptness.ts';
import { openSite, type Site } from '../support/site.ts';
import { settled, signIn } from '../support/visit.ts';
import { wordsOf, type Say } from '../support/words.ts';

describe('the page of a bulletin board', () => {
  let site: Site;
  let browser: TestBrowser;
  let cast: Cast;
  let listingId: ListingId;
  let say: Say;
  let dici: Say;
  let ines: Visitor;
  let tito: Visitor;
  let nora: Visitor;
  const promptness = new Promptness('BRD-6: posts and answers are seen within a second');

  /** Opens the board as somebody sees it, signed in or not. */
  const visit = async (visitor: Visitor, who: Name | null): Promise<Visitor> => {
    if (who !== null) await signIn(visitor.page, cast[who]);
    await visitor.page.goto(`/markets/${listingId}`);
    await visitor.page.locator('#board-write').waitFor();
    await settled(visitor.page);
    return visitor;
  };

  before(async () => {
    [site, browser, say, dici] = await Promise.all([openSite(), openBrowser(), wordsOf('en'), wordsOf('it')]);
    cast = await castOf(site as unknown as TestVenue);
    listingId = await openedMarket(cast, 'bulletin');
    const origin = site.url;
    nora = await visit(await browser.visitor('Nora', { origin }), null);
    ines = await visit(await browser.visitor('Ines', { origin, language: 'it' }), 'ines');
    tito = await visit(
      await browser.visitor('Tito', { origin, language: 'it', screen: 'phone', scheme: 'dark' }),
      'tito',
    );
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const list = async (): Promise<readonly PostView[]> =>
    (await site.client().call('board.list', { params: { listingId } })).items;
  const post = (page: Page, words: Say, side: 'buy' | 'sell', quantity: number) =>
    page.getByRole('listitem').filter({
      hasText: words(`board:wish.${side}`, { count: quantity, quantity }),
    });

  it('teaches what a post is while there is none, and offers no order', async () => {
    const { page } = nora;
    for (const rule of ['binds', 'matches', 'consent'])
      await page.getByText(say(`board:rules.${rule}Text`)).waitFor();
    await page.getByText(say('board:posts.emptyTitle')).waitFor();
    await page.getByText(say('board:form.signIn')).waitFor();
    await page.locator('#ticket-send, [data-place]').first().waitFor({ state: 'detached' });
    await axe(page);
    await nora.screenshot('board/empty');
  });

  it('BRD-6: writes a post by keyboard, after saying what is missing; everybody sees it come', async () => {
    const { page } = ines;
    const hand = new Keyboard(page);
    await hand.tabTo('button', dici('board:form.send_buy'));
    await hand.press('Enter');
    await page.getByRole('alert').getByText(dici('board:problem.consent')).waitFor();
    await axe(page);
    await page.getByRole('radio', { name: dici('board:form.buy') }).focus();
    await hand.press('ArrowRight');
    await hand.tabToField(dici('board:form.quantity'));
    await hand.write('101');
    await hand.tabToField(dici('board:form.price'));
    await hand.write('24,50');
    await hand.tabToField(dici('board:form.note'));
    await hand.write('Mi trasferisco; cedo volentieri a chi resta.');
    await hand.tabToField(dici('board:form.consent'));
    await hand.press('Space');
    await hand.tabTo('button', dici('board:form.send_sell'));
    await hand.press('Enter');
    const short = dici('board:problem.units', { count: 100, units: 100 });
    await page.getByRole('alert').getByText(short).waitFor();
    await hand.tabToField(dici('board:form.quantity'));
    await hand.write('40');
    await hand.press('Enter');
    await promptness.of('a post', post(nora.page, say, 'sell', 40).waitFor());
    await post(page, dici, 'sell', 40).getByText(dici('board:own.none')).waitFor();
    expect(hand.faults).to.deep.equal([]);
    expect((await list())[0]).to.deep.include({ side: 'sell', quantity: 40, price: 2_450 });
  });

  it('BRD-6: answers on a phone, sees the contact, and the author sees the answer come', async () => {
    const { page } = tito;
    const theirs = post(page, dici, 'sell', 40);
    await theirs.getByRole('button').click();
    const dialog = page.getByRole('dialog');
    const send = dialog.getByRole('button', { name: dici('board:reply.send'), exact: true });
    await send.waitFor();
    await dialog.locator(':focus').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await theirs.locator('button:focus').waitFor();
    const hand = new Keyboard(page);
    await hand.intoDialog();
    await hand.tabTo('button', dici('board:reply.send'));
    await hand.press('Enter');
    await dialog.getByRole('alert').getByText(dici('board:problem.message')).waitFor();
    await hand.tabTo('textbox', dici('board:reply.message'));
    await hand.write('Mi interessano tutte: ne parliamo?');
    await hand.tabTo('checkbox', dici('board:reply.consent'));
    await hand.press('Space');
    await axe(page);
    await tito.screenshot('board/answering', { fullPage: false });
    await hand.tabTo('button', dici('board:reply.send'));
    const hers = post(ines.page, dici, 'sell', 40);
    await hand.press('Enter');
    await promptness.of('an answer', hers.getByText('Mi interessano tutte: ne parliamo?').waitFor());
    const address = { name: cast.ines.email, exact: true };
    await dialog.getByRole('link', address).waitFor();
    expect(await dialog.getByRole('link', address).getAttribute('href')).to.equal(
      `mailto:${cast.ines.email}`,
    );
    await axe(page);
    await hand.tabTo('button', dici('board:reply.close'));
    await hand.press('Enter');
    expect(hand.faults).to.deep.equal([]);
    await theirs.locator(':focus').getByRole('link', address).waitFor();

    await hers.getByRole('link', { name: cast.tito.email, exact: true }).waitFor();
    await axe(ines.page);
    await ines.screenshot('board/answered');
    expect(await nora.page.getByText(cast.tito.email).count()).to.equal(0);
    expect(await nora.page.getByText(cast.ines.email).count()).to.equal(0);
  });

  it('BRD-1: shows two posts that fit each other side by side, and nothing comes of it', async () => {
    const { page } = tito;
    await page.getByRole('link', { name: dici('board:posts.jump') }).click();
    await page.getByLabel(dici('board:form.quantity'), { exact: true }).fill('40');
    await page.getByLabel(dici('board:form.price'), { exact: true }).fill('24,50');
    await page.getByLabel(dici('board:form.consent')).check();
    await page.getByRole('button', { name: dici('board:form.send_buy'), exact: true }).click();
    await promptness.of('a post that fits', post(nora.page, say, 'buy', 40).waitFor());
    await post(nora.page, say, 'sell', 40).waitFor();
    const { items } = await site.client().call('markets.trades', { params: { listingId } });
    expect(items).to.deep.equal([]);
    await axe(page);
    await tito.screenshot('board/phone');
    await axe(nora.page);
    await nora.page.emulateMedia({ colorScheme: 'dark' });
    await axe(nora.page, { rules: ['color-contrast'] });
    await nora.screenshot('board/dark');
    await nora.page.emulateMedia({ colorScheme: 'light' });
  });

  it('BRD-6: withdraws by keyboard after asking, and the post goes from every page', async () => {
    const { page } = ines;
    const hand = new Keyboard(page);
    const name = /^Ritira: .*40/;
    await hand.tabTo('button', name, 'Shift+Tab');
    const dialog = await hand.intoDialog();
    await dialog.getByText(dici('board:own.sureReplies', { count: 1, number: 1 })).waitFor();
    await axe(page);
    await hand.tabTo('button', dici('board:own.withdraw'));
    await hand.press('Enter');
    await promptness.of('a withdrawal', post(nora.page, say, 'sell', 40).waitFor({ state: 'detached' }));
    await page.locator('output:focus', { hasText: dici('board:own.withdrawn') }).waitFor();
    expect((await list()).map(({ side }) => side)).to.deep.equal(['buy']);
    promptness.judge(1_000);
    expect(hand.faults).to.deep.equal([]);
  });

  it('tells the author of the answer, and leads back to the board', async () => {
    const { page } = ines;
    await page.goto('/notices');
    const notice = page.getByRole('listitem').filter({ hasText: dici('notices:board_reply') });
    await notice.getByRole('link').click();
    await page.locator('#board-write').waitFor();
    for (const { complaints } of [nora, ines, tito]) expect(complaints).to.deep.equal([]);
  });
});
