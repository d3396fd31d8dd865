import type { Access } from '@piazza/shared/contract';
import { createLazyRoute, type AnyRoute } from '@tanstack/react-router';
import { createElement, type ReactNode } from 'react';
import type { Namespace } from './i18n/namespaces.ts';
import { loadWords } from './i18n/setup.ts';
import { Guard } from './pages/Guard.tsx';

interface ScreenSpec {
  /** Namespaces the screen speaks from; fetched beside its code. */
  readonly words: readonly Namespace[];
  readonly load: () => Promise<() => ReactNode>;
  /** Who may see it; others are told what is missing. Everybody by default. */
  readonly access?: Access;
}

/** An address, and what is shown there. */
export type PlacedScreen = readonly [AnyRoute, ScreenSpec];

/** Places a feature's screen at an address, in a chunk of its own. */
export function screen(route: AnyRoute, { words, load, access = 'public' }: ScreenSpec): void {
  route.lazy(async () => {
    const [Screen] = await Promise.all([load(), loadWords(words)]);
    const component = () => createElement(Guard, { access }, createElement(Screen));
    return createLazyRoute(route.id as never)({ component });
  });
}
