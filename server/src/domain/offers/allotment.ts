import type { CommitmentId, PersonId } from '@piazza/shared/values';
import { Impossible } from '../core/index.ts';
import type { Tier } from '../people/index.ts';
import type { TierResult } from './state.ts';

/** A captured commitment as the allotment sees it. `units` is a whole number of lots. */
export interface Request {
  readonly commitment: CommitmentId;
  readonly investor: PersonId;
  readonly tier: Tier;
  readonly units: number;
  readonly placedAt: number;
}
export interface AllotmentTerms {
  /** Units on offer, a whole number of lots. */
  readonly totalUnits: number;
  readonly lot: number;
  /** Basis points of the total reserved per tier; together at most 10,000. */
  readonly reserves: Readonly<Record<Tier, number>>;
}
export interface Allotment {
  readonly tiers: readonly TierResult[];
  readonly allocations: readonly (readonly [CommitmentId, Tier, number])[];
}

/** In which tiers are served (DOMAIN §5). */
export const tierOrder: readonly Tier[] = ['community', 'retail', 'institutional'];

/** What one investor asks for in all, so that splitting a request wins nothing. */
interface Demand {
  readonly investor: PersonId;
  readonly requests: Request[];
  readonly first: Request;
  lots: number;
  given: number;
}

const byTime = (a: Request, b: Request): number =>
  a.placedAt - b.placedAt || a.units - b.units || (a.commitment < b.commitment ? -1 : 1);

/** Who comes first for a residual lot. Nothing in it changes when a request is split, or when equal stamps arrive in another order. */
const byTurn = (a: Demand, b: Demand): number =>
  a.first.placedAt - b.first.placedAt || a.lots - b.lots || (a.investor < b.investor ? -1 : 1);

function demandsOf(requests: readonly Request[], lot: number): Demand[] {
  const demands = new Map<PersonId, Demand>();
  for (const request of requests.toSorted(byTime)) {
    if (request.units <= 0 || request.units % lot !== 0)
      throw new Impossible(`${request.commitment} asks for no whole lots`);
    const known = demands.get(request.investor);
    if (known === undefined) {
      const { investor } = request;
      demands.set(investor, {
        investor,
        requests: [request],
        first: request,
        lots: request.units / lot,
        given: 0,
      });
    } else {
      known.requests.push(request);
      known.lots += request.units / lot;
    }
  }
  return [...demands.values()];
}

/**
 * Equal water-filling of `lots` over the demands: everybody rises to the same level, small requests are filled first;
 * the lots that do not make a full level go one each to the earliest. Returns the level.
 */
function fill(demands: readonly Demand[], lots: number): number {
  const bySize = demands.toSorted((a, b) => a.lots - b.lots);
  let left = lots;
  let level = 0;
  let waiting = bySize.length;
  for (const demand of bySize) {
    const step = Math.min(demand.lots - level, Math.floor(left / waiting));
    level += step;
    left -= step * waiting;
    if (level < demand.lots) break;
    waiting -= 1;
  }
  for (const demand of demands) demand.given = Math.min(demand.lots, level);
  for (const demand of demands.toSorted(byTurn)) {
    if (left === 0) break;
    if (demand.lots <= level) continue;
    demand.given += 1;
    left -= 1;
  }
  return level;
}

const lotsAsked = (demands: readonly Demand[]): number =>
  demands.reduce((sum, demand) => sum + demand.lots, 0);

/** How many lots each tier may take: its reserve, what flowed down unused, then its turn at the rest in tier order. */
function shares(
  asked: readonly number[],
  reserves: readonly number[],
  total: number,
): { taken: number[]; offered: number[] } {
  const taken: number[] = [];
  const offered: number[] = [];
  let flow = 0;
  for (const [index, want] of asked.entries()) {
    offered[index] = (reserves[index] ?? 0) + flow;
    taken[index] = Math.min(want, offered[index]);
    flow = offered[index] - taken[index];
  }
  let rest = total - taken.reduce((sum, lots) => sum + lots, 0);
  for (const [index, want] of asked.entries()) {
    const more = Math.min(want - (taken[index] ?? 0), rest);
    taken[index] = (taken[index] ?? 0) + more;
    offered[index] = Math.max(offered[index] ?? 0, taken[index]);
    rest -= more;
  }
  return { taken, offered };
}

function handOut(
  demands: readonly Demand[],
  tier: Tier,
  lot: number,
): (readonly [CommitmentId, Tier, number])[] {
  return demands.flatMap((demand) => {
    let left = demand.given * lot;
    return demand.requests.map((request) => {
      const units = Math.min(left, request.units);
      left -= units;
      return [request.commitment, tier, units] as const;
    });
  });
}

/**
 * Allots an offer: tiers in order, reserves kept and flowing down unused, equal water-filling by investor inside a tier,
 * residual lots to the earliest (equal stamps: who asks for less in all, then the investor's id). Sums to the exact lot;
 * depends on nothing but the set of requests. @throws Impossible when a request is no whole number of lots.
 */
export function allot(requests: readonly Request[], terms: AllotmentTerms): Allotment {
  const { lot } = terms;
  const total = Math.floor(terms.totalUnits / lot);
  const demands = tierOrder.map((tier) =>
    demandsOf(
      requests.filter((request) => request.tier === tier),
      lot,
    ),
  );
  const reserves = tierOrder.map((tier) => Math.floor((total * terms.reserves[tier]) / 10_000));
  const asked = demands.map(lotsAsked);
  const { taken, offered } = shares(asked, reserves, total);
  const tiers: TierResult[] = [];
  const allocations: (readonly [CommitmentId, Tier, number])[] = [];
  for (const [index, tier] of tierOrder.entries()) {
    const inTier = demands[index] ?? [];
    const level = fill(inTier, taken[index] ?? 0);
    allocations.push(...handOut(inTier, tier, lot));
    tiers.push({
      tier,
      reserved: (reserves[index] ?? 0) * lot,
      offered: (offered[index] ?? 0) * lot,
      requested: (asked[index] ?? 0) * lot,
      allotted: (taken[index] ?? 0) * lot,
      level: level * lot,
      commitments: requests.filter((request) => request.tier === tier).length,
    });
  }
  return { tiers, allocations: allocations.toSorted((a, b) => (a[0] < b[0] ? -1 : 1)) };
}
