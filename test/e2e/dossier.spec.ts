import { expect } from 'chai';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OrganisationId } from '@piazza/shared/values';
import { axe, openBrowser, type TestBrowser, type Visitor } from '../support/browser.ts';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { mailedToken } from '../support/mails.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { settled, signIn } from '../support/visit.ts';
import { eventually } from '../support/wait.ts';
import { wordsOf, type Say } from '../support/words.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const clientFolder = process.env['PIAZZA_CLIENT_DIST'] ?? join(root, 'client/dist');
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

describe('ISS-1, ISS-6, ISS-9: an issuer says who it is, in a browser', () => {
  let venue: TestVenue;
  let cast: Cast;
  let browser: TestBrowser;
  let rita: Player;
  let organisationId: OrganisationId;
  let issuer: Visitor;
  let say: Say;

  before(async () => {
    venue = await openVenue({ clientFolder });
    cast = await castOf(venue);
    say = await wordsOf('it');
    rita = await cast.join('rita@example.org', { displayName: 'Rita Riva', roles: ['enterprise'] });
    const body = { name: 'Forno', legalForm: 'ets', place: 'Torino', website: '', about: '' } as const;
    ({ id: organisationId } = await rita.api.call('organisations.create', { body }));
    browser = await openBrowser();
    issuer = await browser.visitor('rita-dossier', { origin: venue.url, language: 'it' });
    await signIn(issuer.page, rita);
  });
  after(async () => {
    await browser.close();
    await venue.close();
  });

  const dossier = () => rita.api.call('dossier.read', { params: { organisationId } });
  const field = (key: string) => issuer.page.getByLabel(say(key), { exact: true });
  const press = (key: string) => issuer.page.getByRole('button', { name: say(key), exact: true }).click();
  const step = async (name: string): Promise<void> => {
    const { page } = issuer;
    await page.getByRole('link', { name: new RegExp(`^${say(`dossier:step.${name}.name`)}`) }).click();
    await page.getByRole('heading', { level: 2, name: say(`dossier:step.${name}.title`) }).waitFor();
  };
  const saved = () => issuer.page.getByText(say('dossier:saved'), { exact: true }).first().waitFor();

  it('is told what is missing, and that a partita IVA with a wrong digit is none', async () => {
    const { page } = issuer;
    await page.goto('/issuer');
    await page.getByRole('link', { name: say('issuer:organisations.dossier', { name: 'Forno' }) }).click();
    await settled(page);
    await issuer.screenshot('dossier/registration');
    await axe(page);
    await field('dossier:registration.registerName').fill('RUNTS');
    await field('dossier:registration.registerNumber').fill('12345');
    await field('dossier:registration.vatNumber').fill('IT 00743110158');
    await press('dossier:save');
    await page.getByRole('alert').getByText(say('dossier:registration.wrong.vatNumber')).waitFor();
    await issuer.screenshot('dossier/registration-wrong');
    await axe(page);
    await field('dossier:registration.vatNumber').fill('IT 00743110157');
    await field('dossier:registration.street').fill('Via Cigna 10');
    await field('dossier:registration.postalCode').fill('10152');
    await field('dossier:registration.town').fill('Torino');
    await press('dossier:save');
    await saved();
    await eventually(async () => expect((await dossier()).registration.vatNumber).to.equal('00743110157'));
  });

  it('names owners, declares offers elsewhere, and declares the rest', async () => {
    const { page } = issuer;
    await step('owners');
    await page.getByRole('radio', { name: say('dossier:owners.yes') }).check();
    await field('dossier:owners.name').fill('Anna Prova');
    await field('dossier:owners.birthDate').fill('1970-01-31');
    await field('dossier:owners.shareBps').fill('33,4');
    await issuer.screenshot('dossier/owners');
    await axe(page);
    await press('dossier:save');
    await saved();
    await step('offers');
    await page.getByRole('radio', { name: say('dossier:offers.some') }).check();
    await field('dossier:offers.amount').fill('1.250,50');
    await field('dossier:offers.on').fill('2026-01-15');
    await field('dossier:offers.where').fill('Un’altra piattaforma');
    await issuer.screenshot('dossier/offers');
    await axe(page);
    await press('dossier:offers.declare');
    await page.getByText('1250,50').or(page.getByText('1.250,50')).first().waitFor();
    await step('declarations');
    for (const box of await page.getByRole('main').getByRole('checkbox').all()) await box.check();
    await issuer.screenshot('dossier/declarations');
    await axe(page);
    await press('dossier:declarations.declare');
    await page.getByText(say('dossier:standing.complete')).waitFor();
    const { gaps, owners, cap } = await dossier();
    expect(gaps).to.deep.equal([]);
    expect(owners.owners[0]?.shareBps).to.equal(3_340);
    expect(cap.elsewhere).to.equal(125_050);
  });

  it('invites somebody, who accepts by the link and is removed again', async () => {
    const { page } = issuer;
    const ugo = await cast.join('ugo@example.org', { displayName: 'Ugo Urso', roles: ['enterprise'] });
    await step('representatives');
    await field('dossier:representatives.email').fill('ugo@example.org');
    await press('dossier:representatives.send');
    await page.getByText('ugo@example.org').first().waitFor();
    await issuer.screenshot('dossier/representatives');
    await axe(page);
    const other = await browser.visitor('ugo', { origin: venue.url, language: 'it', screen: 'phone' });
    await signIn(other.page, ugo);
    await other.page.goto(`/invitation?token=${await mailedToken(cast, 'ugo@example.org')}`);
    await settled(other.page);
    await other.screenshot('dossier/invitation-phone');
    await axe(other.page);
    await other.page.getByRole('button', { name: say('dossier:invitation.accept') }).click();
    await other.page.getByText(say('dossier:invitation.doneText', { name: 'Forno' })).waitFor();
    const remove = page.getByRole('button', {
      name: say('dossier:representatives.remove', { name: 'Ugo Urso' }),
    });
    await remove.click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('button', { name: say('dossier:representatives.removeConfirm'), exact: true })
      .click();
    await remove.waitFor({ state: 'detached' });
    await eventually(async () => expect((await dossier()).representatives).to.have.length(1));
  });

  it('uploads documents: what is no document is refused in words, what did not arrive is sent again', async () => {
    const { page } = issuer;
    await step('documents');
    const choose = async (name: string, buffer: Buffer): Promise<void> => {
      const mimeType = 'application/octet-stream';
      await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
      await press('dossier:documents.send');
    };
    await choose('Statuto.pdf', Buffer.from('<html>no document</html>'));
    await page.getByText(say('dossier:documents.refused.type')).waitFor();
    await issuer.screenshot('dossier/refused');
    await axe(page);
    await page.route('**/documents?**', (route) => route.abort('connectionreset'), { times: 1 });
    await choose('Statuto.pdf', pdf);
    await page.getByRole('button', { name: say('ui:error.retry') }).click();
    await page.getByText('Statuto.pdf').first().waitFor();
    await issuer.screenshot('dossier/documents');
    await axe(page);
    const params = { organisationId };
    const { items } = await rita.api.call('documents.ofOrganisation', { params });
    expect(items.map(({ name, type }) => [name, type])).to.deep.equal([['Statuto.pdf', 'pdf']]);
    const [given] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: say('dossier:documents.downloadOf', { name: 'Statuto.pdf' }) })
        .click(),
    ]);
    expect(given.suggestedFilename()).to.equal('Statuto.pdf');
  });

  it('a file on its way is shown as it goes, and stopped', async () => {
    const { page } = issuer;
    let letGo = (): void => undefined;
    const held = new Promise<void>((gone) => {
      letGo = gone;
    });
    await page.route('**/documents?**', async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    const buffer = Buffer.alloc(200_000, 'x');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'lungo.txt', mimeType: 'text/plain', buffer });
    await press('dossier:documents.send');
    await page.getByRole('progressbar', { name: /lungo\.txt/ }).waitFor({ state: 'attached' });
    await issuer.screenshot('dossier/sending');
    await axe(page);
    const stopped = page.waitForEvent('requestfailed', (request) => request.url().includes('/documents?'));
    await press('dossier:documents.cancel');
    await page.getByText(say('dossier:documents.send'), { exact: true }).waitFor();
    await stopped;
    letGo();
    await page.unroute('**/documents?**');
    const { items } = await rita.api.call('documents.ofOrganisation', { params: { organisationId } });
    expect(items.map(({ name }) => name)).not.to.include('lungo.txt');
  });

  it('is checked by an operator point by point, on a phone in the dark', async () => {
    const body = { organisationId };
    const { id } = await rita.api.call('listings.create', { body });
    const params = { listingId: id };
    await rita.api.call('listings.saveDraft', {
      params,
      body: { revision: 0, draft: cast.completeDraft() },
    });
    await rita.api.call('listings.submit', { params });
    const desk = await browser.visitor('olga-dossier', {
      origin: venue.url,
      screen: 'phone',
      scheme: 'dark',
    });
    const { page } = desk;
    await signIn(page, cast.olga);
    await page.goto(`/desk/listings/${id}`);
    await settled(page);
    await page.getByRole('heading', { name: say('dossier:diligence.title') }).waitFor();
    await page.getByText(say('dossier:diligence.open', { count: 6 })).waitFor();
    await desk.screenshot('dossier/diligence-phone-dark');
    await axe(page, { within: '[aria-labelledby=due-diligence]' });
    const name = say('dossier:diligence.item.register_extract.name');
    await page.getByRole('button', { name: say('dossier:diligence.tickOf', { name }) }).click();
    const form = page.locator('form', { has: page.locator('#check-register_extract') });
    await form.getByLabel(say('dossier:diligence.reason')).fill('Visura of this week, the same');
    await form.getByRole('button', { name: say('dossier:diligence.tick'), exact: true }).click();
    await form.getByRole('alert').waitFor();
    await desk.screenshot('dossier/evidence-needed');
    await form.getByLabel(say('dossier:diligence.evidence')).selectOption({ label: 'Statuto.pdf' });
    await form.getByRole('button', { name: say('dossier:diligence.tick'), exact: true }).click();
    await page.getByText(say('dossier:diligence.open', { count: 5 })).waitFor();
    await axe(page, { within: '[aria-labelledby=due-diligence]' });
    const wide = await browser.visitor('olga-wide', { origin: venue.url });
    await signIn(wide.page, cast.olga);
    await wide.page.goto(`/desk/listings/${id}`);
    await wide.page.getByText(say('dossier:diligence.open', { count: 5 })).waitFor();
    await wide.screenshot('dossier/diligence');
  });

  it('shows its public documents to every reader of its page', async () => {
    await cast.venue.client().call('documents.ofOrganisation', { params: { organisationId } });
    const { items } = await rita.api.call('listings.mine');
    await issuer.page.goto(`/listings/${items[0]?.id ?? ''}`);
    await issuer.page.getByRole('heading', { name: say('dossier:documents.title') }).waitFor();
    await issuer.screenshot('dossier/reader');
    await axe(issuer.page);
    expect(
      issuer.complaints.filter((one) => !/422|ERR_CONNECTION_RESET|connectionreset/i.test(one)),
    ).to.deep.equal([]);
  });
});
