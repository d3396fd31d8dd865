import type { RejectionCode } from '@piazza/shared/rejections';
import type { Actor } from '../../server/src/domain/core/index.ts';
import type { VenueCommand } from '../../server/src/domain/venue/index.ts';
import { given, type Step } from './given.ts';

/** A command with everything it stands on, open to being spoiled. */
export interface Wish<C extends VenueCommand> {
  readonly steps: Step[];
  actor: Actor;
  command: C;
}
/** A rule in its place, and how to break it. */
export type Break<C extends VenueCommand> = readonly [RejectionCode, string, (wish: Wish<C>) => void];

/**
 * Tests that a sound command is accepted, that each rule broken alone is refused with its code,
 * and that of any two broken together the one that comes first in the list is named.
 * @param apart pairs "first+second" of descriptions that cannot be broken at once.
 */
export function precedence<C extends VenueCommand>(
  sound: () => Wish<C>,
  breaks: readonly Break<C>[],
  apart: readonly string[] = [],
): void {
  const outcomeOf = (...broken: readonly Break<C>[]): ReturnType<ReturnType<typeof given>['when']> => {
    const wish = sound();
    for (const [, , spoil] of broken) spoil(wish);
    return given(...wish.steps).when(wish.actor, wish.command);
  };
  it('is accepted while no rule is broken', () => void outcomeOf().accepts());
  for (const [index, first] of breaks.entries()) {
    const [code, what] = first;
    it(`${what}: ${code}`, () => outcomeOf(first).refuses(code));
    for (const second of breaks.slice(index + 1)) {
      if (second[0] === code || apart.includes(`${what}+${second[1]}`)) continue;
      it(`${what}, and ${second[1]}: ${code}`, () => {
        outcomeOf(first, second).refuses(code);
        outcomeOf(second, first).refuses(code);
      });
    }
  }
}
