import { millis, type ListingId, type PersonId } from '@piazza/shared/values';
import { dayOf } from '../domain/market/index.ts';
import type { Finding } from '../domain/cases/index.ts';
import { policy } from '@piazza/shared/policy';
import type { JournalRecord } from '../kernel/record.ts';
import type { VenueEvent, VenueState } from '../domain/venue/index.ts';
import { all } from './detectors/index.ts';
import {
  asMillis,
  type Draft,
  type Insiders,
  type Issue,
  type Paid,
  type Senses,
  type Watched,
} from './ground.ts';
import { addTo } from './measures.ts';
import { Floor } from './floor.ts';
import { Notes, notedIn, nothingNoted, type Noted } from './notes.ts';

const { evidenceMost } = policy.surveillance;

const toldMost = 100_000;

/** What the records tell otherwise; simulations put their own in its place. */
export interface SurveillanceParts {
  readonly insiders: Insiders;
  readonly singleCents: () => number;
}

/** What was known before the first record that is read. */
export interface Known {
  /** Whose account it is, of those that are not their own. */
  readonly natural: ReadonlyMap<PersonId, PersonId>;
  readonly markets: readonly Pick<Watched, 'listing' | 'owners' | 'model' | 'referenceCents'>[];
  readonly noted: Noted;
}

export const nothingKnown = (): Known => ({ natural: new Map(), markets: [], noted: nothingNoted() });

/** What the venue's state says, for reading on from there. */
export const knownIn = (state: VenueState): Known => ({
  natural: new Map(
    [...state.people.people.values()].flatMap(({ id, natural }) => (id === natural ? [] : [[id, natural]])),
  ),
  markets: [...state.markets.markets.values()].map(({ listing, owners, model, referenceCents }) => {
    return { listing, owners, model, referenceCents };
  }),
  noted: notedIn(state),
});

/** The beginning and the end of a long list: what is in between shows nothing else. */
const some = (list: readonly number[]): readonly number[] =>
  list.length <= evidenceMost
    ? [...list]
    : [...list.slice(0, evidenceMost / 2), ...list.slice(-evidenceMost / 2)];

/** The same for what is found again and again on one day in Rome. */
function findingOf(draft: Draft): Finding {
  const { detector, listing, subjects, from, to } = draft;
  const day = dayOf(asMillis(to));
  return {
    ...draft,
    seqs: some(draft.seqs),
    orders: some(draft.orders),
    from: millis(from),
    to: millis(to),
    key: `${detector} ${listing ?? '-'} ${subjects.join('+')} ${day}`,
  };
}

/**
 * Reads durable records in their order and tells what its detectors find: each thing once. It reads no clock and no state
 * of the venue, so that the same records always give the same findings.
 */
export class Surveillance {
  readonly #senses: readonly Senses[];
  readonly #floor: Floor;
  readonly #notes: Notes;
  readonly #issues = new Map<ListingId, Issue>();
  readonly #told = new Set<string>();
  #found: Finding[] = [];

  constructor(known: Known = nothingKnown(), parts: Partial<SurveillanceParts> = {}) {
    const tell = (draft: Draft): void => this.#tell(draft);
    this.#notes = new Notes(known.noted, (person) => this.#floor.naturalOf(person));
    const { insiders = this.#notes, singleCents = this.#notes.singleCents } = parts;
    this.#senses = all.map((make) => make({ issues: this.#issues, insiders, singleCents, tell }));
    this.#floor = new Floor(this.#senses, known);
  }

  /** What the record makes known. */
  read(record: JournalRecord): readonly Finding[] {
    for (const event of record.events) this.#hear(record, event);
    this.#floor.end(record);
    if (this.#found.length === 0) return this.#found;
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #tell(draft: Draft): void {
    const finding = findingOf(draft);
    if (this.#told.has(finding.key)) return;
    this.#told.add(finding.key);
    // Those of long ago cannot come again: they name their day.
    if (this.#told.size > toldMost)
      for (const key of [...this.#told].slice(0, toldMost / 2)) this.#told.delete(key);
    this.#found.push(finding);
  }

  #hear(record: JournalRecord, event: VenueEvent): void {
    switch (event.kind) {
      case 'market.moved':
        this.#floor.moved(record, event);
        for (const trade of this.#floor.traded) {
          const held = this.#issues.get(trade.listing)?.holdings;
          if (held === undefined) continue;
          addTo(held, trade.sell.natural, -trade.quantity);
          addTo(held, trade.buy.natural, trade.quantity);
        }
        this.#floor.tellTrades();
        for (const paid of this.#floor.payments(record)) this.#paid(paid);
        return;
      case 'market.opened':
      case 'market.configured':
      case 'market.phased':
      case 'market.uncrossed':
        this.#floor.changed(record, event);
        return;
      case 'register.issued': {
        const issue = this.#issues.get(event.listing) ?? {
          issuedAt: event.at,
          units: 0,
          allottees: new Set(),
          holdings: new Map(),
        };
        const who = this.#floor.naturalOf(event.holder);
        issue.units += event.units;
        issue.allottees.add(who);
        addTo(issue.holdings, who, event.units);
        this.#issues.set(event.listing, issue);
        return;
      }
      case 'register.withdrawn': {
        const issue = this.#issues.get(event.listing);
        if (issue === undefined) return;
        issue.units -= event.units;
        addTo(issue.holdings, this.#floor.naturalOf(event.holder), -event.units);
        return;
      }
      case 'people.identified':
        this.#floor.identified(event.person, event.natural);
        return;
      case 'ledger.posted':
        if ((event.reason === 'top_up' || event.reason === 'funding') && event.to.startsWith('cash:'))
          this.#pays(record, event.to.slice('cash:'.length) as PersonId, event.amount, 'topUp');
        return;
      case 'commitments.placed':
        this.#pays(record, event.investor, event.amountCents, 'commitment');
        return;
      default:
        this.#notes.hear(event);
    }
  }

  #pays({ seq, at }: JournalRecord, person: PersonId, cents: number, what: Paid['what']): void {
    const natural = this.#floor.naturalOf(person);
    this.#paid({ seq, at, person, natural, cents, what, listing: null });
  }

  #paid(paid: Paid): void {
    for (const sense of this.#senses) sense.paid?.(paid);
  }
}
