import { type World } from '../world.ts';
import { idOf } from '../shelf.ts';
import { escaped, nowhere, page, type Page } from './html.ts';

/** What the payer agreed to when an account was saved. */
export function mandatePage(world: World, id: string): Page {
  const mandate = world.shelves.mandates.find(id);
  const method = world.shelves.paymentMethods.find(idOf(mandate?.payment_method));
  if (mandate === undefined) return nowhere();
  return page(
    'SEPA direct debit mandate',
    `<dl><dt>Reference</dt><dd>${escaped(mandate.payment_method_details.sepa_debit?.reference ?? '')}</dd>
<dt>Account</dt><dd>ending in ${escaped(method?.sepa_debit?.last4 ?? '')}</dd>
<dt>Status</dt><dd>${escaped(mandate.status)}</dd></dl>`,
  );
}
