import { expect } from 'chai';
import type { ListingId, Millis, PersonId } from '@piazza/shared/values';
import {
  CANCEL,
  REST,
  type MarketMoved,
  type OrderCommand,
} from '../../../server/src/domain/market/index.ts';
import {
  encodeBatch,
  encodeRecord,
  genesisHash,
  JournalCorrupt,
  openBatch,
} from '../../../server/src/kernel/batch.ts';
import { decodeOrder, encodeOrder } from '../../../server/src/kernel/order-record.ts';
import type { JournalRecord } from '../../../server/src/kernel/record.ts';

const actor = 'per_7' as PersonId;
const listing = 'lst_3' as ListingId;
const at = 1_772_442_000_123 as Millis;

const place: OrderCommand = {
  kind: 'orders.place',
  listing,
  side: 'sell',
  type: 'market',
  priceCents: 99_500,
  quantity: 1_000_000_000,
  timeInForce: 'gtd',
  lastDay: 20_780,
  minimumQuantity: 7,
  selfMatch: 'cancel_both',
};
const amend: OrderCommand = { kind: 'orders.amend', order: 2 ** 40, priceCents: 0, quantity: 12 };
const cancel: OrderCommand = { kind: 'orders.cancel', order: 41 };

const moved = (moves: readonly number[], joined: PersonId | null = null): MarketMoved => ({
  kind: 'market.moved',
  listing,
  at,
  joined,
  moves,
});
const record = (command: OrderCommand, more: Partial<JournalRecord>): JournalRecord => ({
  seq: 42,
  at,
  actor,
  command,
  events: [],
  outcome: { rejection: { code: 'not_found' } },
  ...more,
});
const placed = { order: 42, filled: 5, resting: 2 ** 30 - 1, cancelled: 0 };
const key = { key: 'a-key_of-64', requestHash: 'f'.repeat(64) };

const records: Readonly<Record<string, JournalRecord>> = {
  'an order that takes a seat and rests': record(place, {
    key,
    events: [moved([REST, 42, 3, 1, 525, 9, 10, 1], actor)],
    outcome: { result: placed },
  }),
  'an order refused with details': record(place, {
    outcome: {
      rejection: { code: 'outside_collar', detail: { lowCents: 1_250, highCents: 3_750, of: ['à'] } },
    },
  }),
  'an amendment': record(amend, { key, outcome: { result: placed }, events: [moved([])] }),
  'a cancellation': record(cancel, {
    events: [moved([CANCEL, 41, 3, 0, 500, 10, 0])],
    outcome: { result: { order: 41, cancelled: 10 } },
  }),
};

describe('the fixed form of an order in the journal', () => {
  for (const [name, one] of Object.entries(records)) {
    it(`gives back ${name}`, () => {
      const bytes = encodeOrder(one);
      expect(bytes?.[0]).to.equal(1);
      expect(decodeOrder(bytes as Buffer)).to.deep.equal(one);
      expect(encodeRecord(one).equals(bytes as Buffer)).to.equal(true);
    });

    it(`finds ${name} cut off anywhere`, () => {
      const bytes = encodeOrder(one) as Buffer;
      for (let length = 1; length < bytes.length; length += 1)
        expect(() => decodeOrder(bytes.subarray(0, length)), String(length)).to.throw();
    });
  }

  it('is left where a record says more: a drawn number, an interruption, a timer', () => {
    const phased = { kind: 'market.swept', listing } as const;
    const base = records['an order that takes a seat and rests'] as JournalRecord;
    for (const more of [{ draw: 7 }, { events: [...base.events, phased] }, { timer: 't' }]) {
      const one = { ...base, ...more };
      expect(encodeOrder(one)).to.equal(undefined);
      expect(JSON.parse(encodeRecord(one).toString('utf8'))).to.deep.equal(one);
    }
  });

  it('is left where the event is not of the record’s own time and person', () => {
    const base = records['an order that takes a seat and rests'] as JournalRecord;
    const [event] = base.events as [MarketMoved];
    for (const other of [{ at: (at + 1) as Millis }, { joined: 'per_8' as PersonId }])
      expect(encodeOrder({ ...base, events: [{ ...event, ...other }] })).to.equal(undefined);
  });

  it('lies in a batch beside the general form, and a flipped bit in it is named', () => {
    const all = Object.values(records).map((one, n) => ({ ...one, seq: n + 1 }));
    const general = { ...(all[0] as JournalRecord), seq: all.length + 1, draw: 1 };
    const head = { epoch: 1, firstSeq: 1, writtenAt: 5, previousHash: genesisHash };
    const { batch } = encodeBatch(head, [...all, general].map(encodeRecord));
    expect(openBatch(batch).records).to.deep.equal([...all, general]);
    const flipped = Buffer.from(batch.bytes);
    flipped[flipped.indexOf('lst_3') + 1] = 0x78;
    expect(() => openBatch({ ...batch, bytes: flipped })).to.throw(JournalCorrupt, 'record 1');
  });
});
