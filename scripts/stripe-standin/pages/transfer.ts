import { receiveCash, remainingOf } from '../flows/cash.ts';
import type { Params } from '../form.ts';
import { addressesFor, referenceOf } from '../objects/cash.ts';
import { type World } from '../world.ts';
import { button, escaped, euros, field, nowhere, page, redirect, type Page } from './html.ts';

/** Where to send money for one payment; the form stands for the customer's own bank. */
export function bankTransferPage(world: World, id: string, params?: Params): Page {
  const intent = world.shelves.paymentIntents.find(id);
  if (intent === undefined || typeof intent.customer !== 'string') return nowhere();
  const amount = params?.integer('cents', 1);
  if (amount !== undefined) {
    receiveCash(world, intent.customer, amount, referenceOf(id));
    return redirect(`${world.origin}/hosted/bank-transfer/${id}`);
  }
  if (intent.status !== 'requires_action') return page('Bank transfer', '<p>Nothing is left to be sent.</p>');
  const iban = addressesFor(intent.customer)[0]?.iban;
  return page(
    'Bank transfer',
    `<dl><dt>Amount</dt><dd>${euros(remainingOf(world, intent))}</dd>
<dt>Account holder</dt><dd>${escaped(iban?.account_holder_name ?? '')}</dd>
<dt>IBAN</dt><dd>${escaped(iban?.iban ?? '')}</dd><dt>BIC</dt><dd>${escaped(iban?.bic ?? '')}</dd>
<dt>Reference</dt><dd>${referenceOf(id)}</dd></dl>
<form method="post"><h2>In place of your bank</h2>${field('cents', 'Cents to send', 'inputmode="numeric" required')}
${button('send', 'Send')}</form>`,
  );
}
