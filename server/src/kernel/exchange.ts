import type { Rejection } from '@piazza/shared/rejections';
import type { Actor, Accepted } from '../domain/core/index.ts';
import type { VenueCommand, VenueState } from '../domain/venue/index.ts';
import type { CommandKey, Outcome } from './record.ts';

/** What the edge may ask of the core. Every answer is durable before it is given. */
export interface Exchange {
  /** Venue time now, UTC ms. */
  now(): number;
  /** Gives a command. @throws Refusal when it is refused. */
  command(command: VenueCommand, actor: Actor, key?: CommandKey): Promise<Accepted<never>['result']>;
  /** Gives a command without a promise, for those who give very many: `answer` is called once, later, when its outcome is durable. */
  submit(
    command: VenueCommand,
    actor: Actor,
    key: CommandKey | undefined,
    answer: (outcome: Outcome) => void,
  ): void;
  /** Commands that are given while `give` runs are taken one after the other, in their order, when it has run. */
  together(give: () => void): void;
  /** A copy of what the query picks. */
  read<T>(query: (state: VenueState) => T): Promise<T>;
  /** A look for decisions of the edge itself; what it returns must not be sent to anybody. */
  peek<T>(query: (state: VenueState) => T): T;
  /** Resolves when everything that is applied now is durable. */
  settled(): Promise<void>;
  /** The same without a promise: `then` is called later, never from within. */
  whenSettled(then: () => void): void;
}

/** A coded refusal on its way to whoever asked. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly rejection: Rejection;
  constructor(rejection: Rejection) {
    super(rejection.code);
    this.rejection = rejection;
  }
}
