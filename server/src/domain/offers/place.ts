import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import { endOfRomeDay, type CommitmentId, type PersonId } from '@piazza/shared/values';
import { methodRefusal } from '../charging/index.ts';
import { accept, existing, refuse, type Context, type Decision } from '../core/index.ts';
import { feesAt } from '../conduct/index.ts';
import type { FeeRate } from '../fees/index.ts';
import { account, available, EUR, type LedgerEvent } from '../ledger/index.ts';
import { represents } from '../organisations/index.ts';
import type { PaymentsEvent } from '../payments/index.ts';
import type { Person } from '../people/index.ts';
import { entryRefusal, proofOf, warningThreshold, type ProtectionEvent } from '../protection/index.ts';
import { clearTimer, setTimer, type ScheduleEvent } from '../schedule/index.ts';
import { settingOf } from '../settings/index.ts';
import { chargeEnded, chargeEvents, letGo } from './charge.ts';
import type { OffersCommand, OffersEvent } from './events.ts';
import {
  commitmentFee,
  dueCents,
  feeHoldOf,
  holdOf,
  isLive,
  isRunning,
  pledgedCents,
  type Commitment,
  type Offer,
} from './state.ts';
import type { OffersView } from './view.ts';

type Events = OffersEvent | PaymentsEvent | ProtectionEvent | LedgerEvent | ScheduleEvent;
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
  { offer, acknowledgements: given }: Place,
  amountCents: number,
  at: Context['at'],
): Rejection | null {
  if (person.investorClass === 'sophisticated') return null;
  if (!given.riskWarning || !given.reflectionNotice) return reject('warning_not_acknowledged');
  const own = view.protection.people.get(person.id);
  const thresholdCents = warningThreshold(own, at, settingOf(view, 'warningThresholdCents'));
  if (amountCents <= thresholdCents) return null;
  if (!given.aboveThreshold) return reject('warning_not_acknowledged', { thresholdCents });
  return proofOf(own, offer, at) === null ? reject('understanding_not_proved') : null;
}

/** Whether what it costs can be paid: by the method, or else out of the balance. */
function fundsRefusal(view: OffersView, person: Person, { method }: Place, due: number): Rejection | null {
  if (method !== undefined && method !== null) return methodRefusal(view.payments, person.id, method, due);
  const free = available(view.ledger, account.cash(person.id)) - pledgedCents(view.offers, person.id);
  return due > free ? reject('insufficient_funds', { freeCents: free, amountCents: due }) : null;
}

function placeRefusal(
  view: OffersView,
  offer: Offer,
  person: Person,
  command: Place,
  fee: FeeRate | null,
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
    protectionRefusal(view, person, command, amount, at);
  if (refusal !== null) return refusal;
  if (offer.commitments.length >= policy.commitmentsPerOffer) return reject('offer_full');
  return fundsRefusal(view, person, command, dueCents({ fee, amountCents: amount }));
}

const held = (
  hold: string,
  amount: number,
  { id, investor, offer }: Pick<Commitment, 'id' | 'investor' | 'offer'>,
): LedgerEvent => ({
  kind: 'ledger.held',
  hold,
  account: account.cash(investor),
  asset: EUR,
  amount,
  reason: 'capture',
  subject: { commitment: id, offer },
});

/** The holds, of its amount and of the fee on it, that turn a pledge into a captured commitment. */
export function captureEvents(
  commitment: Pick<Commitment, 'id' | 'investor' | 'amountCents' | 'offer' | 'fee'>,
  at: Context['at'],
): (OffersEvent | LedgerEvent)[] {
  const { id, amountCents } = commitment;
  const fee = commitmentFee(commitment, amountCents).totalCents;
  return [
    held(holdOf(id), amountCents, commitment),
    ...(fee === 0 ? [] : [held(feeHoldOf(id), fee, commitment)]),
    { kind: 'commitments.moved', commitment: id, to: 'captured', at },
  ];
}

/** What the venue asks for a commitment made at that moment. */
function feeAt({ conduct }: OffersView, at: Context['at']): FeeRate | null {
  const { commitmentBps: bps } = feesAt(conduct, at);
  return bps === 0 ? null : { bps, vatBps: policy.vatBps };
}

/** Where the amount asked for a proof of understanding, it is used up: the next commitment asks anew (art. 21(7): each time). */
function proofUsed(
  view: OffersView,
  {
    investor: person,
    offer,
    amountCents,
    commitment,
    at,
  }: Pick<
    Extract<OffersEvent, { kind: 'commitments.placed' }>,
    'investor' | 'offer' | 'amountCents' | 'commitment' | 'at'
  >,
): ProtectionEvent[] {
  const own = view.protection.people.get(person);
  if (amountCents <= warningThreshold(own, at, settingOf(view, 'warningThresholdCents'))) return [];
  const proof = proofOf(own, offer, at);
  if (proof === null) return [];
  const { version, question } = proof;
  return [{ kind: 'protection.understanding_used', person, commitment, version, question: question.id }];
}

export const captureTimer = (commitment: CommitmentId): string => `capture:${commitment}`;

/**
 * Places a commitment. A non-sophisticated investor's is a pledge, captured when the reflection period ends;
 * a sophisticated investor has none and is captured at once. One with a method is charged then, and captured when the
 * money is there.
 * Precedence: not_found, offer_suspended, offer_not_open, own_offer, not_a_lot, above_hard_cap, below_minimum_ticket, identity_needed,
 * identity_not_approved, knowledge_test_needed, loss_simulation_needed,
 * warning_not_acknowledged, understanding_not_proved, offer_full, then with a method payments_off, method_not_usable,
 * method_limit, without one insufficient_funds.
 */
export function decidePlace(view: OffersView, command: Place, ctx: Context): Decision<Events> {
  const offer = view.offers.offers.get(command.offer);
  if (offer === undefined) return refuse(reject('not_found'));
  const person = existing(view.people.people, ctx.actor as PersonId, 'person');
  const fee = feeAt(view, ctx.at);
  const refusal = placeRefusal(view, offer, person, command, fee, ctx.at);
  if (refusal !== null) return refuse(refusal);
  const id = ctx.newId('commitment') as CommitmentId;
  const { method = null } = command;
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
    ...(method === null ? {} : { method }),
    ...(fee === null ? {} : { fee }),
    at: ctx.at,
  };
  if (reflectionEndsAt === null) {
    const firm = { ...placed, id, method, fee };
    const paid = method === null ? captureEvents(firm, ctx.at) : chargeEvents(view, firm, ctx);
    return accept<Events>([placed, ...paid], { commitment: id });
  }
  const timer = setTimer(captureTimer(id), reflectionEndsAt, { kind: 'offers.capture', commitment: id });
  return accept<Events>([placed, timer, ...proofUsed(view, placed)], { commitment: id });
}

/**
 * Revokes without reason or penalty: a pledge (ECSPR art. 22(3)), and what was captured, is being charged or could not be
 * captured while a right to revoke has begun anew (art. 23(8), 23(12)); what was held comes back at once, what was charged
 * goes back the way it came.
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
    const taken = found.status === 'captured' || found.status === 'charging';
    return refuse(taken ? reject('reflection_ended') : reject('illegal_state', { status: found.status }));
  }
  const ending = found.status === 'charging' ? chargeEnded(offer, ctx) : [];
  return accept<Events>([...letGo(view, found, ctx), revoked, ...ending]);
}
