import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as issuing from '../support/acts/issuer.ts';
import * as operating from '../support/acts/operator.ts';
import { axe, openBrowser, type TestBrowser, type Visitor } from '../support/browser.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { TestClock } from '../support/clock.ts';
import { checkIssuer, fillDossier } from '../support/dossier.ts';
import { completeDraft, day } from '../support/draft.ts';
import { mailedToken } from '../support/mails.ts';
import { readPdf, type ReadPdf } from '../support/pdf.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { goTo, settled, signIn } from '../support/visit.ts';
import { wordsOf, type Say } from '../support/words.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const clientFolder = process.env['PIAZZA_CLIENT_DIST'] ?? join(root, 'client/dist');
const account = {
  email: 'impresa@example.org',
  password: 'il pane di domani mattina',
  displayName: 'Persona Impresa',
};
const title = 'Il mulino di quartiere';
const comment = 'Dite chi viene pagato prima degli investitori.';
const answer = 'Prima vengono la banca e le dodici dipendenti; può non restare nulla.';
const clock = new TestClock();

interface Person extends Visitor {
  readonly say: Say;
}

/** Presses a button that hands over a PDF, and reads it. */
async function downloaded({ page }: Visitor, name: string): Promise<ReadPdf> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).first().click(),
  ]);
  expect(download.suggestedFilename()).to.match(/^kiis-lst_\w+-(?:draft|\d+)-(?:it|en)\.pdf$/);
  return readPdf(await readFile(await download.path()));
}
const flat = (text: string): string => text.replaceAll(/\s+/g, '');

