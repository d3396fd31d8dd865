import type { ListingId } from '@piazza/shared/values';
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
  ];
}
