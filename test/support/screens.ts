import type { MarketView } from '@piazza/shared/contract';
import type { Page } from 'playwright-core';
import { beginOnboarding, onboardingScreens } from './screens-onboarding.ts';
import { steps as dossierSteps } from '../../client/src/features/dossier/steps.ts';
import { proposed } from './proposals.ts';
import { conductScreens, dutiesScreens } from './screens-conduct.ts';
import { watched } from './surveillance.ts';
import { disclosureScreens } from './disclosure-screens.ts';
import type { Site } from './site.ts';

export type Reader = 'nobody' | 'newcomer' | 'investor' | 'enterprise' | 'operator' | 'administrator';

/** One screen in one state, as one reader meets it. */
export interface Screen {
  /** The route of the client that it shows. */
  readonly route: string;
  readonly reader: Reader;
  readonly path: string;
  /** What else tells it from the other states of its route. */
  readonly state: string;
  /** Brings the screen into its state, once it is there. */
  readonly act?: (page: Page) => Promise<void>;
}

/** A screen nobody has lived in yet, or one full of the demo story. */
export interface Story {
  readonly accounts: Readonly<Record<Exclude<Reader, 'nobody'>, { email: string; password: string }>>;
  readonly screens: readonly Screen[];
}

/** Presses a button that opens a dialog. */
export const press = (name: RegExp) => async (page: Page) => {
  await page.getByRole('main').getByRole('button', { name }).first().click();
  await page.getByRole('dialog').waitFor();
};

/** Everything the demo story has to show, address by address. */
export async function demoScreens(site: Site): Promise<Story> {
  const accountOf = (address: string) => {
    const found = site.venue.demoAccounts.find(({ email }) => email === address);
    if (found === undefined) throw new Error(`no demo account ${address}`);
    return found;
  };
  const accounts: Story['accounts'] = {
    newcomer: accountOf('newcomer@piazza.example'),
    investor: accountOf('retail@piazza.example'),
    enterprise: accountOf('enterprise@piazza.example'),
    operator: accountOf('operator1@piazza.example'),
    administrator: accountOf('admin@piazza.example'),
  };
  const apiOf = async (reader: keyof Story['accounts']) => {
    const { email, password } = accounts[reader];
    const { accessToken } = await site.client().call('auth.login', { body: { email, password } });
    return site.client(accessToken);
  };
  const [investor, enterprise, operator] = await Promise.all([
    apiOf('investor'),
    apiOf('enterprise'),
    apiOf('operator'),
  ]);
  await beginOnboarding(await apiOf('newcomer'), investor);
  const offers = (await site.client().call('offers.list')).items;
  const markets = (await site.client().call('markets.list')).items;
  const commitments = (await investor.call('commitments.mine')).items;
  const holdings = (await investor.call('holdings.mine')).items;
  const listings = (await enterprise.call('listings.mine')).items;
  const organisations = (await enterprise.call('organisations.mine')).items;
  const queue = (await operator.call('review.queue')).items;
  await proposed({ api: operator });
  const proposals = (await operator.call('approvals.list')).items;
  const screens = [
    ...publicScreens(offers.map(({ id, progress }) => ({ id, status: progress.status }))),
    ...marketScreens(markets),
    ...investorScreens(offers.find(({ progress }) => progress.status === 'open')?.id ?? '', commitments),
    ...holdings.slice(0, 1).map(({ listingId }): Screen => {
      const path = `/portfolio/holdings/${listingId}`;
      return { route: '/portfolio/holdings/$listingId', reader: 'investor', state: 'held', path };
    }),
    ...(await disclosureScreens({ enterprise, investor }, operator, listings)),
    ...enterpriseScreens(listings, organisations[0]?.id ?? ''),
    ...surveillanceScreens(await watched(site, operator)),
    ...(await dutiesScreens(enterprise, listings)),
    ...(await conductScreens(investor, offers[0]?.listingId ?? null)),
    ...deskScreens(queue, kinds(proposals), offers[0]?.id ?? ''),
    ...(await onboardingScreens(operator)),
  ];
  return { accounts, screens };
}

/** The first of each status. */
const kinds = <T extends { readonly status: string }>(all: readonly T[]): readonly T[] =>
  all.filter((one, at) => all.findIndex(({ status }) => status === one.status) === at);

