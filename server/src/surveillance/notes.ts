import { policy } from '@piazza/shared/policy';
import type { ListingId, OrganisationId, PersonId, ReportId } from '@piazza/shared/values';
import type { InsiderVersion } from '../domain/insiders/index.ts';
import { settingOf } from '../domain/settings/index.ts';
import type { VenueEvent, VenueState } from '../domain/venue/index.ts';
import type { Insiders } from './ground.ts';

type Entry = Pick<InsiderVersion, 'person' | 'from' | 'until'>;

/** When nobody who knows more trades over a report; `until` is null while it lasts. */
interface Closed {
  readonly listing: ListingId;
  readonly from: number;
  /** When it came out, and when an operator ended the period over it. */
  out: number | null;
  ended: number | null;
}

/** What was noted of the venue beside its markets: maps and lists alone, so that a process can be told it. */
export interface Noted {
  readonly issuers: Map<ListingId, OrganisationId>;
  readonly representatives: Map<OrganisationId, readonly PersonId[]>;
  readonly listed: Map<ListingId, Entry[]>;
  readonly closed: Map<ReportId, Closed>;
  singleCents: number;
}

export const nothingNoted = (): Noted => ({
  issuers: new Map(),
  representatives: new Map(),
  listed: new Map(),
  closed: new Map(),
  singleCents: policy.amlTransactionCents,
});

/** What the venue's state says of it. */
export function notedIn(state: VenueState): Noted {
  const { listings, organisations, duties } = state;
  const closed = [...duties.reports.values()].map((report) => {
    const { id, listing, closedFrom: from, status, decided, closedEnded } = report;
    const out = status === 'accepted' ? (decided?.at ?? null) : null;
    return [id, { listing, from, out, ended: closedEnded?.at ?? null }] as const;
  });
  return {
    issuers: new Map([...listings.listings.values()].map(({ id, organisation }) => [id, organisation])),
    representatives: new Map(
      [...organisations.organisations.values()].map((one) => [one.id, one.representatives]),
    ),
    listed: new Map(
      [...duties.insiders.byListing].map(([listing, list]) => [
        listing,
        list.map(({ person, from, until }) => ({ person, from, until })),
      ]),
    ),
    closed: new Map(closed),
    singleCents: settingOf(state, 'amlTransactionCents'),
  };
}

/**
 * Who knows more of an issue than others, when they must not trade it (before each report: MAR art. 18, 19(11)), and from
 * which sum on payments are recorded: as the records tell it. What is told twice is noted once.
 */
export class Notes implements Insiders {
  readonly #noted: Noted;
  readonly #naturalOf: (person: PersonId) => PersonId;

  constructor(noted: Noted, naturalOf: (person: PersonId) => PersonId) {
    this.#noted = noted;
    this.#naturalOf = naturalOf;
  }

  readonly singleCents = (): number => this.#noted.singleCents;

  isInsider(listing: ListingId, person: PersonId, at: number): boolean {
    const { issuers, representatives, listed } = this.#noted;
    const issuer = issuers.get(listing);
    if (issuer === undefined) return false;
    const who = this.#naturalOf(person);
    if (representatives.get(issuer)?.some((one) => this.#naturalOf(one) === who) === true) return true;
    return (listed.get(listing) ?? []).some(
      (one) =>
        one.person !== null &&
        one.from <= at &&
        (one.until === null || at < one.until) &&
        this.#naturalOf(one.person) === who,
    );
  }

  isClosed(listing: ListingId, at: number): boolean {
    for (const one of this.#noted.closed.values()) {
      const until = one.ended ?? one.out;
      if (one.listing === listing && at >= one.from && (until === null || at < until)) return true;
    }
    return false;
  }

  hear(event: VenueEvent): void {
    const { issuers, representatives, listed, closed } = this.#noted;
    switch (event.kind) {
      case 'listings.created':
        issuers.set(event.listing, event.organisation);
        return;
      case 'organisations.created':
        representatives.set(event.organisation, [event.representative]);
        return;
      case 'organisations.represented': {
        const others = (representatives.get(event.organisation) ?? []).filter((one) => one !== event.person);
        representatives.set(event.organisation, event.acts ? [...others, event.person] : others);
        return;
      }
      case 'duties.insider_entered': {
        const { person, from, until } = event.version;
        const list = listed.get(event.listing) ?? [];
        list[event.entry - 1] = { person, from, until };
        listed.set(event.listing, list);
        return;
      }
      case 'duties.scheduled':
        closed.set(event.report, {
          listing: event.listing,
          from: event.as.closedFrom,
          out: null,
          ended: null,
        });
        return;
      case 'settings.changed':
        if (event.setting === 'amlTransactionCents') this.#noted.singleCents = event.version.value;
        return;
      case 'settings.applied':
        if (event.setting === 'amlTransactionCents') this.#noted.singleCents = event.value;
        return;
      default:
        this.#hearReport(event);
    }
  }

  #hearReport(event: VenueEvent): void {
    if (
      event.kind !== 'duties.filed' &&
      event.kind !== 'duties.decided' &&
      event.kind !== 'duties.closed_period_ended'
    )
      return;
    const period = this.#noted.closed.get(event.report);
    if (period === undefined) return;
    if (event.kind === 'duties.closed_period_ended') period.ended = event.at;
    else period.out = event.kind === 'duties.decided' && event.accepted ? event.at : null;
  }
}
