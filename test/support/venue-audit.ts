import { policy } from '@piazza/shared/policy';
import { basisPoints, cents, shareOf, type OrganisationId } from '@piazza/shared/values';
import { account, available } from '../../server/src/domain/ledger/index.ts';
import type { ListingStatus } from '../../server/src/domain/listings/index.ts';
import { BUY, priceOfLevel } from '../../server/src/domain/market/index.ts';
import { holdOf, type Offer, type OfferStatus } from '../../server/src/domain/offers/index.ts';
import { violations, type VenueState } from '../../server/src/domain/venue/index.ts';
import { represents } from '../../server/src/domain/organisations/index.ts';

const listingStatusOf: Readonly<Record<OfferStatus, ListingStatus>> = {
  scheduled: 'live',
  open: 'live',
  closing: 'live',
  allotting: 'live',
  funded: 'funded',
  failed: 'failed',
  cancelled: 'cancelled',
};

/** Ids and due times of all the timers there must be, and no other, as the state of offers and commitments implies. */
function timersOf({ offers }: VenueState): string[] {
  const due: string[] = [];
  for (const { id, status, opensAt, closesAt, decisionAt, settled, commitments } of offers.offers.values()) {
    if (status === 'scheduled') due.push(`open:${id}@${opensAt}`);
    if (status === 'scheduled' || status === 'open') due.push(`close:${id}@${closesAt}`);
    if (status === 'closing') due.push(`decide:${id}@${decisionAt}`);
    const unsettled = settled < commitments.length || commitments.length === 0;
    if (status === 'allotting' || (unsettled && (status === 'failed' || status === 'cancelled')))
      due.push(`settle:${id}:${settled}`);
  }
  for (const { id, status, reflectionEndsAt } of offers.commitments.values())
    if (status === 'pledged') due.push(`capture:${id}@${reflectionEndsAt}`);
  return due;
}

/** The same of markets, posts on their boards, and dead man's switches. */
function marketTimersOf({ markets, board }: VenueState): string[] {
  const due: string[] = [];
  for (const { listing, until, since, sweeps } of markets.markets.values()) {
    if (until !== null) due.push(`market:${listing}@${until}`);
    if (sweeps.length > 0) due.push(`sweep:${listing}@${since}`);
  }
  for (const [person, dueAt] of markets.deadMen) due.push(`deadman:${person}@${dueAt}`);
  for (const { id, expiresAt } of board.posts.values()) due.push(`post:${id}@${expiresAt}`);
  return due;
}

/** The same of investors whose class comes to its end. */
function classTimersOf({ protection }: VenueState): string[] {
  const due: string[] = [];
  for (const [person, { sophisticated }] of protection.people) {
    if (sophisticated === null) continue;
    const { until, noticed } = sophisticated;
    due.push(`class:${person}@${until}`);
    if (!noticed) due.push(`class_notice:${person}@${until - policy.classNoticeMs}`);
  }
  return due;
}

/** Of what issues owe since they were funded: the beginning, the next payment, and reports that are owed and watched. */
function dutyTimersOf({ duties, listings }: VenueState): string[] {
  const due: string[] = [];
  for (const { id, status } of listings.listings.values())
    if (status === 'funded' && !duties.issues.has(id)) due.push(`begin:${id}`);
  for (const { listing, payments, delistedAt } of duties.issues.values()) {
    if (delistedAt !== null) continue;
    for (const { number, status, stopFrom, paidAt } of payments)
      if (status === 'declared' || status === 'stopped')
        due.push(`payment:${listing}.${number}@${status === 'declared' ? stopFrom : paidAt}`);
  }
  for (const { id, kind, status, listing } of duties.reports.values())
    if (kind === 'impact' && status !== 'accepted' && duties.issues.get(listing)?.delistedAt === null)
      due.push(`duty:${id}`);
  return due;
}

/** A report that nothing stops over is reminded of for a year, and one that was accepted has its closed period before it. */
const isReminder = ({ duties }: VenueState, id: string): boolean => {
  const report = duties.reports.get(id.replace('duty:', '') as never);
  if (!id.startsWith('duty:') || report === undefined) return false;
  const delisted = duties.issues.get(report.listing)?.delistedAt !== null;
  return !delisted && (report.kind === 'financial' || report.status === 'accepted');
};

/** Timers whose instant moves while something is settled, or that are the next of many. */
const undated = /^(?:settle|begin|duty):/;

/** Timers of what is still to happen to offers; issues that were funded owe reports for as long as they live. */
export const openTimers = ({ schedule }: VenueState): string[] =>
  [...schedule.timers.keys()].filter((id) => !/^(?:begin|duty):/.test(id));

function scheduleFaults(state: VenueState): string[] {
  const named = [...state.schedule.timers.values()]
    .map(({ id, dueAt }) => (undated.test(id) ? id : `${id}@${dueAt}`))
    .filter((id) => !isReminder(state, id));
  const expected = [
    ...timersOf(state),
    ...classTimersOf(state),
    ...marketTimersOf(state),
    ...dutyTimersOf(state),
  ];
  // An offer without commitments that was settled looks like one that waits for it.
  const idle = (id: string): boolean => id.startsWith('settle:') && id.endsWith(':0');
  return [
    ...named.filter((id) => !expected.includes(id)).map((id) => `${id} is set and should not be`),
    ...expected.filter((id) => !named.includes(id) && !idle(id)).map((id) => `${id} is not set`),
  ];
}

