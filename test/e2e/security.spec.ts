import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axe, openBrowser, type TestBrowser, type Visitor } from '../support/browser.ts';
import { castOf, type Cast, type Name } from '../support/cast.ts';
import { codeAt } from '../support/one-time-codes.ts';
import type { TestVenue } from '../support/server.ts';
import { openSite, type Site } from '../support/site.ts';
import { settled, signIn } from '../support/visit.ts';
import { eventually } from '../support/wait.ts';
import { wordsOf, type Say } from '../support/words.ts';

const STEP_MS = 30_000;

/** A security key that Chromium itself pretends to be: everything but the touch of a finger is real. */
async function giveKey(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

describe('the page of security, and the ways in it opens', () => {
  let site: Site;
  let browser: TestBrowser;
  let cast: Cast;
  let say: Say;
  let dici: Say;

  before(async () => {
    [site, browser, say, dici] = await Promise.all([openSite(), openBrowser(), wordsOf('en'), wordsOf('it')]);
    cast = await castOf(site as unknown as TestVenue);
  });
  const realNow = Date.now;
  afterEach(() => {
    Date.now = realNow;
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** Passkeys know the venue by its name. */
  const named = (): string => site.url.replace('127.0.0.1', 'localhost');
  const enter = async (visitor: Visitor, who: Name): Promise<Page> => {
    const { page } = visitor;
    await signIn(page, cast[who]);
    await page.goto('/profile/security');
    await page.locator('#erasure').waitFor();
    await settled(page);
    return page;
  };
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const signedIn = (page: Page) => page.waitForURL((url) => url.pathname !== '/sign-in');

  it('SEC-1: a person sets two-factor sign-in up, and enters by a code and by a recovery code', async () => {
    const { displayName } = cast.vera;
    await cast.vera.api.call('me.update', { body: { displayName, locale: 'en' } });
    const vera = await browser.visitor('Vera', { origin: site.url });
    const page = await enter(vera, 'vera');
    await button(page, say('security:twoFactor.begin')).click();
    const secret = (await page.locator('code').first().textContent()) ?? '';
    await page.getByRole('img', { name: say('security:twoFactor.qr') }).waitFor();
    await axe(page);
    await vera.screenshot('security/two-factor-begun');
    // For the venue, which runs in this process, no time goes by: a code is good for a minute, and for one use.
    const began = Date.now();
    Date.now = () => began;
    await page.getByLabel(say('security:twoFactor.code')).fill(codeAt(secret, began - STEP_MS));
    await button(page, say('security:twoFactor.confirm')).click();
    await page.getByRole('heading', { name: say('security:twoFactor.recoveryTitle') }).waitFor();
    const codes = await eventually(async () => {
      const shown = await page.locator('section section code').allTextContents();
      expect(shown).to.have.length(10);
      return shown;
    });
    await axe(page);
    await vera.screenshot('security/recovery-codes');
    await button(page, say('security:twoFactor.kept')).click();

    const phone = await browser.visitor('Vera on a phone', {
      origin: site.url,
      screen: 'phone',
      scheme: 'dark',
    });
    const again = phone.page;
    const password = async (): Promise<void> => {
      await again.goto('/sign-in');
      await again.getByLabel(say('account:field.email')).fill(cast.vera.email);
      await again.locator('input[type=password]').fill(cast.vera.password);
      await again.locator('button[type=submit]').click();
      await again.getByLabel(say('account:secondStep.code')).waitFor();
    };
    await password();
    await again.locator('[autocomplete=one-time-code]:focus').waitFor();
    await axe(again);
    await phone.screenshot('security/second-step-phone-dark');
    await again.getByLabel(say('account:secondStep.code')).fill('000000');
    await again.locator('button[type=submit]').click();
    await again.getByRole('alert').waitFor();
    await again.getByLabel(say('account:secondStep.code')).fill(codeAt(secret, began));
    await again.locator('button[type=submit]').click();
    await signedIn(again);
    await again.context().clearCookies();
    await again.evaluate(() => localStorage.clear());
    await password();
    await again.getByLabel(say('account:secondStep.code')).fill(codes[0] ?? '');
    await again.locator('button[type=submit]').click();
    await signedIn(again);
    await page.reload();
    await page.getByText(say('security:twoFactor.recoveryLeft', { count: 9 })).waitFor();
  });

  it('SEC-3: a person makes a passkey, signs in with it alone, renames and removes it', async () => {
    const ivo = await browser.visitor('Ivo', { origin: named(), language: 'it' });
    await giveKey(ivo.page);
    const page = await enter(ivo, 'ivo');
    await page.getByLabel(dici('security:passkeys.nameOf')).fill('Laptop');
    await button(page, dici('security:passkeys.add')).click();
    await page.getByRole('cell', { name: 'Laptop', exact: true }).waitFor();
    await axe(page);
    await ivo.screenshot('security/passkey');
    await page.context().clearCookies();
    await page.evaluate(() => localStorage.clear());
    await page.goto('/sign-in');
    await button(page, dici('account:secondStep.passkeyAlone')).click();
    await signedIn(page);
    await page.goto('/profile/security');
    await button(page, dici('security:passkeys.renameOf', { name: 'Laptop' })).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Desk');
    await button(page, dici('security:passkeys.save')).click();
    await page.getByRole('cell', { name: 'Desk', exact: true }).waitFor();
    await button(page, dici('security:passkeys.removeOf', { name: 'Desk' })).click();
    await button(page, dici('security:passkeys.removeConfirm')).click();
    await page.getByText(dici('security:passkeys.none')).waitFor();
    expect(ivo.complaints).to.deep.equal([]);
  });

  it('SEC-3: a passkey stands in for the code after the password', async () => {
    const caio = await browser.visitor('Caio', { origin: named(), language: 'it' });
    await giveKey(caio.page);
    const page = await enter(caio, 'caio');
    await page.getByLabel(dici('security:passkeys.nameOf')).fill('Key');
    await button(page, dici('security:passkeys.add')).click();
    await page.getByRole('cell', { name: 'Key', exact: true }).waitFor();
    await button(page, dici('security:twoFactor.begin')).click();
    const secret = (await page.locator('code').first().textContent()) ?? '';
    await page.getByLabel(dici('security:twoFactor.code')).fill(codeAt(secret, Date.now()));
    await button(page, dici('security:twoFactor.confirm')).click();
    await button(page, dici('security:twoFactor.kept')).click();
    await page.context().clearCookies();
    await page.evaluate(() => localStorage.clear());
    await page.goto('/sign-in');
    await page.getByLabel(dici('account:field.email')).fill(cast.caio.email);
    await page.locator('input[type=password]').fill(cast.caio.password);
    await page.locator('button[type=submit]').click();
    await button(page, dici('account:secondStep.passkey')).click();
    await signedIn(page);
  });

  it('SEC-5: a person ends the session of another device, which is signed out at once', async () => {
    const [tito, elsewhere] = await Promise.all([
      browser.visitor('Tito', { origin: site.url, language: 'it' }),
      browser.visitor('Tito elsewhere', { origin: site.url, language: 'it' }),
    ]);
    await signIn(elsewhere.page, cast.tito);
    await elsewhere.page.goto('/portfolio');
    await settled(elsewhere.page);
    const page = await enter(tito, 'tito');
    await axe(page);
    await tito.screenshot('security/sessions');
    const ends = page.getByRole('button', { name: /^Chiudi la sessione di/ });
    await ends.nth(1).waitFor();
    const before = await ends.count();
    await ends.first().click();
    await elsewhere.page.getByText(dici('common:guard.signInTitle')).waitFor();
    await eventually(async () => expect(await ends.count()).to.equal(before - 1));
  });

  it('SEC-4: what cannot be taken back asks once more who is there', async () => {
    const piera = await browser.visitor('Piera', { origin: site.url, language: 'it' });
    const page = await enter(piera, 'piera');
    // Six minutes go by for the venue, which runs in this process, and not for the browser.
    Date.now = () => realNow() + 6 * 60_000;
    await button(page, dici('security:export.download')).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(dici('security:proof.lead')).waitFor();
    await axe(page);
    await piera.screenshot('security/proof-it');
    await dialog.locator('input[type=password]').fill('not the password');
    await button(page, dici('security:proof.confirm')).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.locator('input[type=password]').fill(cast.piera.password);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, dici('security:proof.confirm')).click(),
    ]);
    expect(download.suggestedFilename()).to.equal(`piazza-${cast.piera.id}.json`);
  });

  it('SEC-8: a person erases their account, and is nobody afterwards', async () => {
    const nora = await browser.visitor('Nora', { origin: site.url, language: 'it' });
    const page = await enter(nora, 'nora');
    await button(page, dici('security:erasure.begin')).click();
    await axe(page);
    await nora.screenshot('security/erasure-it');
    await page.getByRole('dialog').getByRole('textbox').fill(cast.nora.email);
    await button(page, dici('security:erasure.confirm')).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.goto('/sign-in');
    await page.getByLabel(dici('account:field.email')).fill(cast.nora.email);
    await page.locator('input[type=password]').fill(cast.nora.password);
    await page.locator('button[type=submit]').click();
    await page.getByRole('alert').waitFor();
  });

  it('operators are told to set a second factor up', async () => {
    const olga = await browser.visitor('Olga', { origin: site.url, language: 'it' });
    await signIn(olga.page, cast.olga);
    await olga.page.goto('/desk');
    await olga.page.getByText(dici('ui:desk.secondFactor.text')).waitFor();
    await olga.page.getByRole('link', { name: dici('ui:desk.secondFactor.link') }).click();
    await olga.page.waitForURL((url) => url.pathname === '/profile/security');
  });
});
