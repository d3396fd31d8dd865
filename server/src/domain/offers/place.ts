import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import { endOfRomeDay, type CommitmentId, type PersonId } from '@piazza/shared/values';
import { accept, existing, refuse, type Context, type Decision } from '../core/index.ts';
import { account, available, EUR, type LedgerEvent } from '../ledger/index.ts';
import { represents } from '../organisations/index.ts';
import type { Person } from '../people/index.ts';
import { entryRefusal, warningThreshold } from '../protection/index.ts';
import { clearTimer, setTimer, type ScheduleEvent } from '../schedule/index.ts';
import { settingOf } from '../settings/index.ts';
import type { OffersCommand, OffersEvent } from './events.ts';
import { holdOf, isLive, isRunning, pledgedCents, type Commitment, type Offer } from './state.ts';
import type { OffersView } from './view.ts';

type Events = OffersEvent | LedgerEvent | ScheduleEvent;
type Place = Extract<OffersCommand, { kind: 'commitments.place' }>;

function sizeRefusal(offer: Offer, units: number): Rejection | null {
  const amount = offer.terms.price * units;
  if (units % offer.terms.lot !== 0) return reject('not_a_lot', { lot: offer.terms.lot });
  if (!Number.isSafeInteger(amount) || amount > offer.terms.hardCap) {
    return reject('above_hard_cap', { hardCapCents: offer.terms.hardCap });
  }
  if (amount < offer.terms.minimumTicket)
    return reject('below_minimum_ticket', { minimumCents: offer.terms.minimumTicket });
  return null;
}

/** The protection of non-sophisticated investors at the moment of committing: ECSPR art. 21(7), 22(3) and 23(6). */
function protectionRefusal(
  view: OffersView,
  person: Person,
  amountCents: number,
  given: Place['acknowledgements'],
  at: Context['at'],
): Rejection | null {
  if (person.investorClass === 'sophisticated') return null;
  if (!given.riskWarning || !given.reflectionNotice) return reject('warning_not_acknowledged');
  const own = view.protection.people.get(person.id);
  const thresholdCents = warningThreshold(own, at, settingOf(view, 'warningThresholdCents'));
  if (amountCents <= thresholdCents) return null;
  if (!given.aboveThreshold) return reject('warning_not_acknowledged', { thresholdCents });
  return given.understanding === 'may_lose_all' ? null : reject('understanding_not_proved');
}

function placeRefusal(
  view: OffersView,
  offer: Offer,
  person: Person,
  command: Place,
  at: Context['at'],
): Rejection | null {
  if (offer.suspension !== null) return reject('offer_suspended');
  if (offer.status !== 'open') return reject('offer_not_open', { status: offer.status });
  if (represents(view.organisations, person.id, offer.organisation)) return reject('own_offer');
  const amount = offer.terms.price * command.units;
  const own = view.protection.people.get(person.id);
  const refusal =
    sizeRefusal(offer, command.units) ??
    entryRefusal(own, person.investorClass === 'sophisticated', amount, at) ??
    protectionRefusal(view, person, amount, command.acknowledgements, at);
  if (refusal !== null) return refusal;
  if (offer.commitments.length >= policy.commitmentsPerOffer) return reject('offer_full');
  const free = available(view.ledger, account.cash(person.id)) - pledgedCents(view.offers, person.id);
  return amount > free ? reject('insufficient_funds', { freeCents: free, amountCents: amount }) : null;
}

/** The hold that turns a pledge into a captured commitment. */
export function captureEvents(
  commitment: Pick<Commitment, 'id' | 'investor' | 'amountCents' | 'offer'>,
  at: Context['at'],
): Events[] {
  const { id, investor, amountCents, offer } = commitment;
  const hold: LedgerEvent = {
    kind: 'ledger.held',
    hold: holdOf(id),
    account: account.cash(investor),
    asset: EUR,
    amount: amountCents,
    reason: 'capture',
    subject: { commitment: id, offer },
  };
  return [hold, { kind: 'commitments.moved', commitment: id, to: 'captured', at }];
}

export const captureTimer = (commitment: CommitmentId): string => `capture:${commitment}`;

/**
 * Places a commitment. A non-sophisticated investor's is a pledge, captured when the reflection period ends;
 * a sophisticated investor has none and is captured at once.
 * Precedence: not_found, offer_suspended, offer_not_open, own_offer, not_a_lot, above_hard_cap, below_minimum_ticket, identity_needed,
 * identity_not_approved, knowledge_test_needed, loss_simulation_needed,
 * warning_not_acknowledged, understanding_not_proved, offer_full, insufficient_funds.
 */
export function decidePlace(view: OffersView, command: Place, ctx: Context): Decision<Events> {
  const offer = view.offers.offers.get(command.offer);
  if (offer === undefined) return refuse(reject('not_found'));
  const person = existing(view.people.people, ctx.actor as PersonId, 'person');
  const refusal = placeRefusal(view, offer, person, command, ctx.at);
  if (refusal !== null) return refuse(refusal);
  const id = ctx.newId('commitment') as CommitmentId;
  const reflects = person.investorClass === 'non_sophisticated';
  const reflectionEndsAt = reflects ? endOfRomeDay(ctx.at, policy.reflectionDays) : null;
  const placed = {
    kind: 'commitments.placed' as const,
    commitment: id,
    offer: offer.id,
    investor: person.id,
    units: command.units,
    amountCents: offer.terms.price * command.units,
    tier: person.tier,
    reflectionEndsAt,
    at: ctx.at,
  };
  if (reflectionEndsAt === null) {
    return accept<Events>([placed, ...captureEvents({ ...placed, id }, ctx.at)], { commitment: id });
  }
  const timer = setTimer(captureTimer(id), reflectionEndsAt, { kind: 'offers.capture', commitment: id });
  return accept<Events>([placed, timer], { commitment: id });
}

/**
 * Revokes without reason or penalty: a pledge (ECSPR art. 22(3)), and what was captured or could not be captured while a
 * right to revoke has begun anew (art. 23(8), 23(12)); what was held comes back at once.
 * Precedence: not_found (also for another's), reflection_ended, illegal_state.
 */
export function decideRevoke(view: OffersView, commitment: CommitmentId, ctx: Context): Decision<Events> {
  const found = view.offers.commitments.get(commitment);
  if (found === undefined || found.investor !== ctx.actor) return refuse(reject('not_found'));
  if (!isLive(found)) return refuse(reject('illegal_state', { status: found.status }));
  const revoked: Events = { kind: 'commitments.moved', commitment, to: 'revoked', at: ctx.at };
  if (found.status === 'pledged') return accept<Events>([revoked, clearTimer(captureTimer(commitment))]);
  const offer = existing(view.offers.offers, found.offer, 'offer');
  const ended = found.renewal === null || found.reflectionEndsAt === null || ctx.at >= found.reflectionEndsAt;
  if (ended || !isRunning(offer)) {
    const code = found.status === 'captured' ? 'reflection_ended' : 'illegal_state';
    return refuse(code === 'illegal_state' ? reject(code, { status: found.status }) : reject(code));
  }
  if (found.status === 'capture_failed') return accept<Events>([revoked]);
  const released: Events = {
    kind: 'ledger.released',
    hold: holdOf(commitment),
    amount: found.amountCents,
    reason: 'release',
    subject: { commitment, offer: found.offer },
  };
  return accept<Events>([released, revoked]);
}
