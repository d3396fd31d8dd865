import { expect } from 'chai';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { TestClock } from '../support/clock.ts';
import { bringToContinuous, buys, openedMarket } from '../support/markets.ts';
import { changeRole } from '../support/proposals.ts';
import { losesRoleAsBefore } from '../support/roles.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { settled, signIn } from '../support/visit.ts';
import { wordsOf } from '../support/words.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const clientFolder = process.env['PIAZZA_CLIENT_DIST'] ?? join(root, 'client/dist');

describe('the orders of who is no longer an investor, in a browser', () => {
  let venue: TestVenue;
  let cast: Cast;
  let browser: TestBrowser;
  before(async () => {
    venue = await openVenue({ clientFolder, clock: new TestClock() });
    [cast, browser] = await Promise.all([castOf(venue), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await venue.close();
  });

  for (const locale of ['en', 'it'] as const)
    it(`API-10: are shown, to take back and for nothing else, and then why they went (${locale})`, async () => {
      const say = await wordsOf(locale);
      const { tito } = cast;
      const listingId = await openedMarket(cast);
      await bringToContinuous(cast, listingId);
      await buys(tito, listingId, { price: 2_480, quantity: 5 });
      losesRoleAsBefore(venue, tito.id);
      const visitor = await browser.visitor(locale, { language: locale, origin: venue.url });
      const { page } = visitor;
      await signIn(page, tito);
      await tito.api.call('me.update', { body: { displayName: tito.displayName, locale } });
      await page.goto('/orders');
      await settled(page);
      const cancel = page.getByText(say('myOrders:cancel.button'), { exact: true });
      await cancel.waitFor();
      for (const name of ['amend.button', 'deadMan.arm'])
        expect(await page.getByText(say(`myOrders:${name}`), { exact: true }).count(), name).to.equal(0);
      await cancel.click();
      await page.getByRole('button', { name: say('myOrders:cancel.sure') }).click();
      await page.getByText(say('myOrders:open.none'), { exact: true }).waitFor();
      await changeRole(cast, tito.id, 'investor', true);
      await buys(tito, listingId, { price: 2_480, quantity: 5 });
      await changeRole(cast, tito.id, 'investor', false);
      await page.getByText(say('myOrders:reason.owner_barred')).first().waitFor();
      await visitor.context.close();
      await changeRole(cast, tito.id, 'investor', true);
    });
});
