import type { VenueMode } from '@piazza/shared/policy';
import { initialProtection, type ProtectionState } from '../protection/index.ts';
import { initialDocuments, type DocumentsState } from '../documents/index.ts';
import { initialDossier, type DossierState } from '../dossier/index.ts';
import { initialDisclosures, type DisclosuresState } from '../disclosures/index.ts';
import { initialDuties, type DutiesState } from '../duties/index.ts';
import { initialCases, type CasesState } from '../cases/index.ts';
import { initialConduct, type ConductState } from '../conduct/index.ts';
import { initialApprovals, type ApprovalsState } from '../approvals/index.ts';
import { initialPayments, type PaymentsState } from '../payments/index.ts';
import { initialQueue, type QueueState } from '../queue/index.ts';
import { initialSettings, type SettingsState } from '../settings/index.ts';
import { initialBoard, type BoardState } from '../board/index.ts';
import { initialLedger, type LedgerState } from '../ledger/index.ts';
import { initialListings, type ListingsState } from '../listings/index.ts';
import { initialMarkets, type MarketsState } from '../market/index.ts';
import { initialOffers, type OffersState } from '../offers/index.ts';
import { initialOrganisations, type OrganisationsState } from '../organisations/index.ts';
import { initialPeople, type PeopleState } from '../people/index.ts';
import { initialRegister, type RegisterState } from '../register/index.ts';
import { initialSchedule, type ScheduleState } from '../schedule/index.ts';

/** Version of every fold in this folder together. Raise it when a stored snapshot would no longer be what the fold makes. */
export const evolveVersion = 5;

export interface HouseState {
  /** Null until the venue was opened by its first command. */
  mode: VenueMode | null;
  /** Venue time minus real time; grows only, and only in SIMULATION. */
  clockOffsetMs: number;
}

/** Everything the exchange knows: Maps, arrays, plain objects and primitives only, so that one codec can store it. */
export interface VenueState {
  readonly house: HouseState;
  readonly schedule: ScheduleState;
  readonly people: PeopleState;
  readonly organisations: OrganisationsState;
  readonly listings: ListingsState;
  readonly offers: OffersState;
  readonly ledger: LedgerState;
  readonly register: RegisterState;
  readonly markets: MarketsState;
  readonly board: BoardState;
  readonly protection: ProtectionState;
  readonly documents: DocumentsState;
  readonly dossier: DossierState;
  readonly disclosures: DisclosuresState;
  readonly duties: DutiesState;
  readonly cases: CasesState;
  readonly conduct: ConductState;
  readonly approvals: ApprovalsState;
  readonly settings: SettingsState;
  readonly queue: QueueState;
  readonly payments: PaymentsState;
}

export const initialVenue = (): VenueState => ({
  house: { mode: null, clockOffsetMs: 0 },
  schedule: initialSchedule(),
  people: initialPeople(),
  organisations: initialOrganisations(),
  listings: initialListings(),
  offers: initialOffers(),
  ledger: initialLedger(),
  register: initialRegister(),
  markets: initialMarkets(),
  board: initialBoard(),
  protection: initialProtection(),
  documents: initialDocuments(),
  dossier: initialDossier(),
  disclosures: initialDisclosures(),
  duties: initialDuties(),
  cases: initialCases(),
  conduct: initialConduct(),
  approvals: initialApprovals(),
  settings: initialSettings(),
  queue: initialQueue(),
  payments: initialPayments(),
});
