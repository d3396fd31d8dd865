import { policy } from '@piazza/shared/policy';
import { expect } from 'chai';
import { termProblems, termsOf, type ListingFacts } from '../../../../server/src/domain/listings/index.ts';
import { facts } from '../../../support/domain-cast.ts';
import { beginning, day } from '../../../support/domain-venue.ts';

type Row = readonly [string, Partial<ListingFacts>, readonly string[]];
const { issuerCapCents, offerMinMs, offerMaxMs } = policy;
const shares = (community: number, retail: number, institutional: number) => ({
  reserves: { community, retail, institutional },
});

// What changes in sound terms (€10 a unit, lots of 10, €1,000 to €10,000, thirty days), and the fields found wrong.
const rows: readonly Row[] = [
  ['nothing', {}, []],
  ['a price off its tick', { price: 1_005, hardCap: 1_005_000 }, ['facts.price']],
  ['a price below €1', { price: 99, hardCap: 990_000 }, ['facts.price']],
  ['a price of €1,000', { price: 100_000, hardCap: 2_000_000 }, ['facts.price']],
  ['a price of €995', { price: 99_500, hardCap: 1_990_000 }, []],
  ['a hard cap of no whole number of lots', { hardCap: 1_005_000 }, ['facts.hardCap']],
  ['a hard cap one cent off', { hardCap: 1_000_001 }, ['facts.hardCap']],
  ['a hard cap below one lot', { hardCap: 9_000, softCap: 1, minimumTicket: 1 }, ['facts.hardCap']],
  ['a hard cap of exactly the cap of an issuer', { hardCap: issuerCapCents }, []],
  ['a hard cap above it', { hardCap: issuerCapCents + 10_000 }, ['facts.hardCap']],
  ['a soft cap equal to the hard cap', { softCap: 1_000_000 }, []],
  ['a soft cap above it', { softCap: 1_000_001 }, ['facts.softCap']],
  ['a minimum ticket equal to the hard cap', { minimumTicket: 1_000_000 }, []],
  ['a minimum ticket above it', { minimumTicket: 1_000_001 }, ['facts.minimumTicket']],
  ['reserves of the whole', shares(5_000, 3_000, 2_000), []],
  ['reserves above the whole', shares(5_000, 3_000, 2_001), ['facts.reserves']],
  ['a closing a day from now', { closesAt: beginning + offerMinMs }, []],
  ['a closing sooner', { closesAt: beginning + offerMinMs - 1 }, ['facts.closesAt']],
  ['a closing in the past', { closesAt: beginning - day }, ['facts.closesAt']],
  ['a closing a year from now', { closesAt: beginning + offerMaxMs }, []],
  ['a closing later', { closesAt: beginning + offerMaxMs + 1 }, ['facts.closesAt']],
  ['an opening in the past', { opensAt: beginning - day, closesAt: beginning + offerMinMs }, []],
  [
    'a day between opening and closing',
    { opensAt: beginning + day, closesAt: beginning + day + offerMinMs },
    [],
  ],
  [
    'less than a day between them',
    { opensAt: beginning + day, closesAt: beginning + day + offerMinMs - 1 },
    ['facts.closesAt'],
  ],
  ['a closing before the opening', { opensAt: beginning + 40 * day }, ['facts.closesAt']],
  [
    'an opening a year from now',
    { opensAt: beginning + offerMaxMs, closesAt: beginning + offerMaxMs + day },
    [],
  ],
  [
    'an opening later',
    { opensAt: beginning + offerMaxMs + 1, closesAt: beginning + offerMaxMs + 2 * day },
    ['facts.opensAt'],
  ],
  [
    'an impact target due as the offer closes',
    { targetDate: '2026-04-01', closesAt: Date.UTC(2026, 3, 1) },
    ['facts.targetDate'],
  ],
  ['one due a day later', { targetDate: '2026-04-02', closesAt: Date.UTC(2026, 3, 1) }, []],
  [
    'one due on the day of the closing',
    { targetDate: '2026-04-01', closesAt: Date.UTC(2026, 3, 1, 9) },
    ['facts.targetDate'],
  ],
  ['no target date yet', { targetDate: null }, []],
  [
    'everything wrong, field by field',
    {
      price: 1_005,
      hardCap: 999_999,
      softCap: 1_000_000,
      minimumTicket: 1_000_000,
      ...shares(10_000, 1, 0),
      opensAt: beginning + offerMaxMs + 1,
      closesAt: beginning,
      targetDate: '2020-01-01',
    },
    [
      'facts.price',
      'facts.hardCap',
      'facts.softCap',
      'facts.minimumTicket',
      'facts.reserves',
      'facts.opensAt',
      'facts.closesAt',
      'facts.targetDate',
    ],
  ],
];

describe('the terms of an offer (LST-7)', () => {
  for (const [what, changes, wrong] of rows) {
    it(`${what}: ${wrong.length === 0 ? 'sound' : wrong.join(', ')}`, () => {
      expect(termProblems(facts(changes), beginning)).to.deep.equal(wrong);
    });
  }
  const needed = ['price', 'lot', 'softCap', 'hardCap', 'minimumTicket', 'closesAt'] as const;
  for (const name of needed) {
    it(`there are none while ${name} is missing`, () => {
      expect(termsOf(facts({ [name]: null }))).to.equal(null);
      expect(termProblems(facts({ [name]: null }), beginning)).to.deep.equal(['facts.price']);
    });
  }
  it('are the facts that an offer is made of, and nothing else', () => {
    expect(termsOf(facts())).to.deep.equal({
      price: 1_000,
      lot: 10,
      softCap: 100_000,
      hardCap: 1_000_000,
      minimumTicket: 20_000,
      opensAt: null,
      closesAt: beginning + 30 * day,
      reserves: { community: 0, retail: 0, institutional: 0 },
    });
  });
});
