import { isDefault } from '../domain/payments/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import { within, type Cell, type Period, type Report } from './report.ts';

const yes = (value: boolean): Cell => ({ code: value ? 'yes' : 'no' });
const moment = (at: number | null | undefined): Cell => (at === null || at === undefined ? null : { at });

/** Complaints received in the period, without their words (ECSPR art. 7(3), delegated regulation 2022/2117 art. 3(1)). */
export function complaints(state: VenueState, period: Period, now: number): Report {
  const rows = [...state.conduct.complaints.values()]
    .filter(({ at }) => within(period, at))
    .map((one): Cell[] => {
      const answered = one.answers[0]?.at ?? null;
      return [
        { text: one.id },
        { text: one.listing ?? '' },
        { at: one.at },
        { at: one.tellBy },
        moment(one.admissibility?.at),
        one.admissibility === null ? null : yes(one.admissibility.admissible),
        { at: one.dueAt },
        { count: one.extensions.length },
        { code: one.status },
        moment(answered),
        moment(one.endedAt),
        { code: one.closed?.outcome ?? '' },
        yes((one.admissibility?.at ?? one.endedAt ?? now) > one.tellBy),
        yes((answered ?? one.endedAt ?? now) > one.dueAt),
      ];
    });
  const received = ['complaint', 'listing', 'receivedAt', 'tellBy', 'toldAt', 'admissible'];
  const answer = ['dueAt', 'extensions', 'status', 'answeredAt', 'closedAt', 'outcome'];
  return {
    name: 'complaints',
    columns: [...received, ...answer, 'toldLate', 'late'],
    rows,
    notes: ['complaints'],
  };
}

/** Interests of the venue's people that stood in the period (ECSPR art. 8). */
export function conflicts(state: VenueState, { since, until }: Period): Report {
  const rows = [...state.conduct.conflicts.values()]
    .filter(({ at, endedAt }) => at < until && (endedAt === null || endedAt >= since))
    .map((one): Cell[] => [
      { text: one.person },
      { code: one.interest },
      { text: one.organisation ?? '' },
      { at: one.at },
      moment(one.endedAt),
    ]);
  return {
    name: 'conflicts',
    columns: ['person', 'interest', 'owner', 'declaredAt', 'endedAt'],
    rows,
    notes: [],
  };
}

/** Alerts raised in the period by what found them, and where they stand. */
export function alerts(state: VenueState, period: Period): Report {
  const found = new Map<
    string,
    { all: number; open: number; dismissed: number; inCase: number; reported: number }
  >();
  for (const alert of state.cases.alerts.values()) {
    if (!within(period, alert.raisedAt)) continue;
    const sums = found.get(alert.detector) ?? { all: 0, open: 0, dismissed: 0, inCase: 0, reported: 0 };
    found.set(alert.detector, sums);
    sums.all += 1;
    if (alert.status === 'open') sums.open += 1;
    else if (alert.status === 'dismissed') sums.dismissed += 1;
    else sums.inCase += 1;
    const outcome = alert.case === null ? undefined : state.cases.cases.get(alert.case)?.closed?.outcome;
    if (outcome === 'reported') sums.reported += 1;
  }
  const rows = [...found]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([detector, { all, open, dismissed, inCase, reported }]): Cell[] => [
      { code: detector },
      ...[all, open, dismissed, inCase, reported].map((count) => ({ count })),
    ]);
  return {
    name: 'alerts',
    columns: ['detector', 'alerts', 'open', 'dismissed', 'inCase', 'reported'],
    rows,
    notes: ['alerts'],
  };
}

/** Loans of one year: how many, of what sum, and of how many something is known. */
interface Sums {
  loans: number;
  cents: number;
  observed: number;
  defaulted: number;
  delisted: number;
}

const loans = new Set(['bond', 'impact_linked_bond']);
/** ECSPR art. 20(1)(a) and (b): default rates are shown over 36 months at least. */
const observedMs = 36 * 30.4375 * 86_400_000;

/** Whether the issuer of a loan has not paid its holders on a day before `until` on which it had announced to. */
const hasDefaulted = ({ payments }: VenueState, listing: string, until: number): boolean =>
  [...payments.distributions.values()].some(
    (one) => one.listing === listing && isDefault(one) && (one.recordedAt ?? until) < until,
  );

/** Loans by year of issue, of all years up to the end of the period (ECSPR art. 20; DOMAIN §8). */
export function defaultRates(state: VenueState, { until }: Period): Report {
  const years = new Map<number, Sums>();
  for (const offer of state.offers.offers.values()) {
    const listing = state.listings.listings.get(offer.listing);
    const fundedAt = listing?.transitions.find(({ to }) => to === 'funded')?.at;
    if (listing === undefined || fundedAt === undefined || fundedAt >= until) continue;
    if (!loans.has(listing.content.facts.instrument ?? '')) continue;
    const year = new Date(fundedAt).getUTCFullYear();
    const sums = years.get(year) ?? { loans: 0, cents: 0, observed: 0, defaulted: 0, delisted: 0 };
    years.set(year, sums);
    sums.loans += 1;
    sums.cents += offer.proceedsCents;
    if (until - fundedAt >= observedMs) sums.observed += 1;
    if (hasDefaulted(state, listing.id, until)) sums.defaulted += 1;
    if (listing.status === 'delisted') sums.delisted += 1;
  }
  const rows = [...years]
    .toSorted(([a], [b]) => a - b)
    .map(([year, sums]): Cell[] => [
      { text: String(year) },
      { count: sums.loans },
      { cents: sums.cents },
      { count: sums.observed },
      { count: sums.defaulted },
      { count: sums.delisted },
    ]);
  return {
    name: 'default_rates',
    columns: ['year', 'loans', 'amount', 'matured', 'defaulted', 'delisted'],
    rows,
    notes: ['default_rates'],
  };
}
