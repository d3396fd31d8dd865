import type { Mail, MarketSnapshot, Venue } from '@piazza/shared/contract';
import type { ListingId, PersonId } from '@piazza/shared/values';
import type { Exchange } from '../kernel/exchange.ts';
import type { HistoryStore } from '../ports/history.ts';
import type { JournalStore } from '../ports/journal.ts';
import type { MarketTape, TapeWish } from '../projections/tape.ts';
import type { Erasures } from '../identity/erasures.ts';
import type { Identity } from '../identity/identity.ts';
import type { Invitations } from '../identity/invitations.ts';
import type { PaymentProvider } from '../ports/payments.ts';
import type { Scanner } from '../ports/scanner.ts';
import type { Vault } from '../vault/vault.ts';

/** What the handlers work with; composed in main. */
export interface ApiContext {
  /** Without `peek`: what handlers read they send, so all of it waits to be durable. */
  readonly exchange: Omit<Exchange, 'peek'>;
  readonly vault: Vault;
  readonly identity: Identity;
  readonly history: HistoryStore;
  /** Reading the journal itself, to prove what a trail says. */
  readonly journal: Pick<JournalStore, 'read'>;
  /** Resolves when the history has everything that is durable now. */
  readonly historySettled: () => Promise<void>;
  /** The market as everybody sees it now, in the feed's own mirror; undefined where there is none. Durable. */
  readonly marketSnapshot: (listing: ListingId) => MarketSnapshot | undefined;
  /** A market as it was around some records, out of the journal: durable. Each takes a walk through all of it. */
  readonly readTape: (wish: TapeWish) => Promise<MarketTape>;
  readonly outbox: (
    cursor: string | undefined,
    limit: number,
  ) => Promise<{ items: Mail[]; next: string | null }>;
  /** Mails kept about one subject. */
  readonly mailsAbout: (subject: string) => Promise<Mail[]>;
  readonly erasures: Erasures;
  /** Links by mail to represent an organisation. */
  readonly invitations: Invitations;
  /** Looks at files before anything of them is kept. */
  readonly scanner: Scanner;
  /** Where clients' money is, and its reconciliation at once; undefined where the venue runs on play money. */
  readonly payments:
    | {
        readonly provider: PaymentProvider;
        /** Where the provider's pages send their visitors back to. */
        readonly publicUrl: string;
        readonly reconcile: () => Promise<void>;
      }
    | undefined;
  readonly demo: () => Pick<Venue, 'demo' | 'demoAccounts'>;
  /** Whether the person planted demonstrations: what they create is marked fictional. */
  readonly plantsFiction: (person: PersonId) => boolean;
}
