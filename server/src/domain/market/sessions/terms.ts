import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import type { ListingId, PersonId } from '@piazza/shared/values';
import type { ConductState } from '../../conduct/index.ts';
import type { Context, Sealed } from '../../core/index.ts';
import type { OrganisationsState } from '../../organisations/index.ts';
import type { RegisterState } from '../../register/index.ts';
import { auctionWidth, referenceOf } from '../collars.ts';
import type { CallTermsSet, MarketDecided } from '../events.ts';
import { levelOr0 } from '../prices.ts';
import { isBlocked, type CallTerms, type Market, type MarketsState, type Phase } from '../state.ts';
import { resumeByCall } from './acts.ts';

/**
 * Another reference price, a wider collar, or both, for the next auction alone: a market that stands halted resumes with
 * them, one that is closed or in pre-open has them in its next call.
 */
export interface CallTermsAct {
  readonly kind: 'call_terms';
  readonly listing: ListingId;
  /** In cents, on the tick table; null leaves the reference as it stands. */
  readonly referenceCents: number | null;
  /** Hundredths of a percent either side of the reference; null leaves the collar as it stands. */
  readonly collarBps: number | null;
  readonly reason: Sealed;
}

interface View {
  readonly markets: MarketsState;
  readonly register: RegisterState;
  readonly organisations: OrganisationsState;
  readonly conduct: ConductState;
}

/** Before orders gather, or where they stand still: a call under way keeps what people entered it with. */
const legalIn: ReadonlySet<Phase> = new Set(['closed', 'pre_open', 'halted']);

/** Whose money the price moves, who acts for the issuer, and who has declared an interest in it (ECSPR art. 8). */
function partiesOf(view: View, { listing }: CallTermsAct): readonly PersonId[] {
  const market = view.markets.markets.get(listing);
  if (market === undefined) return [];
  const { organisation, owners, book } = market;
  const interested = [...view.conduct.conflicts.values()].filter(
    (one) => one.organisation === organisation && one.endedAt === null,
  );
  return [
    ...(view.organisations.organisations.get(organisation)?.representatives ?? []),
    ...interested.map(({ person }) => person),
    ...(view.register.holders.get(listing)?.keys() ?? []),
    ...owners.filter((_person, seat) => book.firstOf(seat) !== -1),
  ];
}

/** The collar is never narrower than the usual one, and at most twice as wide. */
const fits = (collarBps: number | null): boolean =>
  collarBps === null ||
  (Number.isSafeInteger(collarBps) &&
    collarBps >= policy.auctionCollar &&
    collarBps <= policy.callCollarMost);

/**
 * Precedence: not_found, matching_forbidden, trading_suspended, phase_forbids, trading_blocked (of a halted market),
 * off_tick, call_collar_out_of_bounds, nothing_to_change.
 */
function refusal({ markets }: View, act: CallTermsAct): Rejection | null {
  const market = markets.markets.get(act.listing);
  if (market === undefined) return reject('not_found');
  if (market.model === 'bulletin') return reject('matching_forbidden');
  if (market.stop !== null) return reject('trading_suspended', { why: market.stop });
  if (!legalIn.has(market.phase)) return reject('phase_forbids', { phase: market.phase });
  if (market.phase === 'halted' && isBlocked(markets, market)) return reject('trading_blocked');
  const { referenceCents, collarBps } = act;
  if (referenceCents !== null && levelOr0(referenceCents) === 0) return reject('off_tick');
  if (!fits(collarBps))
    return reject('call_collar_out_of_bounds', {
      leastBps: policy.auctionCollar,
      mostBps: policy.callCollarMost,
    });
  const same = (referenceCents ?? referenceOf(market)) === referenceOf(market);
  return same && (collarBps ?? auctionWidth(market)) === auctionWidth(market)
    ? reject('nothing_to_change')
    : null;
}

/** Reference and collar in force, what the act leads to, and for which stop or session: another one, and it is void. */
function revisionOf({ markets }: View, { listing }: CallTermsAct): string {
  const market = markets.markets.get(listing);
  if (market === undefined) return '';
  const halted = market.phase === 'halted';
  const of = halted ? market.since : (market.session?.preOpenAt ?? 0);
  return [referenceOf(market), auctionWidth(market), halted ? 'resume' : 'next_call', of].join('/');
}

/** What the act says where it says something, and what stood before where it does not; null where that is the rule. */
function termsOf(market: Market, act: CallTermsAct, maker: string, { at, actor }: Context): CallTerms | null {
  const reference = act.referenceCents ?? referenceOf(market);
  const width = act.collarBps ?? auctionWidth(market);
  const referenceCents = reference === market.referenceCents ? null : reference;
  const collarBps = width === policy.auctionCollar ? null : width;
  if (referenceCents === null && collarBps === null) return null;
  const agreed = { at, maker: maker as PersonId, checker: actor as PersonId, reason: act.reason };
  return { referenceCents, collarBps, ...agreed };
}

function events({ markets }: View, act: CallTermsAct, maker: string, ctx: Context): MarketDecided[] {
  const market = markets.markets.get(act.listing) as Market;
  const resumes = market.phase === 'halted';
  const set: CallTermsSet = {
    kind: 'market.terms_set',
    listing: market.listing,
    terms: termsOf(market, act, maker, ctx),
    resumes,
  };
  return resumes ? [set, ...resumeByCall(market, ctx)] : [set];
}

/** At which price people trade is decided by two operators of whom neither has a stake in it. */
export const callActs = {
  call_terms: { need: 'operator' as const, parties: partiesOf, refusal, revision: revisionOf, events },
};
