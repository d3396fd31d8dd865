import { expect } from 'chai';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ListingId } from '@piazza/shared/values';
import { axe, openBrowser, type TestBrowser, type Visitor } from '../support/browser.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { dutiesOf, managerTrades } from '../support/duties.ts';
import { fundedIssue } from '../support/markets.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { settled, signIn } from '../support/visit.ts';
import { eventually } from '../support/wait.ts';
import { wordsOf, type Say } from '../support/words.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const clientFolder = process.env['PIAZZA_CLIENT_DIST'] ?? join(root, 'client/dist');

describe('DUT-7, DUT-12, DUT-14, DUT-15: the duties of an issue, in a browser', () => {
  let venue: TestVenue;
  let cast: Cast;
  let browser: TestBrowser;
  let say: Say;
  let listingId: ListingId;

  before(async () => {
    venue = await openVenue({ clientFolder });
    cast = await castOf(venue);
    say = await wordsOf('it');
    listingId = await fundedIssue(cast);
    await managerTrades(cast, listingId);
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await venue.close();
  });

  const visit = async (who: 'ines' | 'enzo'): Promise<Visitor> => {
    const visitor = await browser.visitor(`${who}-duties`, { origin: venue.url, language: 'it' });
    await signIn(visitor.page, cast[who]);
    await visitor.page.goto(`/listings/${listingId}/duties`);
    await visitor.page.getByRole('heading', { name: say('duties:trades') }).waitFor();
    await settled(visitor.page);
    return visitor;
  };

  it('a manager declares with one button what she traded here', async () => {
    const ines = await visit('ines');
    const { page } = ines;
    await page.getByRole('heading', { name: say('duties:toDeclare') }).waitFor();
    await ines.screenshot('duties/to-declare');
    await axe(page);
    await page.getByRole('button', { name: new RegExp(`^${say('duties:declareSeen')}`) }).click();
    await page.getByRole('heading', { name: say('duties:toDeclare') }).waitFor({ state: 'detached' });
    expect((await dutiesOf(cast.ines, listingId)).trades.map(({ quantity }) => quantity)).to.deep.equal([10]);
  });

  it('the issuer amends an entry of its list, and files a report with a document', async () => {
    const enzo = await visit('enzo');
    const { page } = enzo;
    const name = 'Anna Prova';
    await page.getByRole('button', { name: say('duties:amendNamed', { name }) }).click();
    const form = page.getByRole('form', { name: say('duties:amendNamed', { name }) });
    await form.getByLabel(say('duties:why')).fill('Ha lasciato la contabilità');
    await enzo.screenshot('duties/amend');
    await axe(page);
    await form.getByRole('button', { name: say('duties:amendSave') }).click();
    await page.getByText(say('duties:earlier_one')).waitFor();

    await page
      .getByRole('button', { name: say('duties:file'), exact: true })
      .first()
      .click();
    await page.getByLabel(say('duties:words')).fill('Undici famiglie sono entrate in casa, su quaranta.');
    const upload = async (file: string): Promise<void> => {
      const buffer = Buffer.from('voce;numero\r\nfamiglie;11\r\n');
      await page.locator('input[type=file]').setInputFiles({ name: file, mimeType: 'text/csv', buffer });
      await page.getByRole('button', { name: say('dossier:documents.send'), exact: true }).click();
      await page.getByText(file, { exact: true }).waitFor();
    };
    await upload('Prove.csv');
    await upload('Foto.csv');
    await page.getByRole('button', { name: say('dossier:documents.removeOf', { name: 'Foto.csv' }) }).click();
    await page.getByText('Foto.csv', { exact: true }).waitFor({ state: 'detached' });
    await enzo.screenshot('duties/filing');
    await axe(page);
    await page.getByRole('button', { name: say('duties:send'), exact: true }).click();
    await eventually(async () => {
      const { reports } = await dutiesOf(cast.olga, listingId);
      expect(reports.map(({ filing }) => filing?.documents.length ?? 0)).to.include(1);
    });
  });
});
