import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ListingId } from '@piazza/shared/values';
import { axe, openBrowser, type TestBrowser, type Visitor } from '../support/browser.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { day } from '../support/draft.ts';
import { listingIn } from '../support/listings.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { settled, signIn } from '../support/visit.ts';
import { wordsOf, type Say } from '../support/words.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const clientFolder = process.env['PIAZZA_CLIENT_DIST'] ?? join(root, 'client/dist');

describe('LST-9: taking an approved listing back, in a browser', () => {
  let venue: TestVenue;
  let cast: Cast;
  let browser: TestBrowser;
  let enzo: Visitor;
  let listingId: ListingId;
  let say: Say;

  before(async () => {
    venue = await openVenue({ clientFolder });
    cast = await castOf(venue);
    listingId = await listingIn(cast, 'approved');
    say = await wordsOf('it');
    browser = await openBrowser();
    enzo = await browser.visitor('enzo-taken-back', { origin: venue.url });
    await signIn(enzo.page, cast.enzo);
    await enzo.page.goto(`/issuer/listings/${listingId}`);
    await settled(enzo.page);
  });
  after(async () => {
    await browser.close();
    await venue.close();
  });
  const button = (key: string) => enzo.page.getByRole('button', { name: say(key), exact: true });

  it('is offered beside publishing, and alone once the dates have passed', async () => {
    await enzo.screenshot('taken-back/approved');
    await button('issuer:publish.open').waitFor();
    await button('issuer:revise.open').waitFor();
    await cast.pass(200 * day);
    await enzo.page.reload();
    await enzo.page.getByText(say('issuer:next.lapsed')).waitFor();
    await button('issuer:publish.open').waitFor({ state: 'detached' });
    await enzo.screenshot('taken-back/lapsed');
    await axe(enzo.page);
  });

  it('asks for a reason, and opens the draft again with no word of a reviewer', async () => {
    const { page } = enzo;
    await button('issuer:revise.open').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('issuer:withdraw.reason')).fill('The closing time has passed');
    await enzo.screenshot('taken-back/taking-back');
    await axe(page);
    await dialog.getByRole('button', { name: say('issuer:revise.confirm') }).click();
    await page.getByRole('heading', { name: say('issuer:step.venture.title') }).waitFor();
    await page.getByText(say('issuer:request.title')).waitFor({ state: 'detached' });
    await page.goto(`/issuer/listings/${listingId}?step=check`);
    await settled(page);
    await enzo.screenshot('taken-back/taken-back');
    await axe(page);
    await button('issuer:check.resubmit').waitFor();
  });
});
