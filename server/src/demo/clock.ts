import { systemClock, type Clock } from '../kernel/clock.ts';

/** A clock that a story moves through its past, and that then becomes the real one. It never goes back. */
export class StoryClock implements Clock {
  readonly #real: Clock;
  #at: number | undefined;

  /** @param begins where the story begins, UTC ms */
  constructor(begins: number, real: Clock = systemClock) {
    this.#at = begins;
    this.#real = real;
  }

  now(): number {
    return this.#at ?? this.#real.now();
  }

  /** Moves on to `at`; a time that has passed already, and any time after `handOver`, changes nothing. */
  moveTo(at: number): void {
    if (this.#at !== undefined) this.#at = Math.max(this.#at, at);
  }

  /** From here on it tells real time. */
  handOver(): void {
    this.#at = undefined;
  }
}
