import { policy } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import type { FundingId, MethodId, OrganisationId, PaymentId, PersonId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision } from '../core/index.ts';
import { represents } from '../organisations/index.ts';
import { hasRole } from '../people/index.ts';
import type { PaymentsCommand } from './events.ts';
import { exists } from './holders.ts';
import type { Funding, Holder, PaymentsState } from './state.ts';
import { isInUse } from './underway.ts';
import type { PaymentsOutcome, PaymentsView } from './view.ts';

type Asked = Extract<
  PaymentsCommand,
  {
    kind:
      | 'payments.linkCustomer'
      | 'payments.addMethod'
      | 'payments.removeMethod'
      | 'payments.announce'
      | 'payments.cancelFunding'
      | 'payments.arrived';
  }
>;
type Of<K extends Asked['kind']> = Extract<Asked, { kind: K }>;
type Decided = Decision<PaymentsOutcome>;

/** Whom the provider knows a holder as; once, for good. Precedence: not_found, illegal_state. */
function decideLink(view: PaymentsView, { holder, customer }: Of<'payments.linkCustomer'>): Decided {
  if (!exists(view, holder)) return refuse(reject('not_found'));
  const known = view.payments.customers.get(holder);
  if (known !== undefined)
    return known === customer ? accept([]) : refuse(reject('illegal_state', { status: 'linked' }));
  return accept<PaymentsOutcome>([{ kind: 'payments.customer_linked', holder, customer }]);
}

/** A method that its owner has left with the provider; one known already stays as it is. Precedence: not_found, too_many_methods. */
function decideAdd(view: PaymentsView, { person, method }: Of<'payments.addMethod'>, ctx: Context): Decided {
  const { payments, people } = view;
  if (!people.people.has(person)) return refuse(reject('not_found'));
  const known = payments.byProvider.get(method.provider);
  if (known !== undefined) return accept([], { method: known });
  const kept = [...payments.methods.values()].filter(
    (one) => one.person === person && one.removedAt === null,
  );
  const most = policy.methodsKept;
  if (kept.length >= most) return refuse(reject('too_many_methods', { most }));
  const id = ctx.newId('method') as MethodId;
  const added = { ...method, id, person, at: ctx.at };
  return accept<PaymentsOutcome>([{ kind: 'payments.method_added', method: added }], { method: id });
}

/** Precedence: not_found (also another's, or removed), method_in_use. */
function decideRemove(
  view: PaymentsView,
  { method: id }: Of<'payments.removeMethod'>,
  ctx: Context,
): Decided {
  const method = view.payments.methods.get(id);
  if (method === undefined || method.person !== ctx.actor || method.removedAt !== null)
    return refuse(reject('not_found'));
  if (isInUse(view, id)) return refuse(reject('method_in_use'));
  return accept<PaymentsOutcome>([{ kind: 'payments.method_removed', method: id, at: ctx.at }]);
}

const isAwaited = ({ status }: Funding): boolean => status === 'awaited' || status === 'partial';

/** Announced transfers of a holder that have not come in full, the oldest first. */
const awaitedOf = ({ fundings }: PaymentsState, holder: Holder): Funding[] =>
  [...fundings.values()].filter((one) => one.holder === holder && isAwaited(one));

/**
 * Announces a bank transfer of an investor's own, or of an issuer's that the person represents.
 * Precedence: not_found, not_allowed, amount_out_of_range, too_many_fundings.
 * @param amountCents `policy.fundingMinCents` … `policy.fundingMostCents`
 */
