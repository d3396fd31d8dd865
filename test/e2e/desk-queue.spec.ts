import type { ProposalView } from '@piazza/shared/contract';
import { expect } from 'chai';
import { axe, openBrowser, type TestBrowser, type Visitor } from '../support/browser.ts';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { oneHuman } from '../support/identities.ts';
import { Keyboard } from '../support/keyboard.ts';
import { listingIn } from '../support/listings.ts';
import type { TestVenue } from '../support/server.ts';
import { openSite, type Site } from '../support/site.ts';
import { settled, signIn } from '../support/visit.ts';
import { eventually } from '../support/wait.ts';
import { wordsOf, type Say } from '../support/words.ts';

describe('the desk by keyboard', () => {
  let site: Site;
  let browser: TestBrowser;
  let cast: Cast;
  let say: Say;
  let oreste: Visitor;
  let hand: Keyboard;
  let proposal: ProposalView;
  let title: string;

  before(async () => {
    [site, browser, say] = await Promise.all([openSite(), openBrowser(), wordsOf('it')]);
    cast = await castOf(site as unknown as TestVenue);
    const listingId = await listingIn(cast, 'submitted');
    title = (await cast.olga.api.call('listings.read', { params: { listingId } })).draft.texts.title;
    proposal = await cast.olga.api.call('people.setTier', {
      params: { personId: cast.ines.id },
      body: { tier: 'community', reason: 'Libro soci visto' },
    });
    oreste = await desk('Oreste', cast.oreste);
    hand = new Keyboard(oreste.page);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  async function desk(name: string, player: Player): Promise<Visitor> {
    const visitor = await browser.visitor(name, { origin: site.url, language: 'it' });
    await signIn(visitor.page, player);
    await visitor.page.goto('/desk');
    await settled(visitor.page);
    await visitor.page.locator('[data-item]').first().waitFor();
    return visitor;
  }
  const act = (): string => `${say('ui:act.tier_change')}: Ines Innocenti`;
  const focused = (): Promise<string> =>
    oreste.page.evaluate(() => document.activeElement?.textContent ?? '');
  /** Goes to an item with j, wherever it stands. */
  const goTo = async (name: string): Promise<void> => {
    for (let steps = 0; steps < 30; steps += 1) {
      if ((await focused()) === name) return;
      await hand.press('j');
    }
    throw new Error(`j never reaches ${name}`);
  };

  it('DSK-4: says its keys, and what has the focus, and gives nothing away to a text field', async () => {
    const { page } = oreste;
    await hand.press('?');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(say('desk:queue.keys.assign')).waitFor();
    await axe(page);
    await hand.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await hand.press('j');
    await eventually(async () => expect(await focused()).not.to.equal(''));
    await goTo(act());
    await hand.press('j');
    expect(await focused()).not.to.equal(act());
    await hand.press('k');
    expect(await focused()).to.equal(act());
    await axe(page);
    await oreste.screenshot('desk/queue');
  });
  it('DSK-4: takes an item with a, and says so', async () => {
    const { page } = oreste;
    await hand.press('a');
    await page
      .getByText(say('desk:queue.assigned', { title: act() }))
      .first()
      .waitFor({ state: 'attached' });
    await page
      .getByRole('row')
      .filter({ hasText: act() })
      .getByText(say('desk:queue.me'), { exact: true })
      .waitFor();
    await eventually(async () => {
      const { items } = await cast.oreste.api.call('queue.list', { query: { whose: 'mine' } });
      expect(items.map(({ object }) => object)).to.deep.equal([proposal.id]);
    });
  });
  it('DSK-4: opens it with Enter, agrees, and comes back to a shorter queue', async () => {
    const { page } = oreste;
    await goTo(act());
    await hand.follow();
    await page
      .getByRole('heading', { level: 1, name: say('approvals:page.title', { act: act() }) })
      .waitFor();
    await settled(page);
    await axe(page);
    await oreste.screenshot('desk/proposal');
    await hand.tabTo('textbox', say('approvals:page.reason'));
    await hand.write('Libro soci visto anche da me');
    await hand.tabTo('button', say('approvals:page.approve'));
    const dialog = await hand.openDialog();
    await hand.tabTo('button', say('approvals:page.approve'));
    await hand.enter();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(say('approvals:barred.illegal_state')).waitFor();
    const person = site.venue.exchange.peek(({ people }) => people.people.get(cast.ines.id));
    expect(person?.tier).to.equal('community');
  });
  it('DSK-4: clears the queue: sends the listing back with a comment on a field', async () => {
    const { page } = oreste;
    await page.goto('/desk');
    await settled(page);
    await page.locator('[data-item]').first().waitFor();
    await goTo(title);
    await hand.follow();
    await hand.tabTo('button', say('desk:review.take'));
    await hand.enter();
    const risks = { field: say('desk:field.risks') };
    await hand.tabTo('button', say('desk:review.commentOn', risks), 'Shift+Tab');
    await hand.enter();
    await hand.write('E se gela in aprile?');
    await hand.tabTo('textbox', say('desk:review.reason'));
    await hand.write('Un campo va riscritto');
    await hand.tabTo('button', say('desk:review.request'));
    const dialog = await hand.openDialog();
    await hand.tabTo('button', say('desk:review.request'));
    await hand.enter();
    await dialog.waitFor({ state: 'hidden' });
    // What surveillance keeps for the record of the cast's own money is no part of this story.
    await eventually(async () => {
      const { items } = await cast.oreste.api.call('queue.list');
      expect(items.filter(({ kind }) => kind !== 'alert')).to.deep.equal([]);
    });
    for (const kind of ['proposal', 'listing']) {
      await page.goto(`/desk?kind=${kind}`);
      await settled(page);
      await page.getByText(say('desk:queue.emptyFilter')).waitFor();
    }
    await axe(page);
    await oreste.screenshot('desk/empty');
    expect([...hand.faults]).to.deep.equal([]);
    expect(oreste.complaints).to.deep.equal([]);
  });

  it('APR-3: refuses who opens their own case from a second account of the same person', async () => {
    const ottavia = await cast.join('ottavia@example.org', { displayName: 'Ottavia', roles: ['operator'] });
    const other = await cast.join('o.orsini@example.org', { displayName: 'O. Orsini', roles: ['operator'] });
    await oneHuman(cast.olga, other, ottavia);
    const own = await cast.olga.api.call('people.setTier', {
      params: { personId: cast.ivo.id },
      body: { tier: 'institutional', reason: 'Bilancio visto' },
    });
    const visitor = await desk('O. Orsini', other);
    await visitor.page.goto('/desk?kind=proposal');
    await settled(visitor.page);
    await visitor.page.locator('[data-item]').first().waitFor();
    const keys = new Keyboard(visitor.page);
    await keys.press('j');
    await keys.follow();
    await visitor.page.getByText(say('approvals:barred.same_person')).waitFor();
    await visitor.page
      .getByRole('button', { name: say('approvals:page.approve'), exact: true })
      .waitFor({ state: 'detached' });
    await axe(visitor.page);
    await visitor.screenshot('desk/same-person');
    const params = { proposalId: own.id };
    const body = { contentHash: own.contentHash, reason: 'Anche da qui' };
    expect(await other.api.refusal('approvals.approve', { params, body })).to.equal('same_person');
    await keys.press('a');
    expect(
      await other.api.refusal('queue.assign', { params: { object: own.id }, body: { to: 'me' } }),
    ).to.equal('same_person');
    expect(visitor.complaints).to.deep.equal([]);
  });

  it('DSK-5: shows what was sent back beside what came, and what was asked at its field', async () => {
    const { page } = oreste;
    const [listing] = (await cast.enzo.api.call('listings.mine')).items;
    const params = { listingId: listing?.id ?? ('' as never) };
    const { revision } = await cast.enzo.api.call('listings.read', { params });
    const draft = cast.completeDraft({ texts: { risks: 'Il gelo d’aprile costa un terzo del raccolto.' } });
    await cast.enzo.api.call('listings.saveDraft', { params, body: { revision, draft } });
    await cast.enzo.api.call('listings.submit', { params });
    await page.goto(`/desk/listings/${params.listingId}`);
    await settled(page);
    const row = page.locator('[id="field-texts.risks"]');
    await row.getByText(say('desk:review.changedMark'), { exact: true }).waitFor();
    await row.getByText('Il gelo d’aprile costa un terzo del raccolto.').waitFor();
    await row.getByText('E se gela in aprile?').waitFor();
    const list = page.getByRole('group', { name: say('desk:review.requested') });
    await list.getByText(say('desk:review.fieldChanged')).waitFor();
    await list.getByRole('checkbox').check();
    await row.scrollIntoViewIfNeeded();
    await axe(page);
    await oreste.screenshot('desk/side-by-side', { fullPage: false });
    await page.getByRole('checkbox', { name: say('desk:review.onlyChanged') }).check();
    await row.waitFor();
    // The closing time moves with the clock of the test.
    await eventually(async () => expect(await page.locator('[id^="field-"]').count()).to.be.at.most(2));
  });
});
