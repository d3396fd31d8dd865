import { euro } from './money.ts';
import { freshOnboarding } from './screens-onboarding.ts';
import { press, type Reader, type Screen, type Story } from './screens.ts';
import type { Site } from './site.ts';

const password = 'quattro gatti sul tetto';

/** Some play money, which goes back with the account where it is erased. */
async function withMoney(site: Site, body: { email: string; password: string }): Promise<void> {
  const { accessToken } = await site.client().call('auth.login', { body });
  await site.client(accessToken).call('wallet.topUp', { body: { amount: euro(500) } });
}

/** A venue on its first day: nothing has happened, and everybody is new. */
export async function emptyScreens(site: Site): Promise<Story> {
  const join = async (name: Exclude<Reader, 'nobody'>) => {
    const role = name === 'newcomer' ? 'investor' : name;
    const email = `${name}@example.org`;
    const account = { email, password, displayName: 'Nuova', locale: 'it', roles: [role] } as const;
    await site.venue.identity.accounts.createAccount(account);
    return { email, password };
  };
  const newcomer = await join('newcomer');
  await withMoney(site, newcomer);
  const accounts = {
    investor: await join('investor'),
    newcomer,
    enterprise: await join('enterprise'),
    operator: await join('operator'),
    administrator: await join('administrator'),
  };
  const screens = (reader: Reader, ...paths: readonly string[]) =>
    paths.map((path): Screen => ({ route: path, reader, path, state: 'on the first day' }));
  return {
    accounts,
    screens: [
      ...screens('nobody', '/', '/offers', '/markets'),
      ...screens(
        'investor',
        '/',
        '/portfolio',
        '/portfolio/commitments',
        '/portfolio/statement',
        '/notices',
        '/orders',
        ...freshOnboarding,
      ),
      {
        route: '/profile/security',
        reader: 'newcomer',
        path: '/profile/security',
        state: 'erasing',
        act: press(/^(Erase my account|Cancella il mio conto)/),
      },
      // Another address closes the dialog: the language is changed in the header behind it.
      ...screens('newcomer', '/portfolio/statement'),
      ...screens('enterprise', '/issuer', '/issuer/new'),
      ...screens('operator', '/desk', '/desk/identities', '/desk/mail', '/desk/markets'),
    ],
  };
}
