import type { CommitmentView, ListingView, OfferView } from '@piazza/shared/contract';
import type { DocumentId, ListingId, OrganisationId, PriceCents } from '@piazza/shared/values';
import {
  createContext,
  createElement,
  Suspense,
  useContext,
  type ComponentType,
  type ReactNode,
} from 'react';

/** A price chosen in the book. Each choice is a new object, so that the same price can be chosen twice. */
export interface PickedPrice {
  readonly price: PriceCents;
  /** The side of the book it was chosen on: who picks a bid may want to sell to it. */
  readonly side: 'bid' | 'ask';
}

/** The price last chosen, to be followed. */
export interface PickedPrices {
  readonly get: () => PickedPrice | null;
  readonly set: (picked: PickedPrice | null) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Places where one feature's screen shows another feature's part, and what the part is given. */
export interface SlotProps {
  /** On the page of an offer, beside its terms: what the reader can do with it. Fills itself for every role and state. */
  readonly offerAction: { readonly offer: OfferView };
  /** On top of the page of an offer: what everybody must know of it first. */
  readonly offerNotice: { readonly offer: OfferView };
  /** On the page of an offer, below its story: questions and answers. */
  readonly offerQuestions: { readonly offer: OfferView };
  /** On the page of a listing or an offer, below its story: its information sheet. */
  readonly listingSheet: { readonly listingId: ListingId };
  /** In the wizard: how long the information sheet of the draft is. */
  readonly sheetLength: { readonly listingId: ListingId };
  /** On the page of an offer, below its story: what only the issuer and the venue's people see. */
  readonly offerDesk: { readonly offer: OfferView };
  /** On the page of a listing without an offer yet: what issuer and reviewers can do with it. */
  readonly listingAction: { readonly listing: ListingView };
  /** Where something of the desk's queue is dealt with: who sees to it, until when, and the reader's own interest. */
  readonly deskItem: { readonly object: string };
  /** On the review of a listing, for operators: what else is checked before it is admitted. */
  readonly reviewChecks: { readonly listing: ListingView };
  /** On the pages where a listing is written or followed: what investors will see of it. */
  readonly listingPreview: { readonly listing: ListingView };
  /** On the page where operators review a listing: what is known of its issuer, and what was checked. */
  readonly dueDiligence: { readonly listing: ListingView };
  /** Where a listing is handed in: what its organisation still lacks. */
  readonly dossierGaps: { readonly listing: ListingView };
  /** On the page of a listing or an offer, below its story: its documents. */
  readonly listingDocuments: { readonly listingId: ListingId };
  /** On a report of an issuer: the documents that go with it. */
  readonly reportDocuments: { readonly listingId: ListingId; readonly documents: readonly DocumentId[] };
  /** Where a report is filed: documents are uploaded, listed and taken away again. */
  readonly reportAttaching: {
    readonly listingId: ListingId;
    readonly organisationId: OrganisationId;
    readonly documents: readonly DocumentId[];
    /** Those that were filed before: taken away from the report, they are not destroyed. */
    readonly filed: readonly DocumentId[];
    readonly onChange: (documents: readonly DocumentId[]) => void;
  };
  /** On top of the page of a market: what the duties of its issuer mean for trading. */
  readonly marketNotice: { readonly listingId: ListingId };
  /** On the page of a market: where orders are written. `picked` is the price last chosen in the book. */
  readonly marketTicket: {
    readonly listingId: ListingId;
    readonly picked: PickedPrices;
  };
  /** On the page of a market, below the book: the reader's own orders there. */
  readonly marketOrders: { readonly listingId: ListingId };
  /** On the page of a commitment: what happens to its money, and when. */
  readonly commitmentMoney: { readonly commitment: CommitmentView; readonly offer: OfferView | undefined };
  /** On the page of a market that is a bulletin board: its posts. */
  readonly marketBoard: { readonly listingId: ListingId };
}

type Filling<P> = ComponentType<P> | readonly ComponentType<P>[];
/** What fills each slot: one part, or several one below the other, each showing itself to those it is for. */
export type Slots = { readonly [K in keyof SlotProps]?: Filling<SlotProps[K]> };

const filled = createContext<Slots>({});

/** The app hands out here what fills the slots, so that features meet without importing each other. */
export const SlotsProvider = filled.Provider;

type SlotUse<K extends keyof SlotProps> = SlotProps[K] & { readonly name: K; readonly otherwise?: ReactNode };

/** Shows what fills a slot, or `otherwise` where nothing does and while it is loading. */
export function Slot<K extends keyof SlotProps>({ name, otherwise = null, ...given }: SlotUse<K>): ReactNode {
  const filling = useContext(filled)[name] as Filling<object> | undefined;
  if (filling === undefined) return otherwise;
  const parts = Array.isArray(filling) ? (filling as readonly ComponentType[]) : [filling as ComponentType];
  return createElement(
    Suspense,
    { fallback: otherwise },
    ...parts.map((Part) =>
      createElement(Part, { ...given, key: Part.displayName ?? parts.indexOf(Part) } as object),
    ),
  );
}
