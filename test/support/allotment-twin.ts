import type { AllotmentTerms, Request } from '../../server/src/domain/offers/index.ts';
import type { Tier } from '../../server/src/domain/people/index.ts';

/** One investor of a tier, with every commitment and what each has received so far, in lots. */
interface Asker {
  readonly investor: string;
  readonly requests: readonly Request[];
  readonly got: Map<string, number>;
}
export interface TwinResult {
  /** Lots by commitment. */
  readonly lots: ReadonlyMap<string, number>;
  /** Lots by tier. */
  readonly tiers: ReadonlyMap<Tier, number>;
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0);
const earliest = (asker: Asker): number => Math.min(...asker.requests.map(({ placedAt }) => placedAt));

/**
 * The allotment of DOMAIN §5 as a clerk would do it with a box of lots on the desk: one lot at a time goes to the
 * investor of the tier who has received least so far and still wants more; among equals to the one who asked earliest,
 * then for less, then by id. Slow, and written without a look at the formulae it is compared with.
 */
export function allotByHand(requests: readonly Request[], terms: AllotmentTerms): TwinResult {
  const { lot } = terms;
  const order: readonly Tier[] = ['community', 'retail', 'institutional'];
  const asked = (asker: Asker): number => sum(asker.requests.map(({ units }) => units / lot));
  const received = (asker: Asker): number => sum(asker.got.values());

  const askers = new Map<Tier, Asker[]>();
  for (const tier of order) {
    const inTier = requests.filter((request) => request.tier === tier);
    const names = [...new Set(inTier.map(({ investor }) => investor))];
    askers.set(
      tier,
      names.map((investor) => {
        const own = inTier.filter((request) => request.investor === investor);
        return { investor, requests: own, got: new Map(own.map(({ commitment }) => [commitment, 0])) };
      }),
    );
  }

  const comesBefore = (a: Asker, b: Asker): boolean => {
    if (received(a) !== received(b)) return received(a) < received(b);
    if (earliest(a) !== earliest(b)) return earliest(a) < earliest(b);
    if (asked(a) !== asked(b)) return asked(a) < asked(b);
    return a.investor < b.investor;
  };

  /** Gives one lot to somebody of the tier. Returns whether anybody wanted it. */
  const giveOne = (tier: Tier): boolean => {
    const waiting = askers.get(tier)!.filter((asker) => received(asker) < asked(asker));
    const next = waiting.find((asker) =>
      waiting.every((other) => other === asker || comesBefore(asker, other)),
    );
    if (next === undefined) return false;
    // The lot goes to the earliest commitment of that investor with room; among equal stamps the smallest, then by id.
    const open = next.requests.filter(({ commitment, units }) => next.got.get(commitment)! < units / lot);
    const [first] = open.toSorted(
      (a, b) => a.placedAt - b.placedAt || a.units - b.units || (a.commitment < b.commitment ? -1 : 1),
    );
    next.got.set(first!.commitment, next.got.get(first!.commitment)! + 1);
    return true;
  };

  const total = (terms.totalUnits - (terms.totalUnits % lot)) / lot;
  let left = total;
  let flowing = 0;
  for (const tier of order) {
    flowing += Number((BigInt(total) * BigInt(terms.reserves[tier])) / 10_000n);
    while (flowing > 0 && giveOne(tier)) {
      flowing -= 1;
      left -= 1;
    }
  }
  for (const tier of order) while (left > 0 && giveOne(tier)) left -= 1;

  const everybody = [...askers.values()].flat();
  return {
    lots: new Map(everybody.flatMap((asker) => [...asker.got])),
    tiers: new Map(order.map((tier) => [tier, sum(askers.get(tier)!.map(received))])),
  };
}
