import * as at from '../routes.ts';
import type { PlacedScreen } from '../screen.ts';

/** What everybody may see without an account. */
export const publicScreens: readonly PlacedScreen[] = [
  [
    at.home,
    {
      words: ['dealFlow'],
      load: async () => (await import('../../features/deal-flow/DealFlowPage.tsx')).DealFlowPage,
    },
  ],
  [
    at.offers,
    {
      words: ['offers'],
      load: async () => (await import('../../features/offers/OffersPage.tsx')).OffersPage,
    },
  ],
  [
    at.offer,
    {
      words: ['venture'],
      load: async () => (await import('../../features/venture/OfferPage.tsx')).OfferPage,
    },
  ],
  [
    at.listing,
    {
      words: ['venture'],
      load: async () => (await import('../../features/venture/ListingPage.tsx')).ListingPage,
    },
  ],
  [
    at.sheet,
    {
      words: ['disclosures'],
      load: async () => (await import('../../features/disclosures/SheetPage.tsx')).SheetPage,
    },
  ],
  [
    at.duties,
    {
      words: ['duties'],
      load: async () => (await import('../../features/duties/DutiesPage.tsx')).DutiesPage,
    },
  ],
  [
    at.markets,
    {
      words: ['market', 'trading'],
      load: async () => (await import('../../features/market/MarketsPage.tsx')).MarketsPage,
    },
  ],
  [
    at.market,
    {
      words: ['market', 'trading'],
      load: async () => (await import('../../features/market/MarketPage.tsx')).MarketPage,
    },
  ],
  [
    at.publicPolicy,
    {
      words: ['approvals'],
      load: async () => (await import('../../features/approvals/PolicyPage.tsx')).PublicPolicyPage,
    },
  ],
  [
    at.about,
    {
      words: ['conduct'],
      load: async () => (await import('../../features/conduct/AboutPage.tsx')).AboutPage,
    },
  ],
  [
    at.gallery,
    {
      words: [],
      load: async () => (await import('../gallery/GalleryPage.tsx')).GalleryPage,
    },
  ],
];
