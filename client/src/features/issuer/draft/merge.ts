import type { Draft } from '@piazza/shared/contract';
import type { Field } from './fields.ts';
import { differences } from './same.ts';

interface Comparison {
  /** Changed here and, otherwise, there: somebody has to choose. */
  readonly both: readonly Field[];
  /** Changed only here, or to the same there. */
  readonly mine: readonly Field[];
  /** Changed only there. */
  readonly theirs: readonly Field[];
}

/** Compares what is written here and what was saved elsewhere with the draft both began from. */
export function compareDrafts(base: Draft, mine: Draft, theirs: Draft): Comparison {
  const here = new Set(differences(base, mine));
  const there = new Set(differences(base, theirs));
  const apart = new Set(differences(mine, theirs));
  return {
    both: [...here].filter((field) => there.has(field) && apart.has(field)),
    mine: [...here].filter((field) => !there.has(field) || !apart.has(field)),
    theirs: [...there].filter((field) => !here.has(field)),
  };
}

/** `theirs`, with the named fields as they are in `mine`. */
export function mergeDrafts(theirs: Draft, mine: Draft, fields: readonly Field[]): Draft {
  const texts: Record<string, string> = { ...theirs.texts };
  const facts: Record<string, unknown> = { ...theirs.facts };
  for (const field of fields) {
    const [half, name = ''] = field.split('.');
    if (half === 'texts') texts[name] = mine.texts[name as keyof Draft['texts']];
    else facts[name] = mine.facts[name as keyof Draft['facts']];
  }
  return { texts, facts } as unknown as Draft;
}
