import type { ListingSummary } from '@piazza/shared/contract';
import type { ApiClient } from './api-client.ts';
import type { Screen } from './screens.ts';

interface Speakers {
  readonly enterprise: ApiClient;
  readonly investor: ApiClient;
}

/** The sheet of a running offer that changed once, a change that waits, a question, and an offer that is suspended. */
export async function disclosureScreens(
  { enterprise, investor }: Speakers,
  operator: ApiClient,
  listings: readonly ListingSummary[],
): Promise<Screen[]> {
  const live = listings.filter(({ status }) => status === 'live');
  const [first, second] = live.flatMap(({ id, offerId }) => (offerId === null ? [] : [{ id, offerId }]));
  if (first === undefined) return [];
  const params = { offerId: first.offerId };
  const file = (risks: string) =>
    enterprise.call('disclosures.file', {
      params,
      body: { reason: 'Un fornitore è venuto meno', texts: { risks } },
    });
  const changed = await file('Un fornitore su tre è venuto meno.');
  const body = {
    accept: true,
    contentHash: changed.filing?.contentHash ?? '',
    reason: 'Letta e confrontata',
  };
  await operator.call('disclosures.decide', { params: { disclosureId: changed.id }, body });
  const waiting = await file('Due fornitori su tre sono venuti meno.');
  const question = await investor.call('questions.ask', {
    params,
    body: { text: 'Chi ha firmato il contratto?' },
  });
  const sheet = '/listings/$listingId/sheet';
  const screens: Screen[] = [
    { route: sheet, reader: 'nobody', state: '', path: `/listings/${first.id}/sheet` },
    {
      route: sheet,
      reader: 'nobody',
      state: 'compared',
      path: `/listings/${first.id}/sheet?version=2&from=1`,
    },
    {
      route: '/desk/disclosures/$disclosureId',
      reader: 'operator',
      state: 'waiting',
      path: `/desk/disclosures/${waiting.id}`,
    },
    {
      route: '/desk/questions/$questionId',
      reader: 'operator',
      state: 'waiting',
      path: `/desk/questions/${question.id}`,
    },
    { route: '/offers/$offerId', reader: 'enterprise', state: 'changed', path: `/offers/${first.offerId}` },
  ];
  if (second === undefined) return screens;
  await operator.call('disclosures.signal', {
    params: { offerId: second.offerId },
    body: { reason: 'Il contratto citato come firmato non lo è', suspend: true },
  });
  const path = `/offers/${second.offerId}`;
  return [...screens, { route: '/offers/$offerId', reader: 'enterprise', state: 'suspended', path }];
}
