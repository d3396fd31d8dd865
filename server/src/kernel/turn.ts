import { reject } from '@piazza/shared/rejections';
import type { Actor } from '../domain/core/index.ts';
import type { VenueCommand } from '../domain/venue/index.ts';
import type { Waiter } from './group-commit.ts';
import type { CommandKey, Outcome } from './record.ts';

export const shuttingDown: Outcome = { rejection: reject('shutting_down') };
/** Who gave a command without a promise hears of no bug: the process ends. */
export const unheard = (): void => undefined;
const nothingDone: Outcome = { result: {} };

/** What waits for its turn, and then for its outcome to be durable: a command, or (null) the word that all before it has been done. */
export class Turn implements Waiter {
  readonly command: VenueCommand | null;
  readonly actor: Actor;
  readonly key: CommandKey | undefined;
  /** Called once, later, when the outcome is durable. */
  readonly answer: (outcome: Outcome) => void;
  /** A bug came in the way. */
  readonly refuse: (error: unknown) => void;
  /** Known once it has had its turn. */
  outcome = nothingDone;
  /** The record that it waits for. */
  seq = 0;

  constructor(
    command: VenueCommand | null,
    actor: Actor,
    key: CommandKey | undefined,
    answer: (outcome: Outcome) => void,
    refuse: (error: unknown) => void,
  ) {
    this.command = command;
    this.actor = actor;
    this.key = key;
    this.answer = answer;
    this.refuse = refuse;
  }

  wake(): void {
    this.answer(this.outcome);
  }
}
