import type { VenueMode } from '@piazza/shared/policy';
import type { PersonId } from '@piazza/shared/values';
import type { Stores } from './adapters/open-stores.ts';
import { withoutDuties } from './domain/duties/index.ts';
import { erasing } from './domain/erasure/index.ts';
import { goesAlong } from './domain/retention/index.ts';
import type { ErasurePort } from './identity/erasures.ts';
import type { PeoplePort } from './identity/ports.ts';
import type { Clock } from './kernel/clock.ts';
import type { Flushed } from './kernel/group-commit.ts';
import { restore } from './kernel/restore.ts';
import { Sequencer } from './kernel/sequencer.ts';
import { rememberAllFigures } from './projections/candles.ts';
import { Publisher, usualRestMs } from './projections/publisher.ts';

/** What identity asks of the venue's state. */
export function peoplePort(exchange: Sequencer): PeoplePort {
  const find = (id: PersonId) => exchange.peek((state) => state.people.people.get(id));
  return {
    register: async ({ subject, profile, roles }, key) => {
      const { person } = await exchange.command(
        { kind: 'people.register', subject, profile, roles },
        'venue',
        key,
      );
      return person as PersonId;
    },
    find: (id) => {
      const person = find(id);
      return (person?.erasure ?? null) === null ? person : undefined;
    },
    standing: (id) => ({ suspended: find(id)?.suspended ?? true }),
  };
}

/** What the erasure of people asks of the venue's state. */
export const erasurePort = (exchange: Sequencer): ErasurePort => ({
  erasing: () =>
    exchange.peek((state) =>
      erasing(state.people).map((personId) => ({
        personId,
        subject: state.people.people.get(personId)?.subject ?? '',
        along: goesAlong(state, personId),
      })),
    ),
  complete: async (person) => {
    await exchange.command({ kind: 'people.completeErasure', person }, 'venue');
  },
});

export interface CoreParts {
  readonly stores: Stores;
  readonly mode: VenueMode;
  /** What the journal's money is; play money unless said otherwise. */
  readonly payments?: 'wallet' | 'stripe';
  readonly clock: Clock;
  /** Real time, while `clock` tells the demo's story. */
  readonly realClock: Clock;
  readonly epoch: number;
  /** Longest a frame of the feeds waits, in ms: publications come twice as often at least. */
  readonly tickMs?: number;
  /** The venue cannot go on: the process ends at once. */
  readonly fatal: (error: unknown) => void;
}

/** The venue without its edges: what takes commands, and what tells of them. */
export interface Core {
  readonly exchange: Sequencer;
  readonly publisher: Publisher;
  readonly resumedAt: number;
  /** Metrics come later than the core they measure. */
  onFlushed(listener: (batch: Flushed) => void): void;
}

/** Play money and real money never share a journal. @throws Error where the journal's money is of the other kind */
async function useMoney(exchange: Sequencer, by: 'wallet' | 'stripe'): Promise<void> {
  const found = exchange.peek(({ payments }) => payments.by);
  if (found === by) return;
  await exchange.command({ kind: 'payments.use', by }, 'venue').catch((cause: unknown) => {
    const kept = found === 'wallet' ? 'play money (PAYMENTS=wallet)' : 'a payment provider (PAYMENTS=stripe)';
    throw new Error(
      `This journal was kept with ${kept}; it is not opened with PAYMENTS=${by}. Choose another DATA_DIR`,
      { cause },
    );
  });
}

/** A journal of an earlier version may have funded issues that owe nothing yet: they begin to, once. */
export async function beginMissingDuties(exchange: Pick<Sequencer, 'peek' | 'command'>): Promise<void> {
  if (exchange.peek(withoutDuties).length > 0)
    await exchange.command({ kind: 'duties.beginMissing' }, 'venue');
}

/**
 * Restores the venue from its journal and opens it for commands.
 * @throws JournalCorrupt where the journal cannot be trusted; Error where it belongs to a venue in another mode.
 */
export async function startCore(parts: CoreParts): Promise<Core> {
  const { stores, mode, clock, realClock, epoch, fatal, tickMs = Infinity } = parts;
  const restMs = Math.min(usualRestMs, tickMs / 2);
  const publisher = new Publisher(stores.history, await stores.history.checkpoint(), fatal, restMs);
  const { state, head } = await restore({
    journal: stores.journal,
    snapshots: stores.snapshots,
    head: stores.head,
    notAfter: await stores.history.checkpoint(),
    begun: rememberAllFigures,
    observe: publisher.observe,
    batch: (seq) => publisher.catchUp(seq),
  });
  const listeners: ((batch: Flushed) => void)[] = [];
  const exchange = new Sequencer({
    journal: stores.journal,
    clock,
    realClock,
    epoch,
    state,
    head,
    observe: publisher.observe,
    sealed: () => publisher.seal(),
    flushed: (batch) => {
      stores.head.write({ seq: batch.seq, hash: batch.hash }).catch(fatal);
      publisher.flushed(batch);
      for (const listener of listeners) listener(batch);
    },
    failed: fatal,
  });
  await exchange.start();
  await exchange.command({ kind: 'venue.open', mode }, 'venue').catch((error: unknown) => {
    const found = exchange.peek((venue) => venue.house.mode);
    throw new Error(
      `This journal belongs to a venue in mode ${found ?? 'none'}; it is not opened as ${mode}`,
      { cause: error },
    );
  });
  await useMoney(exchange, parts.payments ?? 'wallet');
  await beginMissingDuties(exchange);
  return { exchange, publisher, resumedAt: head.seq, onFlushed: (listener) => void listeners.push(listener) };
}
