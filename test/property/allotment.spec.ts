import type { CommitmentId, PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import * as fc from 'fast-check';
import {
  allot,
  tierOrder,
  type Allotment,
  type AllotmentTerms,
  type Request,
} from '../../server/src/domain/offers/index.ts';
import { allotByHand } from '../support/allotment-twin.ts';
import { property } from '../support/property.ts';

interface Book {
  readonly requests: readonly Request[];
  readonly terms: AllotmentTerms;
}

const reserves = fc
  .tuple(fc.nat(10_000), fc.nat(10_000), fc.constantFrom(0, 1, 2, 3))
  .map(([a, b, which]) => {
    const [low, high] = a < b ? [a, b] : [b, a];
    // Shares that add up to the whole, to part of it, or are nothing at all.
    const parts = [low, high - low, 10_000 - high].map((share, n) => (which > n ? 0 : share));
    return { community: parts[2]!, retail: parts[1]!, institutional: parts[0]! };
  });

const ids = fc.uniqueArray(fc.nat(1_295), { minLength: 24, maxLength: 24 });
const line = fc.record({
  who: fc.nat(9),
  lots: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) }, fc.integer({ min: 1, max: 30 })),
  // Few stamps, so that many are equal.
  placedAt: fc.nat(3),
});

/** A random book: up to ten investors, each in one tier, with up to 24 commitments under ids in no order. */
const books: fc.Arbitrary<Book> = fc
  .record({
    lines: fc.array(line, { maxLength: 24 }),
    tiers: fc.array(fc.constantFrom(...tierOrder), { minLength: 10, maxLength: 10 }),
    names: ids,
    lot: fc.constantFrom(1, 3, 10),
    lots: fc.nat(120),
    odd: fc.nat(2),
    reserves,
  })
  .map(({ lines, tiers, names, lot, lots, odd, reserves: shares }) => ({
    requests: lines.map(({ who, lots: asked, placedAt }, n) => ({
      commitment: `cmt_${names[n]!.toString(36)}` as CommitmentId,
      investor: `per_${who}` as PersonId,
      tier: tiers[who]!,
      units: asked * lot,
      placedAt,
    })),
    // What is less than a lot over the last whole one is never sold.
    terms: { totalUnits: lots * lot + Math.min(odd, lot - 1), lot, reserves: shares },
  }));

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const unitsOf = (result: Allotment): Map<string, number> =>
  new Map(result.allocations.map(([id, , units]) => [id, units]));
/** Units by investor: what was asked, what was received, and the earliest stamp. */
function byInvestor({ requests }: Book, result: Allotment) {
  const units = unitsOf(result);
  return [...new Set(requests.map(({ investor }) => investor))].map((investor) => {
    const own = requests.filter((request) => request.investor === investor);
    return {
      investor,
      tier: own[0]!.tier,
      asked: sum(own.map((request) => request.units)),
      received: sum(own.map((request) => units.get(request.commitment)!)),
      since: Math.min(...own.map(({ placedAt }) => placedAt)),
    };
  });
}
const received = (book: Book): Map<string, number> =>
  new Map(byInvestor(book, allot(book.requests, book.terms)).map((one) => [one.investor, one.received]));

