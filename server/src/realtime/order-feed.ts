import { socketPushes, type OrderUpdate } from '@piazza/shared/contract';
import { seq, type PersonId, type Seq } from '@piazza/shared/values';
import { z } from 'zod';
import type { ApiContext } from '../api/context.ts';
import { presentUpdates } from '../api/present/order.ts';
import type { IndexedLine } from '../projections/effects.ts';
import type { Publication } from '../projections/publisher.ts';
import { ordersStream } from '../projections/streams.ts';

/** Updates a subscriber may have missed and still gets one by one. */
const resumeLimit = 500;
const snapshotItems = 50;
const prefix = ordersStream('');

export interface OrderSubscription {
  readonly mode: 'resumed' | 'snapshot';
  /** Oldest first. */
  readonly items: OrderUpdate[];
  readonly newest: Seq;
}

/** Where a subscriber begins: after what it has, or, when it has missed too much, with the newest updates. */
export async function readOrdersFrom(
  context: ApiContext,
  person: PersonId,
  after: number | undefined,
): Promise<OrderSubscription> {
  await context.historySettled();
  const { history } = context;
  const stream = ordersStream(person);
  const newest = await history.length(stream);
  const resumes = after !== undefined && after <= newest && newest - after <= resumeLimit;
  const entries = resumes
    ? await history.page(stream, { after, limit: resumeLimit })
    : (await history.page(stream, { limit: snapshotItems })).toReversed();
  const items = await presentUpdates(context, entries);
  // What was written between the two reads came with the second one.
  return { mode: resumes ? 'resumed' : 'snapshot', items, newest: items.at(-1)?.seq ?? seq(newest) };
}

export interface OrderFeedOptions {
  readonly context: ApiContext;
  /** Longest an update waits for others to share its frame, in ms. */
  readonly tickMs: number;
  /** Whether the person follows their orders now. */
  readonly isFollowed: (person: PersonId) => boolean;
  /** Sends one frame, as it goes over the wire, to all connections of the person. */
  readonly send: (person: PersonId, frame: unknown) => void;
  readonly failed: (error: unknown) => void;
}

/** What happens to people's orders, one frame a tick and person. The updates of a person are in the order of their seq. */
export class OrderFeed {
  readonly #options: OrderFeedOptions;
  #gathered = new Map<PersonId, IndexedLine[]>();
  #timer: NodeJS.Timeout | undefined;
  #sending: Promise<void> = Promise.resolve();

  constructor(options: OrderFeedOptions) {
    this.#options = options;
  }

  readonly take = ({ lines }: Publication): void => {
    const gatheredOf = new Map<string, IndexedLine[] | null>();
    for (const line of lines) {
      let known = gatheredOf.get(line.stream);
      if (known === undefined) {
        known = this.#gatheredOf(line.stream);
        gatheredOf.set(line.stream, known);
      }
      known?.push(line);
    }
    if (this.#gathered.size > 0) this.#timer ??= setTimeout(() => this.#tick(), this.#options.tickMs);
  };

  /** Where lines of a stream go. Who subscribes later reads them from the history, where they are already. */
  #gatheredOf(stream: string): IndexedLine[] | null {
    if (!stream.startsWith(prefix)) return null;
    const person = stream.slice(prefix.length) as PersonId;
    if (!this.#options.isFollowed(person)) return null;
    const known = this.#gathered.get(person) ?? [];
    this.#gathered.set(person, known);
    return known;
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #tick(): void {
    this.#timer = undefined;
    const gathered = this.#gathered;
    this.#gathered = new Map();
    // One frame after the other: presenting reads the vault, and the order of the updates must not depend on it.
    this.#sending = this.#sending
      .then(() => this.#send(gathered))
      .catch((error: unknown) => this.#options.failed(error));
  }

  async #send(gathered: ReadonlyMap<PersonId, readonly IndexedLine[]>): Promise<void> {
    const items = await presentUpdates(this.#options.context, [...gathered.values()].flat());
    let from = 0;
    for (const [person, lines] of gathered) {
      const own = items.slice(from, from + lines.length);
      from += lines.length;
      this.#options.send(person, z.encode(socketPushes.orderUpdates, { items: own }));
    }
  }
}
