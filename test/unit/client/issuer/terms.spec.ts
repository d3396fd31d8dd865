import type { ListingFacts } from '@piazza/shared/contract';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { termProblems } from '../../../../client/src/features/issuer/draft/terms.ts';
import { termProblems as venueProblems } from '../../../../server/src/domain/listings/terms.ts';
import { completeDraft, day, type DraftChanges } from '../../../support/draft.ts';

const now = Date.UTC(2026, 10, 22, 12);
const facts = (changes: DraftChanges['facts'] = {}): ListingFacts =>
  completeDraft(now, { facts: changes }).facts;
const keysOf = (changes: DraftChanges['facts']) => termProblems(facts(changes), now).map(({ key }) => key);

describe('the terms of a draft', () => {
  it('are without fault where they fit', () => {
    expect(termProblems(facts(), now)).to.deep.equal([]);
  });

  it('say which prices lie on the step', () => {
    expect(
      termProblems(facts({ price: 1_055 as never, lot: 1 as never, hardCap: 1_055_000 as never }), now),
    ).to.deep.equal([
      { field: 'facts.price', key: 'tick', values: { tickCents: 10, belowCents: 1_050, aboveCents: 1_060 } },
    ]);
  });

  it('say which hard caps are whole lots', () => {
    const [wrong] = termProblems(facts({ hardCap: 1_005_000 as never }), now);
    expect(wrong).to.deep.equal({
      field: 'facts.hardCap',
      key: 'hardCapLots',
      values: { lotCents: 10_000, belowCents: 1_000_000, aboveCents: 1_010_000 },
    });
  });

  it('name every other rule', () => {
    expect(keysOf({ softCap: 1_000_100 as never })).to.deep.equal(['softCapAbove']);
    expect(keysOf({ minimumTicket: 1_000_100 as never })).to.deep.equal(['minimumAbove']);
    expect(keysOf({ reserves: { community: 5_000, retail: 5_000, institutional: 1 } })).to.deep.equal([
      'reservesAbove',
    ]);
    expect(keysOf({ hardCap: 500_010_000 as never })).to.deep.equal(['hardCapLimit']);
    expect(keysOf({ closesAt: (now + day - 1) as never })).to.deep.equal(['closesTooSoon']);
    expect(keysOf({ closesAt: (now + 366 * day) as never })).to.deep.equal(['closesTooLate']);
    expect(keysOf({ targetDate: '2026-12-01' })).to.deep.equal(['targetTooSoon']);
  });

  it('are judged as far as they are written', () => {
    expect(keysOf({ price: null, lot: null, hardCap: 1_005_000 as never })).to.deep.equal([]);
    expect(keysOf({ softCap: 2_000_000 as never, hardCap: null })).to.deep.equal([]);
  });

  it('are refused here for the same fields as at the venue', () => {
    const cents = fc.oneof(
      fc.integer({ min: 1, max: 600_000_000 }),
      fc.integer({ min: 1, max: 1_000 }).map((n) => n * 10_000),
    );
    const anyFacts = fc.record({
      price: fc.integer({ min: 100, max: 99_999 }),
      lot: fc.integer({ min: 1, max: 50 }),
      softCap: cents,
      hardCap: cents,
      minimumTicket: cents,
      opensAt: fc.option(fc.integer({ min: -10, max: 400 }).map((days) => now + days * day)),
      closesAt: fc.integer({ min: -10, max: 800 }).map((days) => now + days * day),
      targetDate: fc.constantFrom('2026-01-01', '2027-06-01', '2031-01-01'),
      reserves: fc.record({
        community: fc.integer({ min: 0, max: 6_000 }),
        retail: fc.integer({ min: 0, max: 6_000 }),
        institutional: fc.integer({ min: 0, max: 6_000 }),
      }),
    });
    fc.assert(
      fc.property(anyFacts, (changes) => {
        const tried = facts(changes as never);
        const here = new Set(termProblems(tried, now).map(({ field }) => field));
        const there = new Set(venueProblems(tried, now as never));
        // A hard cap is not judged by lots of a price that is refused itself.
        if (here.has('facts.price')) there.delete('facts.hardCap');
        if (here.has('facts.price')) here.delete('facts.hardCap');
        expect([...here].toSorted()).to.deep.equal([...there].toSorted());
      }),
    );
  });
});
