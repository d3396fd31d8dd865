import { account, EUR, type LedgerEvent } from '../domain/ledger/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import { namesOf } from './streams.ts';
import { statementBalance } from './balance.ts';
import { addLine, nextLineId, tell, type Effects, type Projection } from './effects.ts';

export const statementStream = namesOf('account:');

export interface StatementEntry {
  readonly id: string;
  readonly at: number;
  readonly kind: string;
  readonly asset: string;
  /** Change, and where it left the account, what open orders hold included; cents or units. */
  readonly change: number;
  readonly balance: number;
  readonly subject: Readonly<Record<string, string>>;
}

/** Accounts in euro of a person or an organisation, by the word they begin with. */
const ownAccounts: ReadonlySet<string> = new Set(['cash', 'proceeds', 'retention', 'funds']);

/** Whose statement an account belongs to: the person or organisation at its end; nobody's for the world outside. */
function ownerOf(id: string): string | null {
  const [kind, ...rest] = id.split(':');
  if (ownAccounts.has(kind ?? '')) return rest[0] ?? null;
  return kind === 'units' ? (rest[1] ?? null) : null;
}

/** Accounts whose available amount the event changed, and by how much. */
function changes(state: VenueState, event: LedgerEvent): { readonly id: string; readonly change: number }[] {
  switch (event.kind) {
    case 'ledger.posted':
      return [
        { id: event.from, change: -event.amount },
        { id: event.to, change: event.amount },
      ];
    case 'ledger.held':
      return [{ id: event.account, change: -event.amount }];
    case 'ledger.settled':
      return [{ id: event.to, change: event.amount }];
    case 'ledger.released': {
      if (event.account !== undefined) return [{ id: event.account, change: event.amount }];
      const commitment = state.offers.commitments.get(event.subject['commitment'] as never);
      return commitment === undefined
        ? []
        : [{ id: account.cash(commitment.investor), change: event.amount }];
    }
  }
}

function addLines(effects: Effects, state: VenueState, event: LedgerEvent, at: number): void {
  for (const { id, change } of changes(state, event)) {
    const owner = ownerOf(id);
    if (owner === null) continue;
    const asset = state.ledger.accounts.get(id)?.asset ?? EUR;
    const value: StatementEntry = {
      id: nextLineId(effects),
      at,
      kind: id.startsWith('retention:') ? 'retained' : event.reason,
      asset,
      change,
      balance: statementBalance(state, id),
      subject: event.subject,
    };
    addLine(effects, statementStream(owner), value);
    if (owner.startsWith('per_'))
      tell(effects, owner as never, 'wallet', ...(asset === EUR ? [] : ['holdings']));
  }
}

/** A line on the statement of everybody whose cash or units moved. */
export const statement: Projection = (effects, state, event, record) => {
  switch (event.kind) {
    case 'ledger.posted':
    case 'ledger.held':
    case 'ledger.settled':
    case 'ledger.released':
      addLines(effects, state, event, record.at);
      return;
    default:
  }
};
