import { expect } from 'chai';
import { millis, type ListingId } from '@piazza/shared/values';
import { CROSS, levelOfPrice, levels, REST, TRADE } from '../../../server/src/domain/market/index.ts';
import { encodeBatch, genesisHash } from '../../../server/src/kernel/batch.ts';
import type { JournalRecord } from '../../../server/src/kernel/record.ts';
import { createTapes } from '../../../server/src/projections/tape.ts';
import { storyStart } from '../../support/clock.ts';
import { lined, recordAt } from '../../support/records.ts';
import { storeKits, type StoreKit } from '../../support/stores.ts';

const listing = 'lst_1' as ListingId;
const level = levelOfPrice(1_000);

const moved = (seq: number, ...moves: readonly number[]): JournalRecord => ({
  ...recordAt(seq),
  events: [{ kind: 'market.moved', listing, at: millis(storyStart), joined: null, moves }],
});

describe('The tape of a market', () => {
  it('reads trades of orders with numbers beyond the ladder of prices', async () => {
    const [first, second] = [levels + 1, levels + 2];
    const records = [
      moved(1, REST, first, 0, 1, level, 9, 9, 1),
      moved(2, TRADE, first, 0, 5, second, 1, 0, 0, level, 4),
      moved(3, CROSS, second, 1, 0, first, 0, 3, level, 2),
    ];
    const kit: StoreKit | undefined = storeKits.find(({ name }) => name === 'memory');
    if (kit === undefined) throw new Error('no memory');
    const stores = await kit.open();
    const head = { epoch: 1, firstSeq: 1, writtenAt: storyStart, previousHash: genesisHash };
    await stores.journal.append(encodeBatch(head, lined(records)).batch);
    const tape = await createTapes(stores.journal)({ listing, first: 1, last: 3, around: 0 });
    await stores.destroy();
    const told = tape.rows.map(({ kind, order, other, priceCents, quantity }) =>
      [kind, order, other, priceCents, quantity].join(' '),
    );
    expect(told).to.deep.equal([
      `rested ${first} 0 1000 9`,
      `traded ${first} ${second} 1000 4`,
      `crossed ${second} ${first} 1000 2`,
    ]);
  });
});