/** The standing holds of every seat, added up from the orders in the books. */
function orderHolds({ markets }: VenueState): Map<string, string> {
  const found = new Map<string, string>();
  for (const { listing, owners, book } of markets.markets.values()) {
    const orders = [...book.orders()];
    for (const [seat, person] of owners.entries()) {
      let [cash, units] = [0, 0];
      for (const { owner, side, level, remaining } of orders) {
        if (owner !== seat) continue;
        if (side === BUY) cash += priceOfLevel(level) * remaining;
        else units += remaining;
      }
      found.set(`bids:${listing}:${person}`, `${account.cash(person)} ${cash}`);
      found.set(`asks:${listing}:${person}`, `${account.units(listing, person)} ${units}`);
    }
  }
  return found;
}

function holdFaults(state: VenueState): string[] {
  const expected = new Map<string, string>();
  for (const { id, status, investor, amountCents } of state.offers.commitments.values())
    if (status === 'captured' || status === 'allotted')
      expected.set(holdOf(id), `${account.cash(investor)} ${amountCents}`);
  for (const [name, hold] of orderHolds(state)) expected.set(name, hold);
  const found = new Map([...state.ledger.holds].map(([id, one]) => [id, `${one.account} ${one.remaining}`]));
  const names = new Set([...expected.keys(), ...found.keys()]);
  return [...names]
    .filter((name) => expected.get(name) !== found.get(name))
    .map((name) => `${name} holds ${found.get(name)}, should hold ${expected.get(name)}`);
}

function offerFaults(state: VenueState, offer: Offer): string[] {
  const faults: string[] = [];
  const own = offer.commitments.map((id) => state.offers.commitments.get(id)!);
  const captured = own.filter(({ timeline }) => timeline.some(({ step }) => step === 'captured'));
  const sum = captured.reduce((all, one) => all + one.amountCents, 0);
  if (sum !== offer.capturedCents) faults.push(`${offer.id} captured ${sum}, says ${offer.capturedCents}`);
  const counted = own.filter(({ status }) => status !== 'revoked' && status !== 'lapsed');
  const investors = new Set(counted.map(({ investor }) => investor));
  if (
    investors.size !== offer.investors.size ||
    [...offer.investors.keys()].some((one) => !investors.has(one))
  )
    faults.push(`${offer.id} counts other investors than it has`);
  for (const { id, reflectionEndsAt, timeline } of captured) {
    const at = timeline.find(({ step }) => step === 'captured')!.at;
    if (reflectionEndsAt !== null && at < reflectionEndsAt)
      faults.push(`${id} was captured while it could be revoked`);
  }
  const listing = state.listings.listings.get(offer.listing)!;
  const delisted = typeof state.duties.issues.get(listing.id)?.delistedAt === 'number';
  if (listing.status !== (delisted ? 'delisted' : listingStatusOf[offer.status]))
    faults.push(`${offer.id} is ${offer.status}, its listing ${listing.status}`);
  if (offer.status === 'funded' && offer.proceedsCents < offer.terms.softCap)
    faults.push(`${offer.id} was funded below its soft cap`);
  return faults;
}

const turns: ReadonlySet<string> = new Set(['submitted', 'changes_requested', 'approved']);

/** Two different persons, neither of them the issuer's, approved whatever was admitted and not taken back since. */
function reviewFaults(state: VenueState): string[] {
  const faults: string[] = [];
  for (const { id, organisation, transitions, approvals } of state.listings.listings.values()) {
    if (transitions.findLast(({ to }) => turns.has(to))?.to !== 'approved') continue;
    const independent = approvals.filter((person) => !represents(state.organisations, person, organisation));
    if (new Set(independent).size < 2) faults.push(`${id} was admitted by ${approvals.join(' and ')}`);
  }
  return faults;
}

/** Every organisation has the proceeds of its offers, one percent of each funded one kept back. */
function proceedsFaults(state: VenueState): string[] {
  const due = new Map<OrganisationId, [number, number]>();
  for (const { organisation, proceedsCents, status } of state.offers.offers.values()) {
    const [paid, kept] = due.get(organisation) ?? [0, 0];
    const back = status === 'funded' ? shareOf(cents(proceedsCents), basisPoints(100)) : 0;
    due.set(organisation, [paid + proceedsCents - back, kept + back]);
  }
  return [...due]
    .filter(
      ([id, [paid, kept]]) =>
        available(state.ledger, account.proceeds(id)) !== paid ||
        available(state.ledger, account.retention(id)) !== kept,
    )
    .map(([id]) => `${id} has not what its offers raised`);
}

/** Everything that must hold and does not: the venue's own audit, and a second one that knows what the first does not look at. */
export const faults = (state: VenueState): string[] => [
  ...violations(state),
  ...scheduleFaults(state),
  ...holdFaults(state),
  ...[...state.offers.offers.values()].flatMap((offer) => offerFaults(state, offer)),
  ...reviewFaults(state),
  ...proceedsFaults(state),
];
