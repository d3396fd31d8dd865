/** Every namespace of texts, loaded when first shown. A feature adds its line here; the English file gives the keys. */
export const namespaces = {
  common: { en: () => import('./common.en.ts'), it: () => import('./common.it.ts') },
  rejections: { en: () => import('./rejections.en.ts'), it: () => import('./rejections.it.ts') },
  ui: { en: () => import('../../ui/words.en.ts'), it: () => import('../../ui/words.it.ts') },
  notices: { en: () => import('./notices.en.ts'), it: () => import('./notices.it.ts') },
  commitment: {
    en: () => import('../../ui/Commitment/words.en.ts'),
    it: () => import('../../ui/Commitment/words.it.ts'),
  },
  wallet: {
    en: () => import('../../ui/Wallet/words.en.ts'),
    it: () => import('../../ui/Wallet/words.it.ts'),
  },
  commit: {
    en: () => import('../../features/commit/words.en.ts'),
    it: () => import('../../features/commit/words.it.ts'),
  },
  portfolio: {
    en: () => import('../../features/portfolio/words.en.ts'),
    it: () => import('../../features/portfolio/words.it.ts'),
  },
  issuer: {
    en: () => import('../../features/issuer/words.en.ts'),
    it: () => import('../../features/issuer/words.it.ts'),
  },
  issuerFields: {
    en: () => import('../../features/issuer/fields.en.ts'),
    it: () => import('../../features/issuer/fields.it.ts'),
  },
  payments: {
    en: () => import('../../features/payments/words.en.ts'),
    it: () => import('../../features/payments/words.it.ts'),
  },
  account: {
    en: () => import('../../features/account/words.en.ts'),
    it: () => import('../../features/account/words.it.ts'),
  },
  desk: {
    en: () => import('../../features/desk/words.en.ts'),
    it: () => import('../../features/desk/words.it.ts'),
  },
  dealFlow: {
    en: () => import('../../features/deal-flow/words.en.ts'),
    it: () => import('../../features/deal-flow/words.it.ts'),
  },
  offers: {
    en: () => import('../../features/offers/words.en.ts'),
    it: () => import('../../features/offers/words.it.ts'),
  },
  trading: {
    en: () => import('../../ui/SessionBar/words.en.ts'),
    it: () => import('../../ui/SessionBar/words.it.ts'),
  },
  market: {
    en: () => import('../../features/market/words.en.ts'),
    it: () => import('../../features/market/words.it.ts'),
  },
  board: {
    en: () => import('../../features/board/words.en.ts'),
    it: () => import('../../features/board/words.it.ts'),
  },
  orderTicket: {
    en: () => import('../../features/order-ticket/words.en.ts'),
    it: () => import('../../features/order-ticket/words.it.ts'),
  },
  myOrders: {
    en: () => import('../../features/my-orders/words.en.ts'),
    it: () => import('../../features/my-orders/words.it.ts'),
  },
  tradingDesk: {
    en: () => import('../../features/trading-desk/words.en.ts'),
    it: () => import('../../features/trading-desk/words.it.ts'),
  },
  onboarding: {
    en: () => import('../../features/onboarding/words.en.ts'),
    it: () => import('../../features/onboarding/words.it.ts'),
  },
  security: {
    en: () => import('../../features/security/words.en.ts'),
    it: () => import('../../features/security/words.it.ts'),
  },
  approvals: {
    en: () => import('../../features/approvals/words.en.ts'),
    it: () => import('../../features/approvals/words.it.ts'),
  },
  dossier: {
    en: () => import('../../features/dossier/words.en.ts'),
    it: () => import('../../features/dossier/words.it.ts'),
  },
  disclosures: {
    en: () => import('../../features/disclosures/words.en.ts'),
    it: () => import('../../features/disclosures/words.it.ts'),
  },
  surveillance: {
    en: () => import('../../features/surveillance/words.en.ts'),
    it: () => import('../../features/surveillance/words.it.ts'),
  },
  duties: {
    en: () => import('../../features/duties/words.en.ts'),
    it: () => import('../../features/duties/words.it.ts'),
  },
  conduct: {
    en: () => import('../../features/conduct/words.en.ts'),
    it: () => import('../../features/conduct/words.it.ts'),
  },
  reports: {
    en: () => import('../../features/reports/words.en.ts'),
    it: () => import('../../features/reports/words.it.ts'),
  },
  venture: {
    en: () => import('../../features/venture/words.en.ts'),
    it: () => import('../../features/venture/words.it.ts'),
  },
} as const;

export type Namespace = keyof typeof namespaces;
export type Resources = { [N in Namespace]: Awaited<ReturnType<(typeof namespaces)[N]['en']>>['default'] };
