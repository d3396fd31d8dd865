import { createRouter } from '@tanstack/react-router';
import { Layout } from './layout/Layout.tsx';
import { NotFound } from './pages/NotFound.tsx';
import { PageError } from './pages/PageError.tsx';
import { root, routeTree } from './routes.ts';
import { placeScreens } from './screens.ts';

export const router = createRouter({
  routeTree,
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: NotFound,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

root.update({ component: Layout, notFoundComponent: NotFound });
placeScreens();

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