interface Thing {
  readonly id: string;
  readonly status: string;
}

function publicScreens(offers: readonly Thing[]): Screen[] {
  const screen = (route: string, state = '', path = route): Screen => {
    return { route, reader: 'nobody', state, path };
  };
  return [
    screen('/'),
    screen('/offers'),
    screen('/offers', 'nothing found', '/offers?q=zzz'),
    ...kinds(offers).map(({ id, status }) => screen('/offers/$offerId', status, `/offers/${id}`)),
    screen('/offers/$offerId/commit', 'signed out', `/offers/${offers[0]?.id ?? ''}/commit`),
    screen('/sign-in'),
    {
      ...screen('/sign-in', 'with errors'),
      act: async (page) => page.getByRole('main').locator('button[type=submit]').first().click(),
    },
    screen('/register'),
    screen('/verify', 'with a token', '/verify?token=abc'),
    screen('/verify', 'without'),
    screen('/reset'),
    screen('/reset', 'with a token', '/reset?token=abc'),
    screen('/portfolio', 'signed out'),
    screen('/desk', 'signed out'),
    screen('/gallery'),
    screen('', 'no such page', '/nowhere'),
  ];
}

/** Begins to open an issue for trading: the first that waits for it, where one does. */
async function opening(page: Page): Promise<void> {
  await press(/^(Open an issue|Apri un titolo)/)(page);
  const issues = page.getByRole('dialog').getByRole('combobox').first();
  if ((await issues.count()) > 0) await issues.selectOption({ index: 1 });
}

/** An order half written, where the market takes orders at this hour. */
async function writing(page: Page): Promise<void> {
  const price = page.locator('#ticket-price');
  if ((await price.count()) === 0) return;
  await price.fill('25.13');
  await page.locator('#ticket-quantity').fill('40');
  await page.locator('#ticket-send').click();
  for (const more of await page.locator('details').all()) await more.locator('summary').click();
}

/** Each market as everybody sees it, and as somebody who may trade there. */
function marketScreens(markets: readonly MarketView[]): Screen[] {
  const screens = markets.map(({ listingId, model }): Screen => ({
    route: '/markets/$listingId',
    reader: 'nobody',
    state: model,
    path: `/markets/${listingId}`,
  }));
  const asTable = async (page: Page) => {
    await page.getByRole('button', { name: /^(Show as a table|Mostra come tabella)/ }).click();
  };
  const asInvestor = screens.map((screen): Screen => ({ ...screen, reader: 'investor' }));
  return [
    { route: '/markets', reader: 'nobody', state: '', path: '/markets' },
    ...screens,
    ...asInvestor.flatMap((screen) => [
      screen,
      ...(screen.state === 'bulletin'
        ? []
        : [{ ...screen, state: `${screen.state}, an order half written`, act: writing }]),
    ]),
    ...screens.slice(0, 1).map((screen) => ({ ...screen, state: 'prices as a table', act: asTable })),
  ];
}

function investorScreens(open: string, commitments: readonly Thing[]): Screen[] {
  const screen = (route: string, state = '', path = route): Screen => {
    return { route, reader: 'investor', state, path };
  };
  const commit = `/offers/${open}/commit`;
  return [
    screen('/offers/$offerId', 'signed in', `/offers/${open}`),
    screen('/offers/$offerId/commit', 'how much', commit),
    screen('/portfolio'),
    { ...screen('/portfolio', 'topping up'), act: press(/^(Top up|Ricarica)/) },
    screen('/portfolio/commitments'),
    ...kinds(commitments).map(({ id, status }) =>
      screen('/portfolio/commitments/$commitmentId', status, `/portfolio/commitments/${id}`),
    ),
    screen('/portfolio/statement'),
    screen('/portfolio/payments', 'of play money'),
    screen('/orders'),
    { ...screen('/orders', 'of a newcomer'), reader: 'newcomer' },
    screen('/profile'),
    screen('/profile/security'),
    { ...screen('/profile/security', 'erasure barred'), reader: 'newcomer' },
    screen('/notices'),
    screen('/desk', 'another role'),
    { ...screen('/portfolio', 'of a newcomer'), reader: 'newcomer' },
    { ...screen('/portfolio/commitments', 'of a newcomer'), reader: 'newcomer' },
    { ...screen('/portfolio/statement', 'of a newcomer'), reader: 'newcomer' },
    { ...screen('/notices', 'of a newcomer'), reader: 'newcomer' },
  ];
}

