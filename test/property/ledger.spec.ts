import { expect } from 'chai';
import * as fc from 'fast-check';
import { Impossible } from '../../server/src/domain/core/index.ts';
import {
  account,
  EUR,
  evolveLedger,
  initialLedger,
  ledgerViolations,
  type LedgerEvent,
} from '../../server/src/domain/ledger/index.ts';
import { LedgerTwin } from '../support/ledger-twin.ts';
import { property } from '../support/property.ts';

const listing = 'lst_1';
const cash = ['a', 'b', 'c'].map(account.cash);
const euro = [...cash, account.proceeds('o'), account.retention('o')];
const units = ['a', 'b'].map((who) => account.units(listing, who));
const about = { reason: 'top_up', subject: {} } as const;

const amount = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -5, 0.5, NaN, Infinity, 2 ** 53, Number.MAX_SAFE_INTEGER) },
);
const anyAccount = fc.constantFrom(...euro, ...units, account.outside(EUR), account.outside(listing));
const anyAsset = fc.constantFrom(EUR, EUR, EUR, listing);
const anyHold = fc.constantFrom('h1', 'h2', 'h3', 'h4');

/** Any event at all: much of it no sound ledger takes. */
const anything: fc.Arbitrary<LedgerEvent> = fc
  .oneof(
    fc.record({
      kind: fc.constant('ledger.posted' as const),
      from: anyAccount,
      to: anyAccount,
      asset: anyAsset,
      amount,
    }),
    fc.record({
      kind: fc.constant('ledger.held' as const),
      hold: anyHold,
      account: anyAccount,
      asset: anyAsset,
      amount,
    }),
    fc.record({ kind: fc.constant('ledger.settled' as const), hold: anyHold, to: anyAccount, amount }),
    fc.record({ kind: fc.constant('ledger.released' as const), hold: anyHold, amount }),
  )
  .map((event) => ({ ...event, ...about }));

/** What a venue would do: money comes in, moves about, is held, settled and released. */
const likely: fc.Arbitrary<LedgerEvent> = fc
  .oneof(
    fc.record({
      kind: fc.constant('ledger.posted' as const),
      from: fc.constant(account.outside(EUR)),
      to: fc.constantFrom(...cash),
      asset: fc.constant(EUR),
      amount,
    }),
    fc.record({
      kind: fc.constant('ledger.posted' as const),
      from: fc.constant(account.outside(listing)),
      to: fc.constantFrom(...units),
      asset: fc.constant(listing),
      amount,
    }),
    fc.record({
      kind: fc.constant('ledger.held' as const),
      hold: anyHold,
      account: fc.constantFrom(...cash),
      asset: fc.constant(EUR),
      amount,
    }),
    fc.record({
      kind: fc.constant('ledger.settled' as const),
      hold: anyHold,
      to: fc.constantFrom(...euro),
      amount,
    }),
    fc.record({ kind: fc.constant('ledger.released' as const), hold: anyHold, amount }),
  )
  .map((event) => ({ ...event, ...about }));

const sequences = fc.array(fc.oneof({ weight: 3, arbitrary: likely }, { weight: 1, arbitrary: anything }), {
  minLength: 10,
  maxLength: 80,
});

describe('the ledger, whatever happens (MNY-1)', () => {
  property(
    'takes what its twin takes, throws at what that refuses, and stands where that stands',
    1_500,
    [sequences],
    (events) => {
      const state = initialLedger();
      const twin = new LedgerTwin();
      for (const event of events) {
        if (twin.take(event) === 'refused') {
          // A process that met this would stop: the copy is what it leaves behind, and nobody goes on from it.
          const last = structuredClone(state);
          expect(() => evolveLedger(last, event), JSON.stringify(event)).to.throw(Impossible);
          continue;
        }
        evolveLedger(state, event);
        expect(ledgerViolations(state)).to.deep.equal([]);
        for (const asset of [EUR, listing]) expect(twin.total(asset)).to.equal(0n);
      }
      for (const [id, { available, held }] of state.accounts) {
        expect([id, BigInt(available), BigInt(held)]).to.deep.equal([
          id,
          twin.balance(id, 'free'),
          twin.balance(id, 'held'),
        ]);
        if (!id.startsWith('outside:')) expect(available >= 0 && held >= 0).to.equal(true);
      }
      const used = twin.accounts().filter((id) => twin.balance(id, 'free') !== 0n);
      expect([...state.accounts.keys()]).to.include.members(used);
      const holds = [...state.holds].map(([name, hold]) => [name, hold.account, BigInt(hold.remaining)]);
      const expected = twin.holds().map(([name, hold]) => [name, hold.account, hold.left]);
      expect(holds).to.have.deep.members(expected);
    },
  );
});
