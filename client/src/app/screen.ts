import type { Access } from '@piazza/shared/contract';
import { lazyRouteComponent } from '@tanstack/react-router';
import { createElement, type ReactNode } from 'react';
import { loadWords } from './i18n/setup.ts';
import type { Namespace } from './i18n/namespaces.ts';
import { Guard } from './pages/Guard.tsx';

interface ScreenSpec {
  /** Namespaces the screen speaks from; fetched beside its code. */
  readonly words: readonly Namespace[];
  readonly load: () => Promise<() => ReactNode>;
  /** Who may see it; others are told what is missing. Everybody by default. */
  readonly access?: Access;
}

interface Screen {
  readonly component: () => ReactNode;
  readonly loader: () => Promise<void>;
}

/** The part of a route that shows a feature's screen, in a chunk of its own. Spread it into `createRoute`. */
export function screen({ words, load, access = 'public' }: ScreenSpec): Screen {
  const Lazy = lazyRouteComponent(async () => ({ default: await load() }));
  const Guarded = () => createElement(Guard, { access }, createElement(Lazy));
  // The router fetches ahead whatever its component says how to.
  return { component: Object.assign(Guarded, { preload: Lazy.preload }), loader: () => loadWords(words) };
}
