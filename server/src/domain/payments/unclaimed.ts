import type { ListingId, Millis, PersonId } from '@piazza/shared/values';
import { account, available, EUR, type AccountId, type LedgerEvent } from '../ledger/index.ts';
import type { PaymentsEvent } from './events.ts';
import type { Unclaimed } from './state.ts';
import type { PaymentsOutcome, PaymentsView } from './view.ts';

const cashOf = 'cash:';

/** What some events change an account's free money by, and the last of them that brought some. */
interface Change {
  cents: number;
  brought: LedgerEvent | null;
}

const isLedger = (event: PaymentsOutcome): event is LedgerEvent => event.kind.startsWith('ledger.');

/** The accounts whose free money the event changes. */
function changesOf(event: LedgerEvent): readonly (readonly [AccountId, number])[] {
  switch (event.kind) {
    case 'ledger.posted':
      return [
        [event.from, -event.amount],
        [event.to, event.amount],
      ];
    case 'ledger.held':
      return [[event.account, -event.amount]];
    case 'ledger.settled':
      return [[event.to, event.amount]];
    case 'ledger.released':
      return event.account === undefined ? [] : [[event.account, event.amount]];
  }
}

/** Accounts of people who are erased, or being erased, that the events change. */
function erasedAccounts({ people }: PaymentsView, events: readonly PaymentsOutcome[]) {
  const found = new Map<AccountId, Change>();
  for (const event of events) {
    if (!isLedger(event)) continue;
    for (const [id, cents] of changesOf(event)) {
      if (!id.startsWith(cashOf)) continue;
      const person = people.people.get(id.slice(cashOf.length) as PersonId);
      if (person === undefined || person.erasure === null) continue;
      const change = found.get(id) ?? { cents: 0, brought: null };
      change.cents += cents;
      if (cents > 0) change.brought = event;
      found.set(id, change);
    }
  }
  return found;
}

/** Who owes it: the issuer whose payment to holders it is, else the venue. */
function debtorOf({ listings }: PaymentsView, { reason, subject }: LedgerEvent): Unclaimed['debtor'] {
  const listing = listings.listings.get(subject['listing'] as ListingId);
  return reason === 'distribution' && listing !== undefined ? listing.organisation : 'venue';
}

/**
 * Sets apart what the events would leave on the account of somebody who is erased, or being erased: nobody could ever
 * take it from there. It is owed on a named account of who owes it, to whoever proves to be that holder.
 */
export function apartEvents(
  view: PaymentsView,
  events: readonly PaymentsOutcome[],
  at: Millis,
): readonly (PaymentsEvent | LedgerEvent)[] {
  return [...erasedAccounts(view, events)].flatMap(([from, { cents, brought }]) => {
    const amount = available(view.ledger, from) + cents;
    if (amount <= 0 || brought === null) return [];
    const debtor = debtorOf(view, brought);
    const { reason, subject } = brought;
    const holder = from.slice(cashOf.length) as PersonId;
    const to = account.unclaimed(debtor);
    const moved: LedgerEvent = {
      kind: 'ledger.posted',
      from,
      to,
      asset: EUR,
      amount,
      reason: 'unclaimed',
      subject,
    };
    const unclaimed: Unclaimed = { debtor, holder, cents: amount, reason, subject, at };
    return [moved, { kind: 'payments.unclaimed', unclaimed } as const];
  });
}

/** What each debtor owes to people who are erased; cents. */
export function unclaimedBy(all: readonly Unclaimed[]): ReadonlyMap<Unclaimed['debtor'], number> {
  const sums = new Map<Unclaimed['debtor'], number>();
  for (const { debtor, cents } of all) sums.set(debtor, (sums.get(debtor) ?? 0) + cents);
  return sums;
}
