import type { ListingSummary } from '@piazza/shared/contract';
import { units, type ListingId, type PriceCents } from '@piazza/shared/values';
import type { ApiClient } from './api-client.ts';
import { complaint } from './conduct.ts';
import type { Reader, Screen } from './screens.ts';

/** What the venue says of itself, and a complaint as its author and an operator see it. */
export async function conductScreens(investor: ApiClient, listingId: ListingId | null): Promise<Screen[]> {
  const form = complaint({ listingId, reference: 'CRO-1', damage: 'Un pomeriggio perso' });
  const { id } = await investor.call('complaints.file', { body: form });
  const screen = (route: string, reader: Reader, state = '', path = route): Screen => {
    return { route, reader, state, path };
  };
  const about = listingId === null ? '' : `?listing=${listingId}`;
  return [
    screen('/about', 'nobody'),
    screen('/policy', 'nobody'),
    screen('/complaints', 'nobody', 'signed out'),
    screen('/complaints', 'investor'),
    {
      ...screen('/complaints', 'newcomer', 'written, with errors', `/complaints${about}`),
      act: async (page) => {
        const main = page.getByRole('main');
        const write = main.getByRole('button', { name: /^(Write a complaint|Scrivi un reclamo)/ });
        if ((await write.count()) > 0) await write.click();
        await main.getByRole('checkbox').first().check();
        await main.locator('button[type=submit]').first().click();
      },
    },
    screen('/complaints', 'operator', 'with the register'),
    screen('/complaints/$complaintId', 'investor', 'received', `/complaints/${id}`),
    screen('/complaints/$complaintId', 'operator', 'to be answered', `/complaints/${id}`),
    screen('/desk/conflicts', 'operator'),
    screen('/desk/fees', 'administrator'),
  ];
}

const dayMs = 86_400_000;

/** The duties of a funded issue that has filed, declared and listed something, as others than its issuer see them. */
export async function dutiesScreens(
  enterprise: ApiClient,
  listings: readonly ListingSummary[],
): Promise<Screen[]> {
  const listingId = listings.find(({ status }) => status === 'funded')?.id;
  if (listingId === undefined) return [];
  const params = { listingId };
  const { now } = await enterprise.call('venue.read');
  const dayAhead = (days: number): string => new Date(now + days * dayMs).toISOString().slice(0, 10);
  const { reports } = await enterprise.call('duties.read', { params });
  const report = reports.find(({ kind }) => kind === 'impact');
  if (report !== undefined)
    await enterprise.call('duties.file', {
      params: { reportId: report.id },
      body: { words: 'Undici famiglie su quaranta sono entrate.', figure: 11, documents: [] },
    });
  await enterprise.call('duties.declarePayment', {
    params,
    body: { on: dayAhead(60), words: 'Interessi del 2026' },
  });
  const manager = { name: 'Anna Prova', email: null, why: 'Tiene la contabilità', manager: true };
  await enterprise.call('insiders.enter', { params, body: { ...manager, from: dayAhead(0), until: null } });
  const trade = { entry: 1, side: 'buy', quantity: units(100), price: 1_000 as PriceCents } as const;
  await enterprise.call('insiders.declareTrade', {
    params,
    body: { ...trade, on: dayAhead(0), onVenue: true },
  });
  const screen = (reader: Reader, state: string): Screen => {
    return { route: '/listings/$listingId/duties', reader, state, path: `/listings/${listingId}/duties` };
  };
  return [screen('operator', 'to be decided'), screen('investor', 'of a holder')];
}
