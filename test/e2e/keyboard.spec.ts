import { expect } from 'chai';
import { bearsInterest, type Role } from '@piazza/shared/contract';
import { isRequired, stepFields, steps } from '../../client/src/features/issuer/draft/fields.ts';
import { openForm } from '../../client/src/features/issuer/draft/form.ts';
import { createFormats } from '../../client/src/locale/format.ts';
import { openBrowser, type TestBrowser, type Visitor } from '../support/browser.ts';
import { completeDraft } from '../support/draft.ts';
import { Keyboard } from '../support/keyboard.ts';
import { onboardIn } from '../support/protection.ts';
import { tellAndCheck } from '../support/acts/dossier.ts';
import { rightAnswer } from '../support/acts/investor.ts';
import { openSite, type Site } from '../support/site.ts';
import { goTo, settled } from '../support/visit.ts';
import { wordsOf, type Say } from '../support/words.ts';

const password = 'quattro gatti sul tetto';
const title = 'Gli orti di via Cigna';
const { money } = createFormats('en');

describe('SCR-3: the keyboard alone', () => {
  let site: Site;
  let browser: TestBrowser;
  let say: Say;
  let visitor: Visitor;
  let keyboard: Keyboard;

  before(async () => {
    [site, browser, say] = await Promise.all([openSite(), openBrowser(), wordsOf('en')]);
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await visitor.screenshot('keyboard/failed');
    await visitor.context.close();
  });

  /** Every test ends with it. */
  const flawless = (): void => {
    expect(keyboard.faults).to.deep.equal([]);
    expect(visitor.complaints).to.deep.equal([]);
  };

  async function account(name: string, role: Role): Promise<{ email: string; password: string }> {
    const email = `${name.toLowerCase()}@example.org`;
    const { accounts } = site.venue.identity;
    const details = { password, displayName: name, locale: 'en' } as const;
    const id = await accounts.createAccount({ ...details, email, roles: [role] });
    if (role !== 'investor') return { email, password };
    const checker = { ...details, email: `checks.${email}`, roles: ['operator'] } as const;
    await onboardIn(site, id, await accounts.createAccount(checker));
    return { email, password };
  }

  async function tokenOf(credentials: { email: string; password: string }): Promise<string> {
    return (await site.client().call('auth.login', { body: credentials })).accessToken;
  }

  /** From the first stop of the first page to being signed in. */
  async function enter(name: string, role: Role): Promise<void> {
    const { email } = await account(name, role);
    visitor = await browser.visitor(name, { origin: site.url });
    keyboard = new Keyboard(visitor.page);
    await visitor.page.goto('/');
    await settled(visitor.page);
    await keyboard.tabTo('link', say('common:nav.signIn'));
    await keyboard.follow();
    await keyboard.tabToField(say('account:field.email'));
    await keyboard.write(email);
    await keyboard.tabTo('textbox', say('account:field.password'));
    await keyboard.write(password);
    await keyboard.press('Enter');
    await visitor.page.getByRole('button', { name }).waitFor();
  }

  const visit = async (label: string): Promise<void> => {
    await keyboard.tabTo('link', say(`common:nav.${label}`));
    await keyboard.follow();
  };

  it('skips to the content', async () => {
    visitor = await browser.visitor('Nora', { origin: site.url });
    keyboard = new Keyboard(visitor.page);
    await visitor.page.goto('/');
    await settled(visitor.page);
    await keyboard.tabTo('link', say('common:skip'));
    await keyboard.enter();
    await visitor.page.locator('#main:focus').waitFor();
    flawless();
  });

  it('writes a listing and hands it in', async () => {
    await enter('Elsa', 'enterprise');
    await visit('issuer');
    await keyboard.tabTo('link', say('issuer:empty.begin'));
    await keyboard.follow();
    await keyboard.tabTo('textbox', say('issuer:organisations.name'));
    await keyboard.write('Orto Condiviso');
    await keyboard.tabTo('combobox', say('issuer:organisations.legalForm'));
    await keyboard.press('ArrowDown');
    await keyboard.tabTo('button', say('issuer:organisations.create'));
    await keyboard.enter();
    await visitor.page.getByRole('heading', { level: 1, name: say('issuer:untitled') }).waitFor();
    await tellAndCheck(site, { email: 'elsa@example.org', password }, await account('Checks', 'operator'));
    await writeDraft();
    await keyboard.tabTo('button', say('issuer:check.submit'));
    const dialog = await keyboard.openDialog();
    await keyboard.tabTo('button', say('issuer:check.submit'));
    await keyboard.enter();
    await dialog.waitFor({ state: 'hidden' });
    await visitor.page.getByText(say('ui:status.submitted'), { exact: true }).first().waitFor();
    await keyboard.kept();
    flawless();
  });

  async function writeDraft(): Promise<void> {
    const draft = completeDraft(site.venue.exchange.now(), { texts: { title } });
    const values = openForm(draft, 'en');
    for (const [at, step] of steps.entries()) {
      for (const field of stepFields(step)) {
        if (field === 'facts.reserves' || values[field] === '' || field === 'facts.accrual') continue;
        if (field === 'texts.interestTerms' && !bearsInterest(draft.facts.instrument)) continue;
        const label = say(`issuerFields:${field}.label`);
        await keyboard.tabToField(
          isRequired(field, draft.facts.instrument) ? label : `${label} (${say('issuerFields:optional')})`,
        );
        await writeField(values[field]);
      }
      const next = steps[at + 1];
      if (next === undefined) continue;
      await keyboard.tabTo(
        'link',
        new RegExp(`^${say('issuer:wizard.next')}.*${say(`issuer:step.${next}.name`)}$`),
      );
      await keyboard.enter();
      await visitor.page.getByRole('heading', { level: 2, name: say(`issuer:step.${next}.title`) }).waitFor();
    }
  }

  async function writeField(value: string): Promise<void> {
    const { page } = visitor;
    const kind = await page.evaluate(() => {
      const field = document.activeElement;
      return field instanceof HTMLInputElement ? field.type : field?.tagName;
    });
    if (kind === 'SELECT') {
      const option = await page.evaluate((wanted) => {
        const select = document.activeElement as HTMLSelectElement;
        return [...select.options].find((each) => each.value === wanted)?.text ?? '';
      }, value);
      await page.keyboard.type(option);
    } else if (kind === 'date' || kind === 'datetime-local') await writeDate(value);
    else await keyboard.write(value);
  }

  /** Types a date into the parts of its field, whose order is the browser's own. */
  async function writeDate(value: string): Promise<void> {
    const { page } = visitor;
    const [year, month, dayOfMonth, hours, minutes] = value.split(/[-T:]/);
    const written = () => page.evaluate(() => (document.activeElement as HTMLInputElement).value);
    for (const order of [`${month}${dayOfMonth}`, `${dayOfMonth}${month}`]) {
      if ((await written()) === value) return;
      // Each part is left as soon as no further digit fits; a year never is.
      for (let part = 0; part < 6; part += 1) await keyboard.press('ArrowLeft');
      await page.keyboard.type(`${order}${year}`);
      if (hours === undefined) continue;
      await keyboard.press('ArrowRight');
      await page.keyboard.type(`${hours}${minutes}${Number(hours) < 12 ? 'am' : 'pm'}`);
    }
    expect(await written()).to.equal(value);
  }

  it('reviews and approves it', async () => {
    await enter('Olga', 'operator');
    await visit('desk');
    await keyboard.tabTo('link', say('desk:queue.open', { title }));
    await keyboard.follow();
    await keyboard.tabTo('button', say('desk:review.take'));
    await keyboard.enter();
    const risks = { field: say('desk:field.risks') };
    await keyboard.tabTo('button', say('desk:review.commentOn', risks), 'Shift+Tab');
    await keyboard.enter();
    await keyboard.write('E se gela in aprile?');
    await keyboard.tabTo('button', say('desk:review.removeComment', risks));
    await keyboard.enter();
    for (const point of ['intentional', 'measurable', 'additional', 'noConflictOfInterest']) {
      await keyboard.tabTo('checkbox', say(`desk:review.${point}`));
      await keyboard.press('Space');
    }
    await keyboard.tabTo('textbox', say('desk:review.reason'));
    await keyboard.write('Tutto torna');
    await keyboard.tabTo('button', say('desk:review.approve'));
    const dialog = await keyboard.openDialog();
    await keyboard.tabTo('button', say('desk:review.approve'));
    await keyboard.enter();
    await dialog.waitFor({ state: 'hidden' });
    await visitor.page.getByText(say('desk:review.approvedByMe')).waitFor();
    await keyboard.kept();
    flawless();
  });

  /** What the others do meanwhile: the second approval, and the publication. */
  async function publish(): Promise<string> {
    const oreste = site.client(await tokenOf(await account('Oreste', 'operator')));
    const elsa = site.client(await tokenOf({ email: 'elsa@example.org', password }));
    const [waiting] = (await oreste.call('review.queue')).items;
    if (waiting === undefined) throw new Error('nothing waits');
    const params = { listingId: waiting.id };
    const { contentHash } = await oreste.call('review.take', { params });
    const gates = { intentional: true, measurable: true, additional: true, noConflictOfInterest: true };
    await oreste.call('review.approve', { params, body: { contentHash, ...gates, reason: 'Tutto torna' } });
    return (await elsa.call('listings.publish', { params })).offerId ?? '';
  }

  it('commits a large sum, and revokes it', async () => {
    await publish();
    await enter('Ivo', 'investor');
    await visit('offers');
    await keyboard.tabTo('link', title);
    await keyboard.follow();
    await keyboard.tabTo('link', say('commit:action.start'));
    await keyboard.follow();
    await keyboard.tabTo('textbox', say('commit:amount.amountLabel'));
    await keyboard.write('1200');
    await keyboard.tabTo('button', /^Add/);
    await keyboard.press('Enter');
    await visitor.page.locator('#commit-next:focus').waitFor();
    await keyboard.tabTo('button', say('commit:flow.next'));
    await keyboard.enter();
    await keyboard.tabTo('checkbox', say('commit:warnings.read'));
    await keyboard.press('Space');
    await keyboard.tabTo('checkbox', say('commit:warnings.consent', { amount: money(120_000) }));
    await keyboard.press('Space');
    const right = await rightAnswer(visitor);
    await keyboard.press('Tab');
    await keyboard.press('Space');
    for (let moves = 0; moves < 2; moves += 1) {
      if (await visitor.page.getByRole('radio', { name: right, exact: true, checked: true }).count()) break;
      await keyboard.press('ArrowDown');
    }
    await keyboard.tabTo('button', say('commit:warnings.answer'));
    await keyboard.enter();
    await visitor.page.getByText(say('commit:warnings.right')).waitFor();
    await keyboard.tabTo('button', say('commit:flow.next'));
    await keyboard.enter();
    await keyboard.tabTo('button', say('commit:review.commit', { amount: money(120_000) }));
    await keyboard.enter();
    await visitor.page
      .getByText(say('commit:done.title', { amount: money(120_000) }))
      .first()
      .waitFor();
    await keyboard.tabTo('button', say('commitment:revoke.name', { amount: money(120_000) }));
    const dialog = await keyboard.openDialog();
    await keyboard.tabTo('button', say('commitment:revoke.confirm'));
    await keyboard.enter();
    await dialog.waitFor({ state: 'hidden' });
    await visitor.page.getByText(say('ui:status.revoked'), { exact: true }).first().waitFor();
    await keyboard.kept();
    flawless();
  });

  it('moves the venue’s clock', async () => {
    visitor = await browser.visitor('Olga', { origin: site.url });
    keyboard = new Keyboard(visitor.page);
    await visitor.page.goto('/sign-in');
    await settled(visitor.page);
    await keyboard.tabToField(say('account:field.email'));
    await keyboard.write('olga@example.org');
    await keyboard.tabTo('textbox', say('account:field.password'));
    await keyboard.write(password);
    await keyboard.press('Enter');
    await visitor.page.getByRole('button', { name: 'Olga' }).waitFor();
    await goTo(visitor.page, '/desk/clock');
    await keyboard.tabTo('radio', say('desk:clock.day'));
    await keyboard.press('ArrowUp');
    await keyboard.tabTo('textbox', say('desk:clock.reason'));
    await keyboard.write('Passa un’ora');
    await keyboard.tabTo('button', say('desk:clock.move'));
    const dialog = await keyboard.openDialog();
    await keyboard.tabTo('button', say('desk:clock.move'));
    await keyboard.enter();
    await dialog.waitFor({ state: 'hidden' });
    await keyboard.kept();
    flawless();
  });
});
