import type { OfferView } from '@piazza/shared/contract';
import { venueNow } from '../../realtime/index.ts';
import type { Examples } from '../examples.ts';
import { OfferCard } from './OfferCard.tsx';

const progress = {
  offerId: 'ofr_0',
  status: 'open',
  committed: 214_000_00,
  captured: 150_000_00,
  investors: 87,
  decisionAt: null,
};
const offer = {
  id: 'ofr_0',
  listingId: 'lst_0',
  title: 'Homes above the market hall',
  tagline: 'Twelve flats at a fair rent for families who wait.',
  organisation: { id: 'org_0', name: 'Casa Ballatoio', fictional: true },
  place: 'Torino',
  sector: 'housing',
  instrument: 'land_trust_share',
  couponBps: null,
  indicator: 'OI3160',
  sdgTarget: '11.1',
  price: 25_00,
  lot: 10,
  softCap: 120_000_00,
  hardCap: 300_000_00,
  minimumTicket: 250_00,
  opensAt: venueNow() - 86_400_000,
  closesAt: venueNow() + 3 * 86_400_000,
  progress,
} as unknown as OfferView;

export const offerCard: Examples = {
  title: 'Offer card',
  examples: [
    { name: 'card', render: () => <OfferCard offer={offer} headingLevel={3} /> },
    { name: 'row', render: () => <OfferCard offer={offer} form="row" headingLevel={3} /> },
  ],
};
