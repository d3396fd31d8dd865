import { account, available, type LedgerState } from '../ledger/index.ts';
import { holdOfDistribution } from './distribution.ts';
import { holdOfOutgoing } from './outgoings.ts';
import type { PaymentsState } from './state.ts';
import { unclaimedBy } from './unclaimed.ts';

interface View {
  readonly payments: PaymentsState;
  readonly ledger: LedgerState;
}

function heldWrongly({ ledger }: View, hold: string, cents: number): string[] {
  const { remaining = 0 } = ledger.holds.get(hold) ?? {};
  return remaining === cents ? [] : [`${hold} holds ${remaining}, it should be ${cents}`];
}

const isHeld: ReadonlySet<string> = new Set(['waiting', 'due']);

/** What waits for a call, and nothing else, is on the courier's list. */
function callViolations({ payments: { payments, refunds, outgoings, calls } }: View): string[] {
  const due = new Set<string>();
  for (const map of [payments, refunds, outgoings])
    for (const { id, status } of map.values()) if (status === 'due' || status === 'cancelling') due.add(id);
  const found = [...calls.keys()].filter((id) => !due.has(id)).map((id) => `${id} waits for no call`);
  return [...found, ...[...due].filter((id) => !calls.has(id)).map((id) => `${id} waits for a call`)];
}

/** What is owed to people who are erased is on the accounts of who owes it, to the cent. */
function unclaimedViolations({ payments, ledger }: View): string[] {
  const sums = unclaimedBy(payments.unclaimed);
  const found: string[] = [];
  for (const [debtor, cents] of sums) {
    const there = available(ledger, account.unclaimed(debtor));
    if (there !== cents) found.push(`${debtor} owes ${cents} to erased people, its account has ${there}`);
  }
  for (const id of ledger.accounts.keys())
    if (id.startsWith('unclaimed:') && !sums.has(id.slice('unclaimed:'.length) as never))
      found.push(`${id} is owed to nobody`);
  return found;
}

/** What of payments must always hold and does not. */
export function paymentViolations(view: View): string[] {
  const { payments, ledger } = view;
  const found: string[] = [];
  const there = -available(ledger, account.provider);
  if (payments.bookedCents !== there)
    found.push(`${payments.bookedCents} booked at the provider, the ledger says ${there}`);
  for (const { id, status, amountCents } of payments.outgoings.values())
    found.push(...heldWrongly(view, holdOfOutgoing(id), isHeld.has(status) ? amountCents : 0));
  for (const one of payments.distributions.values()) {
    const over = one.sharedAt !== null || one.amountCents === null;
    found.push(
      ...heldWrongly(view, holdOfDistribution(one), over ? 0 : (one.amountCents ?? 0) - one.sharedCents),
    );
  }
  for (const [source, { hereCents, thereCents }] of payments.books)
    if (hereCents === thereCents) found.push(`${source} agrees and is kept as differing`);
  return [...found, ...callViolations(view), ...unclaimedViolations(view)];
}
