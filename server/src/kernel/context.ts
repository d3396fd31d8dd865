import { randomInt } from 'node:crypto';
import { millis, type IdKind, type Millis } from '@piazza/shared/values';
import type { Actor, Context } from '../domain/core/index.ts';
import { idSource } from './ids.ts';

const span = 2 ** 32;

/** What one record's decision is given. A value it draws is kept with the record, so that deciding again draws the same. */
export class RecordContext implements Context {
  readonly at: Millis;
  readonly actor: Actor;
  readonly seq: number;
  /** What chance gave, once the decision has asked. */
  drawn: number | undefined;
  private ids: ((kind: IdKind) => string) | undefined;

  constructor(seq: number, at: number, actor: Actor, drawn?: number) {
    this.seq = seq;
    this.at = millis(at);
    this.actor = actor;
    this.drawn = drawn;
  }

  newId(kind: IdKind): string {
    this.ids ??= idSource(this.seq);
    return this.ids(kind);
  }

  draw(bound: number): number {
    this.drawn ??= randomInt(span);
    return this.drawn % bound;
  }
}
