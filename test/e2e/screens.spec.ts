import { expect } from 'chai';
import { routeTree } from '../../client/src/app/routes.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { emptyScreens } from '../support/screens-empty.ts';
import { openShop } from '../support/payers.ts';
import { paidScreens } from '../support/screens-paid.ts';
import { demoScreens } from '../support/screens.ts';
import { clientFolder, openSite, type Site } from '../support/site.ts';
import { sweep, type Findings } from '../support/sweep.ts';

describe('every screen, in Italian and English, light and dark, on a desk and in a hand', function () {
  this.timeout(1_800_000);
  let sites: readonly Pick<Site, 'close'>[] = [];
  let browser: TestBrowser;
  let findings: readonly Findings[];

  before(async () => {
    browser = await openBrowser();
    const [full, empty, paid] = await Promise.all([
      openSite({ demo: true }),
      openSite(),
      openShop(clientFolder),
    ]);
    sites = [full, empty, paid];
    findings = [
      ...(await sweep(browser, full.url, await demoScreens(full))),
      ...(await sweep(browser, empty.url, await emptyScreens(empty))),
      ...(await sweep(browser, paid.url, await paidScreens(paid))),
    ];
  });

  after(async () => {
    await browser.close();
    for (const site of sites) await site.close();
  });

  const named = (kind: 'breaches' | 'overflows'): string[] =>
    findings
      .filter((each) => each[kind].length > 0)
      .map(({ screen, ...found }) => `${screen.path} (${screen.state})\n  ${found[kind].join('\n  ')}`);

  it('is looked at: no address of the client is left out', () => {
    const routes = Object.values(routeTree.children ?? {}).map(
      (route) => (route.options as { path: string }).path,
    );
    const seen = new Set(findings.map(({ screen }) => screen.route));
    expect(routes.filter((route) => !seen.has(route))).to.deep.equal([]);
  });

  it('SCR-2: is free of accessibility violations and of errors', () => {
    expect(named('breaches').join('\n')).to.equal('');
  });

  it('fits a window of 360 pixels, and every button its text', () => {
    expect(named('overflows').join('\n')).to.equal('');
  });
});