describe('the allotment of any book', () => {
  property('is the one made by hand, lot by lot', 4_000, [books], ({ requests, terms }) => {
    const [result, twin] = [allot(requests, terms), allotByHand(requests, terms)];
    const lots = new Map(result.allocations.map(([id, , units]) => [id as string, units / terms.lot]));
    expect(lots).to.deep.equal(new Map(twin.lots));
    for (const { tier, allotted } of result.tiers)
      expect(allotted / terms.lot).to.equal(twin.tiers.get(tier));
  });

  property(
    'sums to the exact lot: all that is asked for, or all there is (ALT-1)',
    4_000,
    [books],
    ({ requests, terms }) => {
      const { tiers, allocations } = allot(requests, terms);
      const asked = sum(requests.map(({ units }) => units));
      const whole = terms.totalUnits - (terms.totalUnits % terms.lot);
      expect(sum(allocations.map(([, , units]) => units))).to.equal(Math.min(whole, asked));
      expect(sum(tiers.map(({ allotted }) => allotted))).to.equal(Math.min(whole, asked));
    },
  );

  property(
    'names every commitment once, in its tier, with whole lots within its request',
    2_000,
    [books],
    ({ requests, terms }) => {
      const { allocations } = allot(requests, terms);
      expect(allocations.map(([id]) => id)).to.deep.equal(
        requests.map(({ commitment }) => commitment).toSorted(),
      );
      for (const [id, tier, units] of allocations) {
        const request = requests.find(({ commitment }) => commitment === id)!;
        expect(tier).to.equal(request.tier);
        expect(units % terms.lot === 0 && units >= 0 && units <= request.units, `${id}: ${units}`).to.equal(
          true,
        );
      }
    },
  );

  property(
    'keeps reserves, and sells the rest in the order of the tiers (ALT-2)',
    4_000,
    [books],
    ({ requests, terms }) => {
      const { tiers } = allot(requests, terms);
      const lots = Math.floor(terms.totalUnits / terms.lot);
      let flow = 0;
      for (const [index, { tier, reserved, requested, allotted }] of tiers.entries()) {
        expect(tier).to.equal(tierOrder[index]);
        expect(reserved).to.equal(Math.floor((lots * terms.reserves[tier]) / 10_000) * terms.lot);
        expect(allotted).to.be.at.least(Math.min(requested, reserved));
        const own = Math.min(requested, reserved + flow);
        flow += reserved - own;
        if (allotted > own)
          for (const before of tiers.slice(0, index))
            expect(before.allotted, before.tier).to.equal(before.requested);
      }
    },
  );

  property(
    'fills small tickets first, and brings all others to one level or a lot above (ALT-3)',
    4_000,
    [books],
    (book) => {
      const result = allot(book.requests, book.terms);
      for (const { tier, level } of result.tiers) {
        const inTier = byInvestor(book, result).filter((one) => one.tier === tier);
        const cut = inTier.filter(({ asked }) => asked > level);
        for (const { asked, received: units } of inTier) if (asked <= level) expect(units).to.equal(asked);
        for (const { received: units } of cut) expect(units).to.be.oneOf([level, level + book.terms.lot]);
        const lucky = cut.filter(({ received: units }) => units > level);
        expect(cut.length === 0 || lucky.length < cut.length, 'a full round is a level').to.equal(true);
        const others = cut.filter((one) => !lucky.includes(one));
        for (const one of lucky)
          for (const other of others)
            expect(one.since <= other.since, 'residual lots go to the earliest').to.equal(true);
        for (const one of lucky)
          for (const other of others)
            if (one.since === other.since)
              expect(one.asked <= other.asked, 'then to who asks for less').to.equal(true);
      }
    },
  );

  property('explains itself with figures that fit each other', 2_000, [books], ({ requests, terms }) => {
    for (const { tier, ...figures } of allot(requests, terms).tiers) {
      const inTier = requests.filter((request) => request.tier === tier);
      expect(figures.commitments).to.equal(inTier.length);
      expect(figures.requested).to.equal(sum(inTier.map(({ units }) => units)));
      expect(figures.allotted <= Math.min(figures.requested, figures.offered)).to.equal(true);
      expect(figures.offered).to.be.at.least(figures.reserved);
      for (const value of Object.values(figures))
        expect(Number.isSafeInteger(value) && value >= 0).to.equal(true);
    }
  });

  const shuffled = books.chain((book) =>
    fc
      .shuffledSubarray([...book.requests], { minLength: book.requests.length })
      .map((requests) => ({ book, requests })),
  );
  property(
    'is the same in whatever order the commitments are given (ALT-4)',
    2_000,
    [shuffled],
    ({ book, requests }) => {
      expect(allot(requests, book.terms)).to.deep.equal(allot(book.requests, book.terms));
    },
  );

  const renamed = books.chain((book) =>
    fc
      .shuffledSubarray(
        book.requests.map(({ commitment }) => commitment),
        { minLength: book.requests.length },
      )
      .map((names) => ({ book, names })),
  );
  property(
    'gives everybody the same in whatever order equal stamps arrived (ALT-4)',
    3_000,
    [renamed],
    ({ book, names }) => {
      // Ids come from the order of arrival: other ids at the same stamps are another order of the same arrivals.
      const requests = book.requests.map((request, n) => ({ ...request, commitment: names[n]! }));
      expect(received({ ...book, requests })).to.deep.equal(received(book));
    },
  );

  const split = fc.tuple(books, fc.nat(), fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }), ids);
  property(
    'gives nobody more or less for a request split into several (ALT-4)',
    3_000,
    [split],
    ([book, which, parts, names]) => {
      const { lot } = book.terms;
      const whole = book.requests[which % Math.max(1, book.requests.length)];
      if (whole === undefined) return;
      let left = whole.units / lot;
      const pieces = [...parts, left].map((lots) => {
        const piece = Math.min(lots, left);
        left -= piece;
        return piece;
      });
      const asSplit = pieces
        .filter((lots) => lots > 0)
        .map((lots, n) => ({
          ...whole,
          units: lots * lot,
          commitment: `cmt_${names[n]!.toString(36)}_` as CommitmentId,
        }));
      const requests = [...book.requests.filter((one) => one !== whole), ...asSplit];
      expect(received({ ...book, requests })).to.deep.equal(received(book));
    },
  );

  const more = fc.tuple(books, fc.nat(), fc.integer({ min: 1, max: 20 }));
  property(
    'takes no more than a lot for asking more, and gives nothing for it to who was cut',
    3_000,
    [more],
    ([book, which, extra]) => {
      const asks = book.requests[which % Math.max(1, book.requests.length)];
      if (asks === undefined) return;
      const bigger = { ...asks, units: asks.units + extra * book.terms.lot };
      const requests = book.requests.map((one) => (one === asks ? bigger : one));
      const before = received(book).get(asks.investor)!;
      const asked = sum(
        book.requests.filter((one) => one.investor === asks.investor).map(({ units }) => units),
      );
      const after = received({ ...book, requests }).get(asks.investor)!;
      expect(after).to.be.at.least(before - book.terms.lot);
      if (before < asked) expect(after).to.be.at.most(before);
    },
  );
});
