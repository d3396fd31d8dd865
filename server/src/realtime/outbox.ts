import { socketPushes, type SocketPushes } from '@piazza/shared/contract';
import type { PersonId } from '@piazza/shared/values';
import type { Server } from 'socket.io';
import { z } from 'zod';
import type { ApiContext } from '../api/context.ts';
import { presentDealFlow, presentTotals } from '../api/present/deal-flow.ts';
import { presentProgress } from '../api/present/offer.ts';
import { dealFlowStream } from '../projections/deal-flow.ts';
import type {
  Audience,
  IndexedLine,
  ProgressFigures,
  RareEffects,
  TotalFigures,
} from '../projections/effects.ts';
import type { NoticeLine } from '../projections/notices.ts';
import type { Publication } from '../projections/publisher.ts';

export const rooms = {
  everybody: 'everybody',
  dealFlow: 'deal-flow',
  operators: 'operators',
  offer: (id: string): string => `offer:${id}`,
  market: (id: string): string => `market:${id}`,
  orders: (person: string): string => `orders:${person}`,
  person: (id: string): string => `person:${id}`,
} as const;

const roomOf = (audience: Audience): string => {
  if (audience === 'public') return rooms.everybody;
  return audience === 'operators' ? rooms.operators : rooms.person(audience);
};

export interface OutboxOptions {
  readonly io: Server;
  readonly context: ApiContext;
  /** Longest a frame waits for more, in ms; twice as long behind another. */
  readonly tickMs: number;
  readonly rolesChanged: (people: ReadonlySet<PersonId>) => void;
  /** Time from durable to sent, in ms. */
  readonly fannedOut: (ms: number) => void;
  readonly failed: (error: unknown) => void;
}

/** What has become public since the last frame, conflated: figures count once, in their newest form. */
interface Gathering {
  since: number;
  seq: number;
  lines: IndexedLine[];
  totals: TotalFigures | null;
  progress: Map<string, ProgressFigures>;
  topics: Map<Audience, Set<string>>;
  clockOffsetMs: number | null;
}

const nothing = (): Gathering => ({
  since: 0,
  seq: 0,
  lines: [],
  totals: null,
  progress: new Map(),
  topics: new Map(),
  clockOffsetMs: null,
});

const noticesPrefix = 'notices:';
/** Most lines, such as every trade's, are read from the history alone. */
const isShown = ({ stream }: IndexedLine): boolean =>
  stream === dealFlowStream || stream.startsWith(noticesPrefix);

/** Sends what is durable to those who may see it, one frame a tick. */
export class Outbox {
  readonly #options: OutboxOptions;
  #gathering = nothing();
  #tickedAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;
  #sending: Promise<void> = Promise.resolve();

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  readonly take = (publication: Publication): void => {
    const into = this.#gathering;
    if (into.since === 0) into.since = publication.durableAt;
    into.seq = publication.seq;
    for (const line of publication.lines) if (isShown(line)) into.lines.push(line);
    for (const effects of publication.effects) {
      for (const [audience, topics] of effects.topics) {
        const known = into.topics.get(audience);
        if (known === undefined) into.topics.set(audience, new Set(topics));
        else for (const topic of topics) known.add(topic);
      }
      if (effects.rare !== null) this.#takeRare(into, effects.rare);
    }
    this.#timer ??= setTimeout(() => this.#tick(), this.#untilTick());
  };

  #takeRare(into: Gathering, { totals, clockOffsetMs, progress, rolesChanged }: RareEffects): void {
    into.totals = totals ?? into.totals;
    into.clockOffsetMs = clockOffsetMs ?? into.clockOffsetMs;
    for (const [offer, figures] of progress) into.progress.set(offer, figures);
    if (rolesChanged.size > 0) this.#options.rolesChanged(rolesChanged);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  /** Where one frame follows the other, twice as long: half the frames say the same. */
  #untilTick(): number {
    const { tickMs } = this.#options;
    return Math.max(tickMs, this.#tickedAt + 2 * tickMs - performance.now());
  }

  #tick(): void {
    this.#timer = undefined;
    this.#tickedAt = performance.now();
    const gathered = this.#gathering;
    this.#gathering = nothing();
    // One frame after the other: presenting reads the vault, and the order of the feed must not depend on it.
    this.#sending = this.#sending
      .then(() => this.#send(gathered))
      .catch((error: unknown) => this.#options.failed(error));
  }

  /** To nobody, a frame would be made all the same. */
  #isEmpty(room: string): boolean {
    return !this.#options.io.of('/').adapter.rooms.has(room);
  }

  #emit<K extends keyof SocketPushes>(room: string, name: K, value: SocketPushes[K]): void {
    if (this.#isEmpty(room)) return;
    this.#options.io.to(room).emit(name, z.encode(socketPushes[name] as z.ZodType, value));
  }

  async #send(gathered: Gathering): Promise<void> {
    const { context } = this.#options;
    const feed = gathered.lines.filter((line) => line.stream === dealFlowStream);
    const items = await presentDealFlow(context, feed);
    const last = items.at(-1);
    if (last !== undefined && gathered.totals !== null) {
      this.#emit(rooms.dealFlow, 'dealFlow', { items, totals: presentTotals(last.seq, gathered.totals) });
    }
    for (const [offer, figures] of gathered.progress) {
      this.#emit(rooms.offer(offer), 'offerProgress', presentProgress(offer as never, figures));
    }
    this.#notices(gathered.lines);
    for (const [audience, topics] of gathered.topics) {
      this.#emit(roomOf(audience), 'changed', { seq: gathered.seq as never, topics: [...topics] });
    }
    if (gathered.clockOffsetMs !== null) {
      const now = context.exchange.now();
      this.#emit(rooms.everybody, 'venueClock', { now: now as never, clockOffsetMs: gathered.clockOffsetMs });
    }
    this.#options.fannedOut(performance.now() - gathered.since);
  }

  #notices(lines: readonly IndexedLine[]): void {
    for (const line of lines) {
      if (!line.stream.startsWith(noticesPrefix)) continue;
      const room = rooms.person(line.stream.slice(noticesPrefix.length));
      if (this.#isEmpty(room)) continue;
      const { id, at, kind, subject } = line.value as NoticeLine;
      // As the contract writes it: one of each order that is filled is too many for a schema.
      this.#options.io.to(room).emit('notice', { id, at: new Date(at).toISOString(), kind, subject });
    }
  }
}