function decideAnnounce(
  view: PaymentsView,
  { amountCents, organisation }: Of<'payments.announce'>,
  ctx: Context,
): Decided {
  const { actor, at } = ctx;
  const { payments, organisations, people } = view;
  if (organisation !== null && !organisations.organisations.has(organisation))
    return refuse(reject('not_found'));
  const may =
    organisation === null
      ? hasRole(people, actor, 'investor')
      : represents(organisations, actor, organisation);
  if (!may) return refuse(reject('not_allowed'));
  const { fundingMinCents: leastCents, fundingMostCents: mostCents, fundingsOpen: most } = policy;
  if (!Number.isSafeInteger(amountCents) || amountCents < leastCents || amountCents > mostCents)
    return refuse(reject('amount_out_of_range', { leastCents, mostCents }));
  const holder = organisation ?? (actor as PersonId);
  if (awaitedOf(payments, holder).length >= most) return refuse(reject('too_many_fundings', { most }));
  const id = ctx.newId('funding') as FundingId;
  const funding: Funding = { id, holder, amountCents, receivedCents: 0, status: 'awaited', at };
  return accept<PaymentsOutcome>([{ kind: 'payments.funding_announced', funding }], { funding: id });
}

/** Takes back what has not come in full. Precedence: not_found (also another's), funding_closed. */
function decideCancelFunding(
  { payments, organisations }: PaymentsView,
  { funding: id }: Of<'payments.cancelFunding'>,
  { actor }: Context,
): Decided {
  const one = payments.fundings.get(id);
  const own =
    one !== undefined &&
    (one.holder === actor || represents(organisations, actor, one.holder as OrganisationId));
  if (!own) return refuse(reject('not_found'));
  const { receivedCents, status } = one;
  if (!isAwaited(one)) return refuse(reject('funding_closed', { status }));
  return accept<PaymentsOutcome>([
    { kind: 'payments.funding_moved', funding: id, receivedCents, status: 'cancelled' },
  ]);
}

/** Sets what has arrived against what was announced, the oldest first; what is over is simply the holder's. */
function matched(awaited: readonly Funding[], arrivedCents: number): PaymentsOutcome[] {
  const events: PaymentsOutcome[] = [];
  let left = arrivedCents;
  for (const { id, amountCents, receivedCents } of awaited) {
    if (left === 0) break;
    const taken = Math.min(left, amountCents - receivedCents);
    left -= taken;
    const received = receivedCents + taken;
    const status = received === amountCents ? 'matched' : 'partial';
    events.push({ kind: 'payments.funding_moved', funding: id, receivedCents: received, status });
  }
  return events;
}

/**
 * A bank transfer has reached a holder's cash balance at the provider: all of it is to be collected. A transaction known
 * already is nothing. Precedence: not_found, amount_out_of_range.
 */
function decideArrived(
  { payments }: PaymentsView,
  { customer, transaction, amountCents }: Of<'payments.arrived'>,
  ctx: Context,
): Decided {
  const known = payments.byProvider.get(transaction);
  if (known !== undefined) return accept([], { payment: known });
  const holder = payments.byProvider.get(customer) as Holder | undefined;
  if (holder === undefined || payments.customers.get(holder) !== customer) return refuse(reject('not_found'));
  if (!Number.isSafeInteger(amountCents) || amountCents < 1)
    return refuse(reject('amount_out_of_range', { leastCents: 1 }));
  const payment = ctx.newId('payment') as PaymentId;
  const purpose = { kind: 'funding', holder, transaction } as const;
  return accept<PaymentsOutcome>(
    [
      { kind: 'payments.requested', payment, payer: holder, purpose, method: null, amountCents, at: ctx.at },
      ...matched(awaitedOf(payments, holder), amountCents),
    ],
    { payment },
  );
}

/** Who pays and by what: customers and methods at the provider, bank transfers announced and arrived. First of all: payments_off. */
export function decidePayer(view: PaymentsView, command: Asked, ctx: Context): Decided {
  if (view.payments.by === 'wallet') return refuse(reject('payments_off'));
  switch (command.kind) {
    case 'payments.linkCustomer':
      return decideLink(view, command);
    case 'payments.addMethod':
      return decideAdd(view, command, ctx);
    case 'payments.removeMethod':
      return decideRemove(view, command, ctx);
    case 'payments.announce':
      return decideAnnounce(view, command, ctx);
    case 'payments.cancelFunding':
      return decideCancelFunding(view, command, ctx);
    case 'payments.arrived':
      return decideArrived(view, command, ctx);
  }
}
