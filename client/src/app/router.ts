import { listingId, offerId } from '@piazza/shared/contract';
import { createRootRoute, createRoute, createRouter, notFound } from '@tanstack/react-router';
import type { z } from 'zod';
import { offersSearch } from '../features/offers/search.ts';
import { returnSearch, tokenSearch } from '../features/account/search.ts';
import { Layout } from './layout/Layout.tsx';
import { NotFound } from './pages/NotFound.tsx';
import { PageError } from './pages/PageError.tsx';
import { screen } from './screen.ts';

const root = createRootRoute({ component: Layout, notFoundComponent: NotFound });
const getParentRoute = () => root;

/** Reads an id of the address; what has not its shape is a page that does not exist. */
function id<T>(schema: z.ZodType<T>, text: string): T {
  const parsed = schema.safeParse(text);
  // eslint-disable-next-line typescript/only-throw-error -- the router's own signal
  if (!parsed.success) throw notFound();
  return parsed.data;
}

const home = createRoute({
  getParentRoute,
  path: '/',
  ...screen({
    words: ['dealFlow'],
    load: async () => (await import('../features/deal-flow/DealFlowPage.tsx')).DealFlowPage,
  }),
});

const offers = createRoute({
  getParentRoute,
  path: '/offers',
  validateSearch: offersSearch,
  ...screen({
    words: ['offers'],
    load: async () => (await import('../features/offers/OffersPage.tsx')).OffersPage,
  }),
});

const offer = createRoute({
  getParentRoute,
  path: '/offers/$offerId',
  params: {
    parse: ({ offerId: text }) => ({ offerId: id(offerId, text) }),
    stringify: ({ offerId: value }) => ({ offerId: value }),
  },
  ...screen({
    words: ['venture'],
    load: async () => (await import('../features/venture/OfferPage.tsx')).OfferPage,
  }),
});

const listing = createRoute({
  getParentRoute,
  path: '/listings/$listingId',
  params: {
    parse: ({ listingId: text }) => ({ listingId: id(listingId, text) }),
    stringify: ({ listingId: value }) => ({ listingId: value }),
  },
  ...screen({
    words: ['venture'],
    load: async () => (await import('../features/venture/ListingPage.tsx')).ListingPage,
  }),
});

const signIn = createRoute({
  getParentRoute,
  path: '/sign-in',
  validateSearch: returnSearch,
  ...screen({
    words: ['account'],
    load: async () => (await import('../features/account/SignInPage.tsx')).SignInPage,
  }),
});

const register = createRoute({
  getParentRoute,
  path: '/register',
  ...screen({
    words: ['account'],
    load: async () => (await import('../features/account/RegisterPage.tsx')).RegisterPage,
  }),
});

const verify = createRoute({
  getParentRoute,
  path: '/verify',
  validateSearch: tokenSearch,
  ...screen({
    words: ['account'],
    load: async () => (await import('../features/account/VerifyPage.tsx')).VerifyPage,
  }),
});

const reset = createRoute({
  getParentRoute,
  path: '/reset',
  validateSearch: tokenSearch,
  ...screen({
    words: ['account'],
    load: async () => (await import('../features/account/ResetPage.tsx')).ResetPage,
  }),
});

const profile = createRoute({
  getParentRoute,
  path: '/profile',
  ...screen({
    words: ['account'],
    access: 'signed_in',
    load: async () => (await import('../features/account/ProfilePage.tsx')).ProfilePage,
  }),
});

const notices = createRoute({
  getParentRoute,
  path: '/notices',
  ...screen({
    words: ['account'],
    access: 'signed_in',
    load: async () => (await import('../features/account/NoticesPage.tsx')).NoticesPage,
  }),
});

const gallery = createRoute({
  getParentRoute,
  path: '/gallery',
  ...screen({ words: [], load: async () => (await import('./gallery/GalleryPage.tsx')).GalleryPage }),
});

const routeTree = root.addChildren([
  home,
  offers,
  offer,
  listing,
  signIn,
  register,
  verify,
  reset,
  profile,
  notices,
  gallery,
]);

/** Every address of the client. A feature adds its routes above and to the tree. */
export const router = createRouter({
  routeTree,
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: NotFound,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
