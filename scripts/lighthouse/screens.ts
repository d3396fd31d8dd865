import { apiClient } from '../../test/support/api-client.ts';

export interface Account {
  readonly email: string;
  readonly password: string;
}

/** Screens as one reader meets them; nobody is signed in where there is no account. */
export interface Round {
  readonly reader: string;
  readonly account?: Account;
  readonly routes: readonly string[];
}

type Client = ReturnType<typeof apiClient>;

const below = (path: string, thing: { readonly id: string } | undefined): string[] =>
  thing === undefined ? [] : [`${path}/${thing.id}`];

async function investorScreens(api: Client): Promise<string[]> {
  const offers = (await api.call('offers.list')).items;
  const open = offers.find(({ progress }) => progress.status === 'open');
  const commitments = (await api.call('commitments.mine')).items;
  return [
    '/portfolio',
    '/portfolio/commitments',
    ...below('/portfolio/commitments', commitments[0]),
    '/portfolio/statement',
    '/orders',
    '/profile',
    '/notices',
    ...below('/offers', open).map((offer) => `${offer}/commit`),
  ];
}

async function enterpriseScreens(api: Client): Promise<string[]> {
  const listings = (await api.call('listings.mine')).items;
  const draft = listings.find(({ status }) => status === 'draft' || status === 'changes_requested');
  return ['/issuer', '/issuer/new', ...below('/issuer/listings', draft)];
}

async function operatorScreens(api: Client): Promise<string[]> {
  const queue = (await api.call('review.queue')).items;
  return ['/desk', ...below('/desk/listings', queue[0]), '/desk/people', '/desk/markets', '/desk/clock'];
}

/** The main screens for nobody and, where the venue tells its demo accounts, for who signs in with them. */
export async function mainScreens(url: string): Promise<readonly Round[]> {
  const anybody = apiClient(url);
  const offers = (await anybody.call('offers.list')).items;
  const markets = (await anybody.call('markets.list')).items;
  const [market] = markets.filter(({ model }) => model === 'continuous').map(({ listingId: id }) => ({ id }));
  const open = [
    '/',
    '/offers',
    '/sign-in',
    '/register',
    ...below('/offers', offers[0]),
    '/markets',
    ...below('/markets', market),
  ];
  const { demoAccounts } = await anybody.call('venue.read');
  const signedIn = async (
    name: string,
    screensOf: (api: Client) => Promise<string[]>,
  ): Promise<readonly Round[]> => {
    const account = demoAccounts.find(({ email }) => email.startsWith(`${name}@`));
    if (account === undefined) return [];
    const { email, password } = account;
    const { accessToken } = await anybody.call('auth.login', { body: { email, password } });
    return [
      { reader: name, account: { email, password }, routes: await screensOf(apiClient(url, accessToken)) },
    ];
  };
  return [
    { reader: 'nobody', routes: open },
    ...(await signedIn('retail', investorScreens)),
    ...(await signedIn('enterprise', enterpriseScreens)),
    ...(await signedIn('operator1', operatorScreens)),
  ];
}
