import type { ApiClient } from './api-client.ts';
import { madeUpIdentity } from './protection.ts';
import type { Screen } from './screens.ts';

/** Something is under way everywhere: an identity waits, a paper is drawn, a class is asked for. */
export async function beginOnboarding(newcomer: ApiClient, investor: ApiClient): Promise<void> {
  await newcomer.call('protection.submitIdentity', { body: madeUpIdentity('SCHERMATE 1') });
  await newcomer.call('protection.drawTest');
  await investor.call('protection.requestClass', {
    body: {
      party: 'person',
      criteria: ['income_or_portfolio', 'frequent_trades'],
      evidence: 'Estratti conto degli ultimi quattro trimestri',
      attested: true,
    },
  });
}

const steps = [
  '/onboarding',
  '/onboarding/identity',
  '/onboarding/knowledge',
  '/onboarding/loss',
  '/onboarding/class',
];

/** The steps of somebody under way and of somebody who is done, and the desk that looks at them. */
export async function onboardingScreens(operator: ApiClient): Promise<Screen[]> {
  const { items } = await operator.call('protection.identities', { query: { limit: 100 } });
  const path = (status: string): string =>
    `/desk/identities/${items.find((one) => one.status === status)?.personId ?? ''}`;
  const screen = (route: string, reader: Screen['reader'], state: string, at = route): Screen => ({
    route,
    reader,
    state,
    path: at,
  });
  return [
    ...steps.map((route) => screen(route, 'newcomer', 'under way')),
    ...steps.map((route) => screen(route, 'investor', 'done')),
    {
      ...screen('/onboarding/loss', 'investor', 'computed'),
      act: async (page) => {
        for (const field of ['income', 'assets', 'commitments']) await page.fill(`#loss-${field}`, '12000');
        await page.getByRole('main').locator('button[type=submit]').first().click();
        await page.getByRole('radio').first().waitFor();
      },
    },
    {
      ...screen('/onboarding/identity', 'newcomer', 'with errors'),
      act: async (page) => {
        await page.fill('#taxCode', '?');
        await page.getByRole('main').locator('button[type=submit]').first().click();
      },
    },
    screen('/desk/identities', 'operator', ''),
    screen('/desk/identities/$personId', 'operator', 'waiting', path('submitted')),
    screen('/desk/identities/$personId', 'operator', 'approved', path('approved')),
  ];
}

/** The same on the first day of somebody. */
export const freshOnboarding = steps;
