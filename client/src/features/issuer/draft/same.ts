import { tiers, type Draft } from '@piazza/shared/contract';
import type { Field } from './fields.ts';
import { factNames, textNames } from './form.ts';

/** Fields in which two drafts differ. */
export function differences(a: Draft, b: Draft): Field[] {
  const texts = textNames.filter((name) => a.texts[name] !== b.texts[name]);
  const facts = factNames.filter((name) => a.facts[name] !== b.facts[name]);
  const reserves = tiers.some((tier) => a.facts.reserves[tier] !== b.facts.reserves[tier]);
  return [
    ...texts.map((name): Field => `texts.${name}`),
    ...facts.map((name): Field => `facts.${name}`),
    ...(reserves ? ['facts.reserves' as const] : []),
  ];
}

export const sameDraft = (a: Draft, b: Draft): boolean => differences(a, b).length === 0;
