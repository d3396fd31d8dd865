import { contract } from '@piazza/shared/contract';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { z } from 'zod';
import {
  amendCommand,
  cancelCommand,
  fingerprintOf,
  placeCommand,
  presentOutcome,
} from '../../../server/src/api/order-commands.ts';
import { quickCommand } from '../../../server/src/api/order-form.ts';

const place = contract['orders.place'];
const amend = contract['orders.amend'];
const cancel = contract['orders.cancel'];
const order = { side: 'buy', type: 'limit', price: '25.00', quantity: 10, timeInForce: 'gtc' };

/** Mostly what is right, so that whole requests are, and now and then something else. */
const mostly = (right: fc.Arbitrary<unknown>, ...odd: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: fc.constantFrom(...odd) });

const oddPrices = [
  '0.99',
  '1000.00',
  '01.00',
  '1.0',
  '1',
  '1.000',
  ' 1.00',
  '1,00',
  '1e2.00',
  '١.00',
  '',
  5,
  null,
];
const oddQuantities = [0, -0, -1, 1.5, 1_000_000_001, Number.MAX_SAFE_INTEGER, NaN, '1', null, true];
const price = mostly(
  fc.integer({ min: 100, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
  ...oddPrices,
);
const quantity = mostly(fc.integer({ min: 1, max: 1_000_000_000 }), ...oddQuantities);
const required = {
  side: mostly(fc.constantFrom('buy', 'sell'), 'BUY', null),
  type: mostly(fc.constantFrom('limit', 'market'), 'stop', 1),
  price,
  quantity,
  timeInForce: mostly(fc.constantFrom('day', 'gtc', 'ioc', 'fok', 'auction'), 'gtd', '', null),
};
const optional = {
  minimumQuantity: quantity,
  selfMatch: mostly(fc.constantFrom('cancel_newest', 'cancel_oldest', 'cancel_both'), 'off', null),
};
const odd = { goodTill: fc.constantFrom('2026-12-31', null), extra: fc.constant(1) };
const some = (arbitrary: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, { weight: 1, arbitrary });
const body = fc
  .tuple(
    fc.record(required),
    fc.record(optional, { requiredKeys: [] }),
    some(fc.record(odd, { requiredKeys: [] })),
  )
  .map((parts): object => Object.assign({}, ...parts) as object);
const likely = mostly(
  fc.constantFrom('lst_1', 'ord_1'),
  'lst_',
  'lst_A',
  'ord_01',
  'ord_zzzzzzzzzzzz',
  '__proto__',
  7,
  undefined,
);

/** What the contract's schema makes of a part; undefined where it refuses. */
const decoded = (schema: z.ZodObject, value: unknown): unknown => z.safeDecode(schema, value as never).data;

describe('orders in their usual form', () => {
  it('are read as the contract reads them, or left to it', () => {
    let taken = 0;
    fc.assert(
      fc.property(likely, body, (listingId, raw) => {
        const command = quickCommand('orders.place', listingId, raw);
        if (command === undefined) return;
        taken += 1;
        const request = { params: decoded(place.params, { listingId }), body: decoded(place.body, raw) };
        expect(command).to.deep.equal(placeCommand(request as never));
        expect(Object.keys(raw)).not.to.include('extra');
      }),
      { numRuns: 20_000 },
    );
    expect(taken).to.be.above(1_000);
  });
  it('are amended as the contract says, or left to it', () => {
    fc.assert(
      fc.property(
        likely,
        fc.record({ price, quantity, extra: fc.constant(1) }, { requiredKeys: [] }),
        (orderId, raw) => {
          const command = quickCommand('orders.amend', orderId, raw);
          if (command === undefined) return;
          const request = { params: decoded(amend.params, { orderId }), body: decoded(amend.body, raw) };
          expect(command).to.deep.equal(amendCommand(request as never));
          expect(Object.keys(raw)).not.to.include('extra');
        },
      ),
      { numRuns: 5_000 },
    );
  });
  it('are taken where they are as they should be', () => {
    for (const more of [
      {},
      { selfMatch: 'cancel_both' },
      { minimumQuantity: 5 },
      { type: 'market', timeInForce: 'ioc' },
    ])
      expect(quickCommand('orders.place', 'lst_1', { ...order, ...more })).to.be.an('object');
    expect(quickCommand('orders.amend', 'ord_1', { quantity: 5 })).to.be.an('object');
    const params = decoded(cancel.params, { orderId: 'ord_z' });
    for (const nothing of [undefined, null, {}])
      expect(quickCommand('orders.cancel', 'ord_z', nothing)).to.deep.equal(
        cancelCommand({ params } as never),
      );
  });
  it('are not taken with a field that nobody knows, whatever its name', () => {
    for (const field of ['extra', '__proto__', 'constructor', 'goodTill']) {
      const raw = JSON.parse(`{"${field}":1}`) as object;
      const spoiled = Object.defineProperty({ ...order }, field, { value: raw, enumerable: true });
      expect(quickCommand('orders.place', 'lst_1', spoiled), field).to.equal(undefined);
      expect(quickCommand('orders.cancel', 'ord_1', raw), field).to.equal(undefined);
    }
    for (const other of [[], 'x', 7, null, new Map()])
      expect(quickCommand('orders.place', 'lst_1', other)).to.equal(undefined);
  });
  it('are told apart by a fingerprint of every field', () => {
    const base = { ...order, minimumQuantity: 1, selfMatch: 'cancel_oldest' };
    const changes = [
      {},
      { side: 'sell' },
      { type: 'market' },
      { price: '25.20' },
      { quantity: 11 },
      { timeInForce: 'day' },
      { minimumQuantity: 2 },
      { selfMatch: 'cancel_both' },
    ];
    const commands = [
      ...changes.map((change) => quickCommand('orders.place', 'lst_1', { ...base, ...change })),
      quickCommand('orders.place', 'lst_2', base),
      quickCommand('orders.amend', 'ord_1', { quantity: 5 }),
      quickCommand('orders.amend', 'ord_1', { price: '5.00' }),
      quickCommand('orders.amend', 'ord_2', { quantity: 5 }),
      quickCommand('orders.cancel', 'ord_1', {}),
      quickCommand('orders.cancel', 'ord_2', {}),
      quickCommand('orders.cancel', 'ord_1z141z5', {}),
    ];
    const prints = commands.map((command) => fingerprintOf(command as never));
    expect(new Set(prints).size).to.equal(commands.length);
    expect(fingerprintOf(commands[0] as never)).to.equal(prints[0]);
    for (const print of prints) expect(print).to.match(/^[0-9a-z]{2,14}$/);
  });
  it('are answered in the form of the contract, without its schemas', () => {
    const result = { order: 77, filled: 3, resting: 5, cancelled: 2 };
    expect(z.encode(place.reply, presentOutcome('orders.place', result) as never)).to.deep.equal(
      presentOutcome('orders.place', result),
    );
    expect(z.encode(amend.reply, presentOutcome('orders.amend', result) as never)).to.deep.equal(
      presentOutcome('orders.amend', result),
    );
    expect(z.encode(cancel.reply, presentOutcome('orders.cancel', result))).to.deep.equal(
      presentOutcome('orders.cancel', result),
    );
  });
});
