import type { Draft } from '@piazza/shared/contract';
import { sameDraft } from './same.ts';

/** A draft as the venue holds it. */
export interface Saved {
  readonly draft: Draft;
  readonly revision: number;
  /** Venue time, milliseconds. */
  readonly savedAt: number;
}

export type SaveState =
  | { readonly phase: 'saved' }
  /** Typed, and about to be sent. */
  | { readonly phase: 'waiting' }
  | { readonly phase: 'saving' }
  /** No answer; it is tried again by itself. */
  | { readonly phase: 'retrying' }
  /** Saved elsewhere in the meantime: nothing is sent until somebody compares. */
  | { readonly phase: 'stale' }
  /** Refused for a reason that trying again would not change. */
  | { readonly phase: 'refused'; readonly error: unknown };

interface Attempt {
  readonly draft: Draft;
  readonly revision: number;
  readonly key: string;
}

export interface AutosavePorts {
  readonly send: (attempt: Attempt) => Promise<Saved>;
  /** What a failure means: whether silence, a stale revision, or a refusal for good. */
  readonly judge: (error: unknown) => 'silence' | 'stale' | 'refused';
  readonly newKey: () => string;
  /** Runs later; the answer takes it back. */
  readonly later: (run: () => void, ms: number) => () => void;
}

const pauseMs = 800;
const firstRetryMs = 1_000;
const longestRetryMs = 15_000;

/**
 * Keeps the venue's copy of a draft as new as what is typed: sends a moment after the last keystroke, one at a time.
 * An attempt without an answer may have arrived, so the same attempt under the same key goes again before anything
 * newer: otherwise its own echo would look like somebody else's save.
 */
export class Autosave {
  readonly #ports: AutosavePorts;
  readonly #listeners = new Set<() => void>();
  #saved: Saved;
  #wanted: Draft | null = null;
  #unanswered: Attempt | null = null;
  #state: SaveState = { phase: 'saved' };
  #running: Promise<boolean> | null = null;
  #cancelTimer: () => void = () => undefined;
  #retryMs = firstRetryMs;

  constructor(saved: Saved, ports: AutosavePorts) {
    this.#saved = saved;
    this.#ports = ports;
  }

  readonly state = (): SaveState => this.#state;
  readonly saved = (): Saved => this.#saved;
  /** Whether something typed is not at the venue yet. */
  readonly unsaved = (): boolean => this.#wanted !== null;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The draft as it stands after a keystroke. */
  change(draft: Draft): void {
    const settled = this.#running === null && this.#unanswered === null;
    this.#wanted = settled && sameDraft(draft, this.#saved.draft) ? null : draft;
    if (this.#state.phase === 'stale') return;
    if (this.#wanted === null) {
      this.#cancelTimer();
      this.#become({ phase: 'saved' });
    } else if (this.#running === null && this.#unanswered === null) {
      this.#become({ phase: 'waiting' });
      this.#schedule(pauseMs);
    }
  }

  /** Sends at once what is not sent yet. @returns whether everything typed is saved now */
  async flush(): Promise<boolean> {
    this.#cancelTimer();
    while (this.#wanted !== null && this.#state.phase !== 'stale') {
      if (!(await this.#push())) return false;
    }
    return this.#wanted === null;
  }

  /**
   * News of the venue's copy. Without anything unsaved here it is simply taken over.
   * @returns whether it was, so that the inputs can follow
   */
  hear(news: Saved): boolean {
    if (news.revision <= this.#saved.revision || this.#running !== null || this.#unanswered !== null)
      return false;
    this.#cancelTimer();
    // The same words from elsewhere are mostly one's own: a save that arrived while this page was being closed.
    if (this.#wanted !== null && !sameDraft(this.#wanted, news.draft)) {
      this.#become({ phase: 'stale' });
      return false;
    }
    this.#wanted = null;
    this.#saved = news;
    this.#become({ phase: 'saved' });
    return true;
  }

  /** After comparing: goes on from the venue's copy with the draft that was agreed on. */
  resolve(theirs: Saved, agreed: Draft): void {
    this.#saved = theirs;
    this.#unanswered = null;
    this.#state = { phase: 'saved' };
    this.change(agreed);
    void this.flush();
  }

  #become(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  #schedule(ms: number): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#ports.later(() => void this.#push(), ms);
  }

  #push(): Promise<boolean> {
    this.#cancelTimer();
    this.#running ??= this.#attempt().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #attempt(): Promise<boolean> {
    if (this.#wanted === null) return true;
    const attempt = this.#unanswered ?? {
      draft: this.#wanted,
      revision: this.#saved.revision,
      key: this.#ports.newKey(),
    };
    this.#unanswered = attempt;
    this.#become({ phase: 'saving' });
    try {
      this.#saved = await this.#ports.send(attempt);
    } catch (error) {
      return this.#failed(error);
    }
    this.#unanswered = null;
    this.#retryMs = firstRetryMs;
    const more = !sameDraft(this.#wanted, attempt.draft);
    if (!more) this.#wanted = null;
    this.#become({ phase: more ? 'waiting' : 'saved' });
    if (more) this.#schedule(pauseMs);
    return true;
  }

  #failed(error: unknown): false {
    const meaning = this.#ports.judge(error);
    if (meaning === 'silence') {
      this.#become({ phase: 'retrying' });
      this.#schedule(this.#retryMs);
      this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs);
      return false;
    }
    this.#unanswered = null;
    this.#become(meaning === 'stale' ? { phase: 'stale' } : { phase: 'refused', error });
    return false;
  }
}
