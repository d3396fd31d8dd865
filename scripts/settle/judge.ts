import { openReader } from '../../server/src/adapters/open-stores.ts';
import { account, available } from '../../server/src/domain/ledger/index.ts';
import type { LedgerEvent } from '../../server/src/domain/ledger/index.ts';
import { violations, type VenueState } from '../../server/src/domain/venue/index.ts';
import { openBatch } from '../../server/src/kernel/batch.ts';
import { stateHash } from '../../server/src/kernel/canonical.ts';
import { restore } from '../../server/src/kernel/restore.ts';
import type { Standin } from '../stripe-standin/index.ts';
import { isUnderWay } from './look.ts';
import type { Story } from './prepare.ts';

export interface Verdict {
  readonly wrong: readonly string[];
  readonly records: number;
  readonly messages: number;
  /** Cents by what became of them. */
  readonly sums: Readonly<Record<string, number>>;
  readonly offers: Readonly<Record<string, string>>;
}

/** Whose purse an account is: `cash:per_1` and `funds:org_1` are theirs, `proceeds:org_1` too. */
const ownerOf = (id: string): string => id.slice(id.indexOf(':') + 1);

/** What moved between the provider and each purse, cents, by the ledger's own events. */
class Moved {
  readonly byOwner = new Map<string, number>();
  readonly #holds = new Map<string, string>();
  readonly #payers = new Map<string, string>();

  constructor(state: VenueState) {
    for (const { id, payer } of state.payments.payments.values()) this.#payers.set(id, payer);
  }

  read(event: LedgerEvent): void {
    const { provider, disputes } = account;
    if (event.kind === 'ledger.held') this.#holds.set(event.hold, event.account);
    else if (event.kind === 'ledger.settled' && event.to === provider)
      this.#add(ownerOf(this.#holds.get(event.hold) ?? '?'), -event.amount);
    else if (event.kind === 'ledger.posted') {
      const payer = this.#payers.get(String((event.subject as { payment?: string }).payment)) ?? '?';
      if (event.from === disputes && event.to === provider) this.#add(payer, -event.amount);
      else if (event.from === provider && event.to === disputes) this.#add(payer, event.amount);
      else if (event.from === provider && event.to !== account.costs)
        this.#add(ownerOf(event.to), event.amount);
      else if (event.to === provider && event.from !== account.costs)
        this.#add(ownerOf(event.from), -event.amount);
    }
  }

  #add(owner: string, cents: number): void {
    this.byOwner.set(owner, (this.byOwner.get(owner) ?? 0) + cents);
  }
}

type Told = ReturnType<Standin['control']['state']>;

/** What the provider took from and sent to each of them. */
function atProvider(story: Story, told: Told, state: VenueState): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { id, customer } of story.investors) {
    const { charged = 0, refunded = 0, disputed = 0 } = told.customers[customer] ?? {};
    sums.set(id, charged - refunded - disputed);
  }
  for (const [holder, { account: own }] of state.payments.payees) {
    const { transferred = 0, reversed = 0 } = told.accounts[own] ?? {};
    sums.set(holder, (sums.get(holder) ?? 0) - transferred + reversed);
  }
  return sums;
}

/** What was begun and has come to no end, though weeks have passed since. */
function unfinished({ payments }: VenueState): string[] {
  const all = [
    ...payments.payments.values(),
    ...payments.refunds.values(),
    ...payments.outgoings.values(),
  ] as readonly { readonly id: string; readonly status: string }[];
  return all.filter(({ status }) => isUnderWay(status)).map(({ id, status }) => `${id} is still ${status}`);
}

function compare(story: Story, told: Told, state: VenueState, moved: Moved): string[] {
  const wrong: string[] = [];
  const there = atProvider(story, told, state);
  for (const owner of new Set([...there.keys(), ...moved.byOwner.keys()])) {
    const [here, away] = [moved.byOwner.get(owner) ?? 0, there.get(owner) ?? 0];
    if (here !== away) wrong.push(`${owner}: ${here} cents by the ledger, ${away} at the provider`);
  }
  const balance = told.balance.available + told.balance.pending;
  const booked = -available(state.ledger, account.provider);
  if (balance !== booked) wrong.push(`the provider has ${balance} cents, the ledger ${booked}`);
  const { payments } = state;
  const last = payments.reconciliations.at(-1);
  if (last === undefined) wrong.push('the books were never compared');
  else if (last.thereCents !== last.hereCents)
    wrong.push(`reconciled ${last.hereCents} here, ${last.thereCents} there`);
  for (const [source, { hereCents, thereCents }] of payments.books)
    wrong.push(`${source}: ${hereCents} in the books, ${thereCents} in the provider's lines`);
  for (const { source, status } of payments.breaks.values())
    if (status === 'open') wrong.push(`a break is open: ${source}`);
  return wrong;
}

/** Replays everything and sets it against what the provider says. */
export async function judge(dataDir: string, story: Story, standin: Standin): Promise<Verdict> {
  standin.control.audit();
  const stores = await openReader({ dataDir });
  try {
    const { state, head } = await restore({ journal: stores.journal, head: stores.head });
    const short = await restore({ journal: stores.journal, snapshots: stores.snapshots, upTo: head.seq });
    const moved = new Moved(state.venue);
    let messages = 0;
    for await (const stored of stores.journal.read(1))
      for (const { events, command } of openBatch(stored).records) {
        if (command.kind === 'payments.hear') messages += 1;
        for (const event of events) if (event.kind.startsWith('ledger.')) moved.read(event as LedgerEvent);
      }
    const wrong = [...violations(state.venue)];
    if (stateHash(state) !== stateHash(short.state)) wrong.push('a snapshot gives another state');
    for (const key of ['payment', 'refund', 'outgoing', 'key']) {
      const { doubles } = standin.control.state(key);
      for (const { kind, value, ids } of doubles)
        wrong.push(`${kind} ${value} was made ${ids.length} times: ${ids.join(', ')}`);
    }
    wrong.push(...unfinished(state.venue), ...compare(story, standin.control.state(), state.venue, moved));
    const offers = Object.fromEntries(
      story.offers.map(({ name, offer }) => [name, state.venue.offers.offers.get(offer)?.status ?? 'none']),
    );
    return { wrong, records: head.seq, messages, sums: sumsOf(state.venue), offers };
  } finally {
    await stores.close();
  }
}

function sumsOf({ payments }: VenueState): Record<string, number> {
  const sums: Record<string, number> = {};
  const add = (name: string, cents: number): void => {
    sums[name] = (sums[name] ?? 0) + cents;
  };
  for (const { status, amountCents } of payments.payments.values()) add(`charge ${status}`, amountCents);
  for (const { status, amountCents } of payments.refunds.values()) add(`refund ${status}`, amountCents);
  for (const { kind, status, amountCents } of payments.outgoings.values())
    add(`${kind} ${status}`, amountCents);
  for (const { status, amountCents } of payments.disputes.values()) add(`dispute ${status}`, amountCents);
  return sums;
}