describe('a first issuer, from registration to an admission with changes requested in between (KIS-1, KIS-3)', () => {
  let venue: TestVenue;
  let cast: Cast;
  let browser: TestBrowser;
  let nuova: Person;
  let olga: Person;
  let oreste: Person;

  before(async () => {
    venue = await openVenue({ clientFolder, clock });
    const say = await wordsOf('it');
    [cast, browser] = await Promise.all([castOf(venue), openBrowser()]);
    const enter = async (name: string): Promise<Person> => ({
      ...(await browser.visitor(name, { language: 'it', origin: venue.url })),
      say,
    });
    [nuova, olga, oreste] = [await enter('nuova'), await enter('olga'), await enter('oreste')];
    await signIn(olga.page, cast.olga);
    await signIn(oreste.page, cast.oreste);
  });
  after(async () => {
    await browser.close();
    await venue.close();
  });

  const look = async (who: Person, step: string): Promise<void> => {
    await settled(who.page);
    await who.screenshot(`first-issuer/${step}`);
    await axe(who.page);
  };

  it('registers as an enterprise and signs in by the mailed link', async () => {
    const { page, say } = nuova;
    await page.goto('/register');
    await page.locator('#role-enterprise').check();
    await page.getByLabel(say('account:field.displayName')).fill(account.displayName);
    await page.locator('#email').fill(account.email);
    await page.locator('#password').fill(account.password);
    await page.getByRole('button', { name: say('account:register.submit'), exact: true }).click();
    await page.getByRole('heading', { level: 1, name: say('account:register.doneTitle') }).waitFor();
    await page.goto(`/verify?token=${await mailedToken(cast, account.email)}`);
    await page.getByRole('button', { name: say('account:verify.submit'), exact: true }).click();
    await page.getByRole('heading', { level: 1, name: say('account:verify.doneTitle') }).waitFor();
    await signIn(page, account);
    await settled(page);
  });

  it('founds its organisation and writes a listing; the sheet is measured and opened as PDF on the way', async () => {
    const { page, say } = nuova;
    await goTo(page, '/issuer');
    await issuing.beginListing(nuova, 'Mulino Comune');
    const { accessToken } = await venue.client().call('auth.login', { body: account });
    const own = venue.client(accessToken);
    for (const { id } of (await own.call('organisations.mine')).items) {
      await fillDossier(own, id);
      await checkIssuer(cast.olga.api, id);
    }
    const closesAt = (clock.now() + 30 * day) as never;
    const draft = completeDraft(clock.now(), { texts: { title }, facts: { closesAt } });
    for (const [step, next] of [
      ['venture', 'issue'],
      ['issue', 'money'],
      ['money', 'impact'],
      ['impact', 'sheet'],
    ] as const) {
      await issuing.fillStep(nuova, step, draft);
      await issuing.nextStep(nuova, next);
    }
    await issuing.fillStep(nuova, 'sheet', draft);
    await issuing.saved(nuova);
    await page.getByText(say('disclosures:sheet.count', { pages: 2, most: 6 })).waitFor();
    await look(nuova, 'wizard-sheet');
    const pdf = await downloaded(
      nuova,
      say('disclosures:sheet.pdf', { language: say('disclosures:sheet.it') }),
    );
    expect(pdf.pages).to.be.within(1, 6);
    expect(pdf.lang).to.equal('it');
    expect(flat(pdf.text)).to.contain(flat(draft.texts.riskDefault)).and.contain(flat('Mulino Comune'));
    await issuing.nextStep(nuova, 'check');
    await issuing.confirmed(nuova, say('issuer:check.submit'));
    await page.getByRole('main').getByText(say('ui:status.submitted'), { exact: true }).first().waitFor();
  });

  it('an operator asks for a change of one field, which the issuer makes', async () => {
    await goTo(olga.page, '/desk');
    await operating.openReview(olga, title);
    await operating.take(olga);
    await operating.requestChanges(olga, 'riskDefault', comment);
    clock.tick(60_000);
    const { page, say } = nuova;
    const where = {
      field: say('issuerFields:texts.riskDefault.label'),
      step: say('issuer:step.sheet.name'),
    };
    await page.getByRole('link', { name: say('issuer:request.where', where) }).click();
    await page.getByText(comment).first().waitFor();
    await page.getByRole('textbox', { name: say('issuerFields:texts.riskDefault.label') }).fill(answer);
    await issuing.nextStep(nuova, 'check');
    await issuing.saved(nuova);
    await issuing.confirmed(nuova, say('issuer:check.resubmit'));
    await page.getByRole('main').getByText(say('ui:status.submitted'), { exact: true }).first().waitFor();
    await look(nuova, 'handed-in-again');
  });

  it('two operators admit it', async () => {
    await operating.take(olga);
    await operating.approve(olga);
    await olga.page.getByText(olga.say('desk:review.approvedByMe')).waitFor();
    await oreste.page.goto('/desk');
    await settled(oreste.page);
    await operating.openReview(oreste, title);
    await operating.take(oreste);
    await operating.approve(oreste);
    await nuova.page.getByRole('button', { name: nuova.say('issuer:publish.open') }).waitFor();
  });

  it('publishes it; everybody reads the sheet, and its PDF in both languages says what was changed', async () => {
    const { say } = nuova;
    await issuing.confirmed(nuova, say('issuer:publish.open'), say('issuer:publish.confirm'));
    const listingId = venue.venue.exchange.peek(
      ({ listings }) => [...listings.listings.values()].find(({ status }) => status === 'live')!.id,
    );
    const reader = await browser.visitor('reader', { language: 'it', origin: venue.url, screen: 'phone' });
    await reader.page.goto(`/listings/${listingId}/sheet`);
    await settled(reader.page);
    await reader.page.getByText(answer).first().waitFor();
    await look({ ...reader, say }, 'sheet-phone');
    for (const language of ['it', 'en'] as const) {
      const name = say('disclosures:sheet.pdf', { language: say(`disclosures:sheet.${language}`) });
      const pdf = await downloaded(reader, name);
      expect(pdf.pages).to.be.at.most(6);
      expect(pdf.lang).to.equal(language);
      expect(flat(pdf.text)).to.contain(flat(answer));
    }
    expect(reader.complaints).to.deep.equal([]);
  });
});
