import type { CommitmentId, OfferId, OrganisationId, ListingId, PersonId } from '@piazza/shared/values';
import type { ListingFacts } from '../../server/src/domain/listings/index.ts';
import type { Role } from '../../server/src/domain/people/index.ts';
import type { VenueCommand } from '../../server/src/domain/venue/index.ts';
import type { Flushed } from '../../server/src/kernel/group-commit.ts';
import type { CommandKey, JournalRecord } from '../../server/src/kernel/record.ts';
import { openBatch } from '../../server/src/kernel/batch.ts';
import { proveUnderstanding } from '../../server/src/demo/understanding.ts';
import { restore } from '../../server/src/kernel/restore.ts';
import { Sequencer } from '../../server/src/kernel/sequencer.ts';
import type { KernelState, Observer } from '../../server/src/kernel/state.ts';
import type { Stores } from '../../server/src/adapters/open-stores.ts';
import type { JournalStore } from '../../server/src/ports/journal.ts';
import { TestClock } from './clock.ts';
import { completeDossier } from './dossier.ts';
import { approve, content, place, sealed, why } from './domain-cast.ts';
import { day } from './domain-venue.ts';
import { onboards } from './onboarded.ts';
import { storeKits, type OpenKit } from './stores.ts';

export interface KernelOptions {
  readonly stores: Stores;
  readonly clock?: TestClock;
  /** What lies between the kernel and its journal. */
  readonly journal?: JournalStore;
  readonly observe?: Observer;
  /** Newest snapshot that may be used; none is when this is absent. */
  readonly snapshotsUpTo?: number;
  /** Called with each durable batch. */
  readonly publish?: (batch: Flushed) => void;
}

/** The kernel over real stores, without an edge. */
export interface Kernel {
  readonly exchange: Sequencer;
  readonly state: KernelState;
  readonly clock: TestClock;
  readonly epoch: number;
  /** Seq of the snapshot it began from. */
  readonly from: number;
  readonly flushed: Flushed[];
  /** Why the kernel wanted the process to end. */
  readonly faults: unknown[];
  /** Stops and gives the claim back; the stores stay open. */
  stop(): Promise<void>;
}

/** Claims, restores and starts, as the composition root does. */
export async function startKernel(options: KernelOptions): Promise<Kernel> {
  const { stores, clock = new TestClock(), observe = () => undefined, snapshotsUpTo, publish } = options;
  const journal = options.journal ?? stores.journal;
  const lease = await stores.election.claim();
  const { state, head, from } = await restore({
    journal,
    head: stores.head,
    observe,
    ...(snapshotsUpTo === undefined ? {} : { snapshots: stores.snapshots, notAfter: snapshotsUpTo }),
  });
  const flushed: Flushed[] = [];
  const faults: unknown[] = [];
  const exchange = new Sequencer({
    journal,
    clock,
    epoch: lease.epoch,
    state,
    head,
    observe,
    flushed: (batch) => {
      flushed.push(batch);
      publish?.(batch);
      void stores.head.write({ seq: batch.seq, hash: batch.hash });
    },
    failed: (error) => void faults.push(error),
  });
  await exchange.start();
  const stop = async (): Promise<void> => {
    await exchange.stop();
    await lease.release();
  };
  return { exchange, state, clock, epoch: lease.epoch, from, flushed, faults, stop };
}

/** Every record of a journal, in order. */
export async function recordsOf(journal: JournalStore): Promise<JournalRecord[]> {
  const records: JournalRecord[] = [];
  for await (const stored of journal.read(1)) records.push(...openBatch(stored).records);
  return records;
}

export const keyed = (key: string, requestHash = `hash of ${key}`): CommandKey => ({ key, requestHash });

export interface OpenOffer {
  readonly offer: OfferId;
  readonly listing: ListingId;
  readonly issuer: PersonId;
  readonly operators: readonly [PersonId, PersonId];
  readonly investors: readonly PersonId[];
}

const registers = async (exchange: Sequencer, name: string, roles: readonly Role[]): Promise<PersonId> => {
  const command = { kind: 'people.register', subject: name, profile: sealed(name), roles } as const;
  return (await exchange.command(command, 'venue'))['person'] as PersonId;
};

/** By real commands: an offer of the domain's usual facts that is open for `openMs`, and investors with €10,000 each. */
export async function openOffer(
  exchange: Sequencer,
  investors: number,
  openMs = 30 * day,
  more: Partial<ListingFacts> = {},
): Promise<OpenOffer> {
  await exchange.command({ kind: 'venue.open', mode: 'SIMULATION' }, 'venue');
  const issuer = await registers(exchange, 'issuer', ['enterprise']);
  const operators = [
    await registers(exchange, 'olga', ['operator']),
    await registers(exchange, 'oreste', ['operator']),
  ] as const;
  const made = await exchange.command(
    { kind: 'organisations.create', subject: 'org', profile: sealed('org'), fictional: true },
    issuer,
  );
  const organisation = made['organisation'] as OrganisationId;
  await completeDossier(exchange, organisation, issuer, operators[0]);
  const draft = content({ closesAt: exchange.now() + openMs, hardCap: 400_000_000, ...more });
  const created = await exchange.command({ kind: 'listings.create', organisation, content: draft }, issuer);
  const listing = created['listing'] as ListingId;
  await exchange.command({ kind: 'listings.submit', listing }, issuer);
  for (const operator of operators) await exchange.command({ kind: 'review.take', listing }, operator);
  for (const operator of operators) await exchange.command(approve(listing), operator);
  const { offer } = await exchange.command({ kind: 'offers.publish', listing }, issuer);
  const people: PersonId[] = [];
  for (let one = 0; one < investors; one += 1) {
    const person = await registers(exchange, `investor ${one}`, ['investor']);
    await onboards(exchange, person, operators[0]);
    await exchange.command({ kind: 'wallet.topUp', amountCents: 1_000_000 }, person);
    people.push(person);
  }
  return { offer: offer as OfferId, listing, issuer, operators, investors: people };
}

/** A commitment of `units` to the offer. */
export async function commits(
  exchange: Sequencer,
  { offer }: OpenOffer,
  investor: PersonId,
  units = 20,
  key?: CommandKey,
): Promise<CommitmentId> {
  // Asked only where it is much money for them.
  await proveUnderstanding({ exchange }, investor, offer, units);
  return (await exchange.command(place(units, offer), investor, key))['commitment'] as CommitmentId;
}

export const advance = (byMs: number): VenueCommand => ({ kind: 'venue.advanceClock', byMs, reason: why });

/** One suite on the stores that need no service; the adapters themselves have suites of their own. */
export function onLocalStores(title: string, facts: (kit: () => OpenKit) => void): void {
  for (const kit of storeKits.filter(({ name }) => name !== 'mongo')) {
    describe(`${title} on ${kit.name}`, () => {
      let opened: OpenKit;
      beforeEach(async () => {
        opened = await kit.open();
      });
      afterEach(() => opened.destroy());
      facts(() => opened);
    });
  }
}
