import type { QueueItem, QueueKind } from '@piazza/shared/contract';

/** Where each kind is dealt with; `$` stands for its id. */
const screens: Partial<Record<QueueKind, string>> = {
  listing: '/desk/listings/$',
  proposal: '/desk/proposals/$',
  investor_class: '/desk/identities',
  identity: '/desk/identities/$',
  alert: '/desk/surveillance/alerts/$',
  case: '/desk/surveillance/cases/$',
  report: '/desk/duties',
  disclosure: '/desk/disclosures/$',
  complaint: '/complaints/$',
  question: '/desk/questions/$',
  manager_trade: '/listings/$/duties',
  payout: '/desk/payments',
  break: '/desk/payments',
};

/** The address of the screen on which the item is dealt with; null where there is none. */
export function screenOf({ kind, object }: Pick<QueueItem, 'kind' | 'object'>): string | null {
  const [id = ''] = object.split('.');
  return screens[kind]?.replace('$', id) ?? null;
}
