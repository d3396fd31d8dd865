import { policy } from '@piazza/shared/policy';
import type { ListingId, PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { OrderCommand } from '../../../server/src/domain/market/index.ts';
import { foldKeys, initialKeys, recordedOutcome, type KeysState } from '../../../server/src/kernel/keys.ts';
import type { JournalCommand, Outcome } from '../../../server/src/kernel/record.ts';

const ines = 'per_1' as PersonId;
const ivo = 'per_2' as PersonId;
const cancels: OrderCommand = { kind: 'orders.cancel', order: 7 };
const places: OrderCommand = {
  kind: 'orders.place',
  listing: 'lst_1' as ListingId,
  side: 'buy',
  type: 'limit',
  priceCents: 500,
  quantity: 1,
  timeInForce: 'gtc',
  lastDay: 0,
  minimumQuantity: 0,
  selfMatch: 'cancel_newest',
};
const topsUp: JournalCommand = { kind: 'wallet.topUp', amountCents: 100 };
const keyOf = (n: number) => ({ key: `key-${n}`, requestHash: `hash ${n}` });

describe('Keys of orders', () => {
  let keys: KeysState;
  let seq: number;
  beforeEach(() => {
    keys = initialKeys();
    seq = 0;
  });
  const give = (n: number, at = 0, command: JournalCommand = places, actor = ines): Outcome => {
    seq += 1;
    const outcome = { result: { order: seq } };
    foldKeys(keys, { seq, at, actor, command, key: keyOf(n), events: [], outcome });
    return outcome;
  };
  const asked = (n: number, at = 0, actor = ines, requestHash = `hash ${n}`): Outcome | undefined =>
    recordedOutcome(keys, actor, { key: `key-${n}`, requestHash }, at);
  const size = (): number => keys.orders.newer.size + keys.orders.older.size;

  it('get the recorded outcome again, each for its own person and request', () => {
    for (const command of [places, cancels]) {
      const outcome = give(1, 0, command);
      expect(asked(1)).to.equal(outcome);
      expect(asked(1, 0, ivo)).to.equal(undefined);
      expect(asked(1, 0, ines, 'another')).to.deep.equal({ rejection: { code: 'key_reused' } });
    }
  });
  it('are answered for 24 hours of venue time, then refused, then forgotten', () => {
    const outcome = give(1);
    expect(asked(1, policy.keyLifeMs)).to.equal(outcome);
    expect(asked(1, policy.keyLifeMs + 1)).to.deep.equal({ rejection: { code: 'key_expired' } });
    expect(asked(1, policy.keyTombstoneMs)).to.deep.equal({ rejection: { code: 'key_expired' } });
    expect(asked(1, policy.keyTombstoneMs + 1)).to.equal(undefined);
    const again = give(1, policy.keyTombstoneMs + 1);
    expect(asked(1, policy.keyTombstoneMs + 2)).to.equal(again);
  });
  it('JNL-11: are known for 200,000 further orders at least, and take a bounded memory however many come', () => {
    const kept = policy.orderKeysKept;
    const first = give(0);
    for (let n = 1; n <= kept; n += 1) give(n);
    expect(asked(0)).to.equal(first);
    for (let n = kept + 1; n <= 3 * kept; n += 1) {
      give(n);
      if (n % 1_000 === 0) expect(size()).to.be.at.most(2 * kept);
    }
    expect(asked(0)).to.equal(undefined);
    for (const n of [2 * kept, 2 * kept + 1, 3 * kept - 1, 3 * kept]) expect(asked(n)).to.be.an('object');
  });
  it('never crowd out those of money or of other acts', () => {
    const money = give(1, 0, topsUp, ivo);
    const other = give(2, 0, { kind: 'people.acknowledgeWarning' }, ivo);
    for (let n = 0; n <= 2 * policy.orderKeysKept; n += 1) give(n);
    expect(asked(1, 0, ivo)).to.equal(money);
    expect(asked(2, 0, ivo)).to.equal(other);
    expect(asked(1, 400 * policy.keyLifeMs, ivo)).to.equal(money);
  });
  it('are one with those of other acts: the same word for another act is refused', () => {
    give(1, 0, topsUp);
    expect(asked(1, 0, ines, 'an order')).to.deep.equal({ rejection: { code: 'key_reused' } });
  });
});