function enterpriseScreens(listings: readonly Thing[], organisation: string): Screen[] {
  const screen = (route: string, state = '', path = route): Screen => {
    return { route, reader: 'enterprise', state, path };
  };
  const wizard = '/issuer/listings/$listingId';
  const draft = listings.find(({ status }) => status === 'draft')?.id ?? '';
  return [
    screen('/issuer'),
    screen('/issuer/new'),
    screen('/issuer/organisations/new'),
    screen('/issuer/organisations/$organisationId', '', `/issuer/organisations/${organisation}`),
    screen(
      '/issuer/organisations/$organisationId/money',
      'of play money',
      `/issuer/organisations/${organisation}/money`,
    ),
    screen(
      '/issuer/organisations/$organisationId/statement',
      '',
      `/issuer/organisations/${organisation}/statement`,
    ),
    ...dossierSteps.map((step) =>
      screen(
        '/issuer/organisations/$organisationId/dossier',
        step,
        `/issuer/organisations/${organisation}/dossier?step=${step}`,
      ),
    ),
    screen('/invitation', 'with a token', '/invitation?token=abc'),
    screen('/invitation', 'without'),
    ...kinds(listings).map(({ id, status }) => screen(wizard, status, `/issuer/listings/${id}`)),
    ...['venture', 'issue', 'money', 'impact', 'sheet', 'check'].map((step) =>
      screen(wizard, `draft, ${step}`, `/issuer/listings/${draft}?step=${step}`),
    ),
    ...kinds(listings).map(({ id, status }) => screen('/listings/$listingId', status, `/listings/${id}`)),
    ...kinds(listings).map(({ id, status }) =>
      screen('/listings/$listingId/duties', status, `/listings/${id}/duties`),
    ),
  ];
}

function surveillanceScreens(ids: { readonly alert: string; readonly case: string }): Screen[] {
  const at = '/desk/surveillance';
  const screen = (route: string, path = route): Screen => ({ route, reader: 'operator', state: '', path });
  return [
    screen(at),
    screen('/desk/duties'),
    screen(`${at}/alerts/$alertId`, `${at}/alerts/${ids.alert}`),
    screen(`${at}/cases/$caseId`, `${at}/cases/${ids.case}`),
  ];
}

function deskScreens(queue: readonly Thing[], proposals: readonly Thing[], offer: string): Screen[] {
  const screen = (route: string, state = '', path = route): Screen => {
    return { route, reader: 'operator', state, path };
  };
  return [
    screen('/desk'),
    ...kinds(queue).map(({ id, status }) =>
      screen('/desk/listings/$listingId', status, `/desk/listings/${id}`),
    ),
    screen('/desk', 'mine', '/desk?show=mine'),
    { ...screen('/desk', 'of an administrator'), reader: 'administrator' },
    { ...screen('/desk', 'its keys'), act: press(/^(Keys|Tasti)$/) },
    screen('/desk/proposals'),
    screen('/desk/proposals', 'decided', '/desk/proposals?show=decided'),
    ...proposals.map(({ id, status }) =>
      screen('/desk/proposals/$proposalId', status, `/desk/proposals/${id}`),
    ),
    screen('/desk/policy'),
    { ...screen('/desk/policy', 'proposing'), act: press(/^(Propose a change|Proponi un cambio):/) },
    screen('/desk/people'),
    { ...screen('/desk/people', 'setting a tier'), act: press(/^(Set the tier of|Fascia di) .*demo/) },
    screen('/desk/markets'),
    { ...screen('/desk/markets', 'opening one'), act: opening },
    screen('/desk/clock'),
    // Another address in between closes the dialog before.
    { ...screen('/desk/markets', 'stopping one'), act: press(/^(Kill switch|Arresto)/) },
    screen('/desk/payments', 'of play money'),
    screen('/desk/mail'),
    screen('/desk/reports'),
    screen('/desk/audit', 'asking'),
    screen('/desk/audit', 'a trail', `/desk/audit?object=${queue[0]?.id ?? ''}`),
    screen('/offers/$offerId', 'for operators', `/offers/${offer}`),
    { ...screen('/desk/people', 'of an administrator'), reader: 'administrator' },
  ];
}
