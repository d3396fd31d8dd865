import { expect } from 'chai';
import { Impossible } from '../../../server/src/domain/core/index.ts';
import {
  account,
  available,
  EUR,
  evolveLedger,
  held,
  initialLedger,
  ledgerViolations,
  type LedgerEvent,
  type LedgerState,
} from '../../../server/src/domain/ledger/index.ts';

const world = account.outside(EUR);
const ines = account.cash('ines');
const firm = account.proceeds('org');
const about = { reason: 'top_up', subject: {} } as const;

const posted = (from: string, to: string, amount: number, asset = EUR): LedgerEvent => ({
  kind: 'ledger.posted',
  from,
  to,
  asset,
  amount,
  ...about,
});
const holds = (hold: string, whose: string, amount: number, asset = EUR): LedgerEvent => ({
  kind: 'ledger.held',
  hold,
  account: whose,
  asset,
  amount,
  ...about,
});
const settled = (hold: string, to: string, amount: number): LedgerEvent => ({
  kind: 'ledger.settled',
  hold,
  to,
  amount,
  ...about,
});
const released = (hold: string, amount: number): LedgerEvent => ({
  kind: 'ledger.released',
  hold,
  amount,
  ...about,
});

function books(...events: readonly LedgerEvent[]): LedgerState {
  const state = initialLedger();
  for (const event of events) evolveLedger(state, event);
  return state;
}
const stands = (state: LedgerState, id: string): readonly [number, number] => [
  available(state, id),
  held(state, id),
];

describe('the ledger', () => {
  it('an account never used stands at nothing', () => {
    expect(stands(initialLedger(), ines)).to.deep.equal([0, 0]);
  });
  it('a posting moves an amount from one account to another', () => {
    const state = books(posted(world, ines, 500));
    expect([stands(state, world), stands(state, ines)]).to.deep.equal([
      [-500, 0],
      [500, 0],
    ]);
  });
  it('a hold takes from what is available and keeps it on the account', () => {
    expect(stands(books(posted(world, ines, 500), holds('h', ines, 200)), ines)).to.deep.equal([300, 200]);
  });
  it('a hold can be settled and released in parts, down to nothing', () => {
    const state = books(posted(world, ines, 500), holds('h', ines, 200), settled('h', firm, 150));
    expect([stands(state, ines), stands(state, firm)]).to.deep.equal([
      [300, 50],
      [150, 0],
    ]);
    expect(state.holds.get('h')).to.deep.equal({ account: ines, remaining: 50 });
    evolveLedger(state, released('h', 50));
    expect(stands(state, ines)).to.deep.equal([350, 0]);
    expect(state.holds.size).to.equal(0);
    expect(ledgerViolations(state)).to.deep.equal([]);
  });
  it('the name of a hold that is used up may be used again', () => {
    const state = books(posted(world, ines, 9), holds('h', ines, 9), released('h', 9), holds('h', ines, 4));
    expect(stands(state, ines)).to.deep.equal([5, 4]);
  });
  it('units of a listing are an asset of their own', () => {
    const [from, to] = [account.outside('lst_1'), account.units('lst_1', 'ines')];
    const state = books(posted(world, ines, 500), posted(from, to, 7, 'lst_1'));
    expect(available(state, to)).to.equal(7);
    expect(ledgerViolations(state)).to.deep.equal([]);
  });

  const rich = [posted(world, ines, 500), holds('h', ines, 200)];
  const bugs: readonly (readonly [string, LedgerEvent, string])[] = [
    ['a posting of more than is available', posted(ines, firm, 301), 'would stand at -1 available'],
    ['a posting from an account to itself', posted(ines, ines, 1), 'to itself'],
    ['a posting of nothing', posted(world, ines, 0), 'ledger amount 0'],
    ['a posting of less than nothing', posted(world, ines, -1), 'ledger amount -1'],
    ['a posting of half a cent', posted(world, ines, 0.5), 'ledger amount 0.5'],
    ['a posting of no number', posted(world, ines, NaN), 'ledger amount NaN'],
    ['a posting beyond the safe integers', posted(world, ines, 2 ** 53), 'ledger amount'],
    ['a sum beyond the safe integers', posted(world, ines, Number.MAX_SAFE_INTEGER), 'would stand at'],
    [
      'another asset on the same account',
      posted(account.outside('lst_1'), ines, 1, 'lst_1'),
      'keeps EUR, not lst_1',
    ],
    ['a hold of more than is available', holds('i', ines, 301), 'would stand at -1 available'],
    ['a hold under a name in use', holds('h', ines, 1), 'hold h exists'],
    ['a hold on another asset', holds('i', ines, 1, 'lst_1'), 'keeps EUR, not lst_1'],
    ['settling more than is held', settled('h', firm, 201), 'hold h cannot give 201'],
    ['settling a hold that is not there', settled('i', firm, 1), 'hold i cannot give 1'],
    ['releasing more than is held', released('h', 201), 'hold h cannot give 201'],
    ['releasing a hold that is not there', released('i', 1), 'hold i cannot give 1'],
  ];
  for (const [what, event, words] of bugs) {
    it(`${what} is a bug`, () => {
      expect(() => books(...rich, event)).to.throw(Impossible, words);
    });
  }
});

describe('an audit of the ledger finds', () => {
  const spoiled = (spoil: (state: LedgerState) => void): string[] => {
    const state = books(posted(world, ines, 500), holds('h', ines, 200));
    spoil(state);
    return ledgerViolations(state);
  };
  it('nothing in sound books', () => {
    expect(spoiled(() => undefined)).to.deep.equal([]);
  });
  it('money that came from nowhere', () => {
    expect(spoiled((state) => (state.accounts.get(ines)!.available += 1))).to.deep.equal(['EUR sums to 1']);
  });
  it('an account below zero', () => {
    const found = spoiled((state) => {
      state.accounts.get(ines)!.available -= 301;
      state.accounts.get(world)!.available += 301;
    });
    expect(found).to.deep.equal([`${ines} is at -1`]);
  });
  it('a held amount that no hold explains', () => {
    expect(spoiled((state) => state.holds.delete('h'))).to.deep.equal([`${ines} holds 200, its holds say 0`]);
  });
});
