import { openReader } from '../../../server/src/adapters/open-stores.ts';
import { account, available, held } from '../../../server/src/domain/ledger/index.ts';
import { pledgedCents } from '../../../server/src/domain/offers/index.ts';
import { violations, type VenueState } from '../../../server/src/domain/venue/index.ts';
import { stateHash } from '../../../server/src/kernel/canonical.ts';
import type { JournalRecord } from '../../../server/src/kernel/record.ts';
import { restore, type Restored } from '../../../server/src/kernel/restore.ts';
import { openBatch } from '../../../server/src/kernel/batch.ts';
import { formatAmount, orderIdOf, type Cents, type PersonId } from '@piazza/shared/values';
import { acceptanceLine, isOrder, refusalLine, type Attempt } from './attempt.ts';

/** What the journal of a venue says, read beside the running server. */
export interface Evidence {
  readonly seq: number;
  /** Venue time of the newest record. */
  readonly at: number;
  readonly state: VenueState;
  /** Records per key of a person: `per_1|key`. */
  readonly byKey: ReadonlyMap<string, readonly JournalRecord[]>;
  /** Commitments ever placed. */
  readonly placed: number;
  /** Seq of the snapshot that the shorter way began from; 0 where there was none to begin from. */
  readonly snapshot: number;
  readonly wrong: readonly string[];
}

function compare(whole: Restored, short: Restored): string[] {
  const [full, quick] = [stateHash(whole.state), stateHash(short.state)];
  const wrong = violations(whole.state.venue);
  if (full !== quick) wrong.push(`from snapshot ${short.from} the state at ${short.head.seq} is another one`);
  if (whole.head.seq !== short.head.seq)
    wrong.push(`replay ends at ${whole.head.seq}, the start at ${short.head.seq}`);
  return wrong;
}

/** Replays everything: every batch is checked on the way, the state compared with what a start would make of it. */
export async function gather(dataDir: string): Promise<Evidence> {
  const stores = await openReader({ dataDir });
  try {
    const { journal, head, snapshots } = stores;
    const whole = await restore({ journal, head });
    const short = await restore({ journal, snapshots, upTo: whole.head.seq });
    const byKey = new Map<string, JournalRecord[]>();
    for await (const stored of journal.read(1))
      for (const record of openBatch(stored).records) {
        if (record.key === undefined) continue;
        const name = `${record.actor}|${record.key.key}`;
        byKey.set(name, [...(byKey.get(name) ?? []), record]);
      }
    const { seq } = whole.head;
    const placed = whole.state.venue.offers.commitments.size;
    return {
      seq,
      at: whole.state.line.at,
      state: whole.state.venue,
      byKey,
      placed,
      snapshot: short.from,
      wrong: compare(whole, short),
    };
  } finally {
    await stores.close();
  }
}

/** What a record says, in the words in which its answer was kept. */
function lineOf(attempt: Attempt, { outcome, command }: JournalRecord): string {
  if ('rejection' in outcome) return refusalLine(outcome.rejection);
  const { result } = outcome;
  if (isOrder(attempt))
    return acceptanceLine(attempt.call, { ...result, orderId: orderIdOf(Number(result['order'])) });
  // A revocation's result is empty; its answer names the commitment that was asked for.
  const id = command.kind === 'commitments.revoke' ? command.commitment : result['commitment'];
  return acceptanceLine(attempt.call, { id });
}

/** Whether the journal holds the command exactly once, with the outcome that was acknowledged. */
export function judge(person: PersonId, attempt: Attempt, { byKey }: Evidence): string | undefined {
  const { key, answer } = attempt;
  const records = byKey.get(`${person}|${key}`) ?? [];
  if (records.length > 1) return `${key} was applied ${records.length} times`;
  const [record] = records;
  if (answer === undefined) return undefined;
  if (record === undefined) return `${key} was answered "${answer}" and is missing`;
  const recorded = lineOf(attempt, record);
  return recorded === answer ? undefined : `${key} was answered "${answer}", the journal says "${recorded}"`;
}

const euro = (value: number): string => formatAmount(value as Cents);

/** A wallet as the API must show it. */
export const walletIn = ({ ledger, offers }: VenueState, person: PersonId) => ({
  available: euro(available(ledger, account.cash(person))),
  held: euro(held(ledger, account.cash(person))),
  pledged: euro(pledgedCents(offers, person)),
});
