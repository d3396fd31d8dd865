import { expect } from 'chai';
import type { ListingId, Millis, PersonId } from '@piazza/shared/values';
import {
  CANCEL,
  DROP,
  REST,
  TRADE,
  type MarketMoved,
  type OrderCommand,
} from '../../../server/src/domain/market/index.ts';
import { encodeBatch, genesisHash, JournalCorrupt, openBatch } from '../../../server/src/kernel/batch.ts';
import { decodeOrder } from '../../../server/src/kernel/order-record.ts';
import type { JournalRecord } from '../../../server/src/kernel/record.ts';
import { encoded, lined } from '../../support/records.ts';

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
      const bytes = encoded(one);
      expect(bytes[0]).to.equal(2);
      expect(decodeOrder(bytes)).to.deep.equal(one);
    });

    it(`finds ${name} cut off anywhere`, () => {
      const bytes = encoded(one);
      for (let length = 1; length < bytes.length; length += 1)
        expect(() => decodeOrder(bytes.subarray(0, length)), String(length)).to.throw();
    });
  }

  const former: Readonly<Record<string, string>> = {
    'an order that takes a seat and rests':
      'AQ0AAAAAAAAARUAAsK9p3Mp5QgVwZXJfNwthLWtleV9vZi02NEBmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmBWxzdF8zDwKshAEAAMqaOyxRAAAHAAAAAAAAAAAARUAFAAAA////PwAAAAAFbHN0XzMIAAAAAAAAAAAAAEAAAAAAAABFQAAAAAAAAAhAAAAAAAAA8D8AAAAAAGiAQAAAAAAAACJAAAAAAAAAJEAAAAAAAADwPw==',
    'an order refused with details':
      'AQIAAAAAAAAARUAAsK9p3Mp5QgVwZXJfNwVsc3RfMw8CrIQBAADKmjssUQAABwAAAFEAAAB7ImNvZGUiOiJvdXRzaWRlX2NvbGxhciIsImRldGFpbCI6eyJsb3dDZW50cyI6MTI1MCwiaGlnaENlbnRzIjozNzUwLCJvZiI6WyLDoCJdfX0=',
    'an amendment':
      'AQUBAAAAAAAARUAAsK9p3Mp5QgVwZXJfNwthLWtleV9vZi02NEBmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmAAAAAAAAcEIAAAAADAAAAAAAAAAAAEVABQAAAP///z8AAAAABWxzdF8zAAAAAA==',
    'a cancellation':
      'AQQCAAAAAAAARUAAsK9p3Mp5QgVwZXJfNwAAAAAAgERAAAAAAACAREAKAAAABWxzdF8zBwAAAAAAAAAAAAhAAAAAAACAREAAAAAAAAAIQAAAAAAAAAAAAAAAAABAf0AAAAAAAAAkQAAAAAAAAAAA',
  };
  for (const [name, text] of Object.entries(former)) {
    it(`is also read in its first form: ${name}`, () => {
      expect(decodeOrder(Buffer.from(text, 'base64'))).to.deep.equal(records[name]);
    });
  }

  it('holds trades with orders of any age, and numbers of any size', () => {
    const seq = 2 ** 45;
    const moves = [TRADE, 1, 2, 0, seq, 3, 1, 70, 250, 2 ** 31 - 1, DROP, seq, 3, 1, 250, 70, 2];
    const order = { ...place, priceCents: 2 ** 53 - 1 };
    const one = record(order, {
      seq,
      events: [moved(moves)],
      outcome: { result: { ...placed, order: seq } },
    });
    expect(encoded(one)[0]).to.equal(2);
    expect(decodeOrder(encoded(one))).to.deep.equal(one);
  });

  it('is left for a number it has no room for, a word that is not ASCII, a move elsewhere, a fee', () => {
    const base = records['an order that takes a seat and rests'] as JournalRecord;
    const [event] = base.events as [MarketMoved];
    const others: Partial<JournalRecord>[] = [
      { command: { ...place, quantity: 1.5 } },
      { command: { ...place, quantity: -1 } },
      { command: { ...cancel, order: 2 ** 53 } },
      { key: { ...key, key: 'à' } },
      { key: { ...key, key: 'k'.repeat(256) } },
      { events: [{ ...event, listing: 'lst_4' as ListingId }] },
      { events: [{ ...event, fee: { bps: 35, vatBps: 2_200 } }] },
      { events: [{ ...event, moves: event.moves.slice(0, -1) }] },
      { outcome: { rejection: { code: 'not_found', detail: { of: 'x'.repeat(2_000) } } } },
    ];
    for (const other of others) {
      const one = { ...base, ...other };
      expect(JSON.parse(encoded(one).toString('utf8')), JSON.stringify(other)).to.deep.equal(one);
    }
  });

  it('is left where a record says more: a drawn number, an interruption, a timer', () => {
    const phased = { kind: 'market.swept', listing } as const;
    const base = records['an order that takes a seat and rests'] as JournalRecord;
    for (const more of [{ draw: 7 }, { events: [...base.events, phased] }, { timer: 't' }]) {
      const one = { ...base, ...more };
      expect(JSON.parse(encoded(one).toString('utf8'))).to.deep.equal(one);
    }
  });

  it('is left where the event is not of the record’s own time and person', () => {
    const base = records['an order that takes a seat and rests'] as JournalRecord;
    const [event] = base.events as [MarketMoved];
    for (const other of [{ at: (at + 1) as Millis }, { joined: 'per_8' as PersonId }])
      expect(encoded({ ...base, events: [{ ...event, ...other }] })[0]).to.equal(0x7b);
  });

  it('lies in a batch beside the general form, and a flipped bit in it is named', () => {
    const all = Object.values(records).map((one, n) => ({ ...one, seq: n + 1 }));
    const general = { ...(all[0] as JournalRecord), seq: all.length + 1, draw: 1 };
    const head = { epoch: 1, firstSeq: 1, writtenAt: 5, previousHash: genesisHash };
    const { batch } = encodeBatch(head, lined([...all, general]));
    expect(openBatch(batch).records).to.deep.equal([...all, general]);
    const flipped = Buffer.from(batch.bytes);
    flipped[flipped.indexOf('lst_3') + 1] = 0x78;
    expect(() => openBatch({ ...batch, bytes: flipped })).to.throw(JournalCorrupt, 'record 1');
  });
});
