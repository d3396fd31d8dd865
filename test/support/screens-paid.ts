import type { Page } from 'playwright-core';
import { castOf, type Cast, type Player } from './cast.ts';
import { published } from './listings.ts';
import { commitBy, daysPass, leaves, numbers } from './payers.ts';
import type { PaidVenue } from './paid-venue.ts';
import { goneBefore } from './gone.ts';
import { ownMoney, ready } from './paid-requests.ts';
import type { Screen, Story } from './screens.ts';

/** Ines has what one can have of payments: one that waits for her, one declined, a transfer and a withdrawal. */
async function lived(shop: PaidVenue, cast: Cast) {
  const { offerId } = await published(cast);
  const { ines } = cast;
  const asks = await leaves(shop, ines, 'card', numbers.asks);
  const declines = await leaves(shop, ines, 'card', numbers.declines);
  await leaves(shop, ines, 'sepa_debit', numbers.account);
  const waiting = await commitBy(ines, offerId, 50, asks);
  const declined = await commitBy(ines, offerId, 50, declines);
  await ines.api.call('payments.announce', { body: { amount: 2_500_000 as never } });
  await ready(shop, ines);
  await ines.api.call('payments.withdraw', { body: { amount: 1_500_000 as never } });
  await ownMoney(shop, cast);
  const params = { organisationId: cast.organisation };
  for (const amount of [200_000, 1_500_000])
    await cast.enzo.api.call('payments.issuerWithdraw', { params, body: { amount: amount as never } });
  await goneBefore(shop, cast, 12_345);
  await daysPass(shop, cast, 5);
  return { offerId, waiting, declined };
}

const part = (name: RegExp) => async (page: Page) => {
  await page.getByRole('main').getByText(name, { exact: true }).first().click();
};

/** The screens of payments on a venue at a provider. */
export async function paidScreens(shop: PaidVenue): Promise<Story> {
  const cast = await castOf(shop);
  const { offerId, waiting, declined } = await lived(shop, cast);
  await cast.olga.api.call('payments.reconcile');
  const signsIn = ({ email, password }: Player) => ({ email, password });
  const screen = (reader: Screen['reader'], route: string, state: string, path = route): Screen => {
    return { route, reader, state: `${state}, at a provider`, path };
  };
  const commitment = '/portfolio/commitments/$commitmentId';
  const money = '/issuer/organisations/$organisationId/money';
  const account = '/issuer/organisations/$organisationId/statement';
  const desk = screen('operator', '/desk/payments', 'charges');
  return {
    accounts: {
      newcomer: signsIn(cast.nora),
      investor: signsIn(cast.ines),
      enterprise: signsIn(cast.enzo),
      operator: signsIn(cast.olga),
      administrator: signsIn(cast.adele),
    },
    screens: [
      screen('nobody', '/', ''),
      screen('investor', '/portfolio/payments', 'much of everything'),
      screen('investor', commitment, 'asked', `/portfolio/commitments/${waiting.id}`),
      screen('investor', '/offers/$offerId/commit', 'how much', `/offers/${offerId}/commit`),
      screen('investor', commitment, 'declined', `/portfolio/commitments/${declined.id}`),
      screen('enterprise', money, '', `/issuer/organisations/${cast.organisation}/money`),
      screen('enterprise', account, '', `/issuer/organisations/${cast.organisation}/statement`),
      desk,
      { ...desk, state: 'unclaimed', act: part(/^(Unclaimed|Non reclamato)$/) },
      { ...desk, state: 'money out', act: part(/^(Money out|Denaro in uscita)$/) },
      { ...desk, state: 'books', act: part(/^(Reconciliation|Riconciliazione)$/) },
    ],
  };
}
