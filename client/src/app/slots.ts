import { lazy } from 'react';
import type { Slots } from '../slots/slots.ts';

/** Which feature fills which slot. Give a lazy component: `offerAction: lazy(() => import('../features/…'))`. */
export const slots: Slots = {
  offerAction: [
    lazy(async () => ({ default: (await import('../features/market/OfferMarket.tsx')).OfferMarket })),
    lazy(async () => ({ default: (await import('../features/commit/OfferAction.tsx')).OfferAction })),
  ],
  offerNotice: [
    lazy(async () => ({ default: (await import('../features/disclosures/OfferNotice.tsx')).OfferNotice })),
    lazy(async () => ({ default: (await import('../features/duties/DutyNotice.tsx')).OfferDuties })),
  ],
  marketNotice: lazy(async () => ({
    default: (await import('../features/duties/DutyNotice.tsx')).DutyNotice,
  })),
  offerQuestions: lazy(async () => ({
    default: (await import('../features/disclosures/Questions.tsx')).Questions,
  })),
  listingSheet: lazy(async () => ({
    default: (await import('../features/disclosures/SheetPanel.tsx')).SheetPanel,
  })),
  sheetLength: lazy(async () => ({
    default: (await import('../features/disclosures/SheetLength.tsx')).SheetLength,
  })),
  offerDesk: [
    lazy(async () => ({
      default: (await import('../features/disclosures/DisclosureDesk.tsx')).DisclosureDesk,
    })),
    lazy(async () => ({ default: (await import('../features/issuer/offer/OfferDesk.tsx')).OfferDesk })),
    lazy(async () => ({ default: (await import('../features/desk/OperatorOffer.tsx')).OperatorOffer })),
  ],
  listingAction: [
    lazy(async () => ({ default: (await import('../features/issuer/ListingAction.tsx')).ListingAction })),
    lazy(async () => ({ default: (await import('../features/desk/OperatorListing.tsx')).OperatorListing })),
  ],
  deskItem: lazy(async () => ({
    default: (await import('../features/desk/queue/DeskItem.tsx')).DeskItem,
  })),
  dueDiligence: lazy(async () => ({
    default: (await import('../features/dossier/DueDiligence.tsx')).DueDiligence,
  })),
  dossierGaps: lazy(async () => ({
    default: (await import('../features/dossier/DossierGaps.tsx')).DossierGaps,
  })),
  listingDocuments: lazy(async () => ({
    default: (await import('../features/dossier/ListingDocuments.tsx')).ListingDocuments,
  })),
  reportDocuments: lazy(async () => ({
    default: (await import('../features/dossier/ReportDocuments.tsx')).ReportDocuments,
  })),
  reportAttaching: lazy(async () => ({
    default: (await import('../features/dossier/ReportAttaching.tsx')).ReportAttaching,
  })),
  marketTicket: lazy(async () => ({
    default: (await import('../features/order-ticket/OrderTicket.tsx')).OrderTicket,
  })),
  marketOrders: lazy(async () => ({
    default: (await import('../features/my-orders/MarketOrders.tsx')).MarketOrders,
  })),
  marketBoard: lazy(async () => ({
    default: (await import('../features/board/MarketBoard.tsx')).MarketBoard,
  })),
  commitmentMoney: lazy(async () => ({
    default: (await import('../features/payments/MoneyTimeline.tsx')).MoneyTimeline,
  })),
  listingPreview: lazy(async () => ({ default: (await import('../features/venture/Preview.tsx')).Preview })),
};
