import { setTimeout as pause } from 'node:timers/promises';
import type { RejectionCode } from '@piazza/shared/rejections';
import { Refused } from '../../api/handler.ts';
import { chanceOf, type Chance } from '../chance.ts';
import type { DemoVenue } from '../company.ts';
import type { StoryRecord } from '../record.ts';
import { tradeSomewhere } from './trade.ts';
import { commitSomewhere, revokeSomething, saveUp } from './deeds.ts';
import { Renewal } from './renewal.ts';
import { doubt, lull, openOffers, type OpenOffer } from './weights.ts';

/** What one turn of the crowd came to. */
export type Deed = 'committed' | 'revoked' | 'saved' | 'renewed' | 'traded' | 'idle' | RejectionCode;

export interface CrowdParts {
  readonly venue: DemoVenue;
  readonly story: StoryRecord;
  /** Whether anybody is looking: an unwatched venue keeps a slower pace, and its journal stays small. */
  readonly watched: () => boolean;
  /** Hears of a bug; the crowd rests from then on. */
  readonly failed: (error: unknown) => void;
  readonly seed: number;
}

/** Milliseconds between two deeds: while somebody looks, and while nobody does. */
const pace = { watched: [2_000, 7_000], unwatched: [25_000, 75_000] } as const;
/** How often a turn of the crowd goes to the markets. */
const tradingShare = 0.4;
/** After a start the crowd is lively in any case: somebody has just started it. */
const freshMs = 30 * 60_000;
/** How long an unwatched crowd sleeps before it looks up. */
const glanceMs = 1_000;

/** The investors of the background: they commit, think better of it and save up, through the same commands as people. */
export class Crowd {
  readonly #parts: CrowdParts;
  readonly #chance: Chance;
  readonly #renewal: Renewal;
  readonly #freshUntil = performance.now() + freshMs;
  readonly #end = new AbortController();
  #life: Promise<void> = Promise.resolve();

  constructor(parts: CrowdParts) {
    this.#parts = parts;
    this.#chance = chanceOf(parts.seed);
    this.#renewal = new Renewal(parts.venue, parts.story, this.#chance);
  }

  start(): void {
    this.#life = this.#live().catch(this.#parts.failed);
  }

  /** Resolves when the deed under way is done; no other follows. */
  async stop(): Promise<void> {
    this.#end.abort();
    await this.#life;
  }

  /** One deed. A refusal is an answer like any other: the venue has changed meanwhile. */
  async turn(): Promise<Deed> {
    try {
      return await this.#deed();
    } catch (error) {
      if (error instanceof Refused) return error.rejection.code;
      throw error;
    }
  }

  #offers(): readonly OpenOffer[] {
    const { exchange } = this.#parts.venue;
    return exchange.peek((state) => openOffers(state, exchange.now()));
  }

  async #deed(): Promise<Deed> {
    const { venue, story } = this.#parts;
    const offers = this.#offers();
    if (await this.#renewal.attend(offers.length)) return 'renewed';
    const chance = this.#chance;
    const lively = this.#isLively();
    const person = chance.pick(story.crowd);
    if (chance.yes(doubt(offers, lively)) && (await revokeSomething(venue, story.crowd, offers, chance)))
      return 'revoked';
    if (chance.yes(tradingShare)) return tradeSomewhere(venue, person, chance);
    if (chance.yes(0.07)) return saveUp(venue, person, chance);
    return commitSomewhere(venue, person, offers, lively, chance);
  }

  #isLively(): boolean {
    return this.#parts.watched() || performance.now() < this.#freshUntil;
  }

  async #live(): Promise<void> {
    const { signal } = this.#end;
    while (!signal.aborted) {
      await this.#rest(signal);
      if (signal.aborted) return;
      if ((await this.turn()) === 'shutting_down') return;
    }
  }

  /** Waits until the next deed is due by the pace that holds then: whoever comes to look finds the crowd awake. */
  async #rest(signal: AbortSignal): Promise<void> {
    const began = performance.now();
    const share = this.#chance.draw();
    const slower = lull(this.#offers());
    for (;;) {
      const [least, most] = this.#isLively() ? pace.watched : pace.unwatched;
      const left = began + (least + share * (most - least)) * slower - performance.now();
      if (left <= 0) return;
      await pause(Math.min(left, glanceMs), undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
    }
  }
}
