import {
  checksumOf,
  DepthBook,
  Follower,
  type DepthFrame,
  type DepthSnapshot,
  type Level,
} from '@piazza/shared/depth';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { property } from '../support/property.ts';

/** A book kept the slow and obvious way. */
class PlainBook {
  readonly #sides = { bids: new Map<number, number>(), asks: new Map<number, number>() };

  set(side: 'bids' | 'asks', price: number, quantity: number): void {
    if (quantity === 0) this.#sides[side].delete(price);
    else this.#sides[side].set(price, quantity);
  }
  get bids(): Level[] {
    return [...this.#sides.bids].toSorted(([a], [b]) => b - a) as unknown as Level[];
  }
  get asks(): Level[] {
    return [...this.#sides.asks].toSorted(([a], [b]) => a - b) as unknown as Level[];
  }
}

const change = fc.record({
  side: fc.constantFrom<('bids' | 'asks')[]>('bids', 'asks'),
  price: fc.integer({ min: 2_490, max: 2_510 }),
  quantity: fc.nat(3),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** The venue's end: changes are conflated into a frame; a snapshot may be taken between two frames. */
class Source {
  readonly book = new PlainBook();
  #touched = { bids: new Map<number, number>(), asks: new Map<number, number>() };
  #seq = 0;
  #framedAt = 0;

  take({ side, price, quantity }: Change): void {
    this.#seq += 1;
    this.book.set(side, price, quantity);
    this.#touched[side].set(price, quantity);
  }
  frame(): DepthFrame {
    const { bids, asks } = this.#touched;
    this.#touched = { bids: new Map(), asks: new Map() };
    const frame = {
      prevSeq: this.#framedAt,
      seq: this.#seq,
      bids: [...bids] as unknown as Level[],
      asks: [...asks] as unknown as Level[],
      checksum: checksumOf(this.book),
    };
    this.#framedAt = this.#seq;
    return frame;
  }
  snapshot(): DepthSnapshot {
    const { bids, asks } = this.book;
    return { seq: this.#seq, bids, asks, checksum: checksumOf(this.book) };
  }
}

/** A client on a bad line: it answers `resync` by asking, and what it asked for may be long in coming. */
class Client {
  readonly follower = new Follower();
  readonly #onTheWay: DepthSnapshot[] = [];
  asked = 0;

  ask(source: Source): void {
    this.asked += 1;
    this.#onTheWay.push(source.snapshot());
  }
  hear(frame: DepthFrame, source: Source): void {
    if (this.follower.frame(frame).kind === 'resync') this.ask(source);
  }
  arrive(source: Source): void {
    const snapshot = this.#onTheWay.shift();
    if (snapshot !== undefined && this.follower.snapshot(snapshot).kind === 'resync') this.ask(source);
  }
  get waits(): boolean {
    return this.#onTheWay.length > 0;
  }
}

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('change' as const), change }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('frame' as const), times: fc.integer({ min: 0, max: 2 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('arrive' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('late frame' as const), back: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reconnect' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('ask' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function run(steps: readonly Step[]): { readonly source: Source; readonly client: Client } {
  const [source, client] = [new Source(), new Client()];
  const sent: DepthFrame[] = [];
  client.ask(source);
  for (const one of steps) {
    if (one.do === 'change') source.take(one.change);
    else if (one.do === 'arrive') client.arrive(source);
    else if (one.do === 'ask') client.ask(source);
    else if (one.do === 'reconnect') {
      client.follower.reset();
      client.ask(source);
    } else if (one.do === 'late frame') {
      const late = sent.at(-1 - one.back);
      if (late !== undefined) client.hear(late, source);
    } else {
      const frame = source.frame();
      sent.push(frame);
      for (let time = 0; time < one.times; time += 1) client.hear(frame, source);
    }
  }
  return { source, client };
}

describe('FED-1: the book a client follows', () => {
  property(
    'is the venue’s at its seq, or it knows that it is not',
    2_000,
    [fc.array(step, { maxLength: 60 })],
    (steps) => {
      const { source, client } = run(steps);
      // The line is good from here on: one more change reaches the client.
      source.take({ side: 'bids', price: 2_500, quantity: 1 });
      client.hear(source.frame(), source);
      const { follower } = client;
      expect(follower.seq !== null || client.waits, 'a snapshot is on its way to who waits').to.equal(true);
      while (client.waits) client.arrive(source);
      expect(follower.seq).to.equal(source.snapshot().seq);
      expect(follower.book.bids).to.deep.equal(source.book.bids);
      expect(follower.book.asks).to.deep.equal(source.book.asks);
      expect(follower.book.checksum).to.equal(source.snapshot().checksum);
    },
  );
  property(
    'is not asked for again on a good line, whenever the snapshot comes',
    500,
    [fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 30 }), fc.nat(30), fc.nat(30)],
    (ticks, asksAt, waits) => {
      const [source, client] = [new Source(), new Client()];
      for (const [at, changes] of ticks.entries()) {
        for (const [nth, one] of changes.entries()) {
          source.take(one);
          // In the middle of a tick: the frame under way repeats what the snapshot has.
          if (at === asksAt && nth === 1) client.ask(source);
        }
        if (at >= asksAt) client.hear(source.frame(), source);
        else source.frame();
        if (at === asksAt + waits) client.arrive(source);
      }
      if (client.asked === 0) client.ask(source);
      while (client.waits) client.arrive(source);
      expect(client.asked).to.equal(1);
      expect(client.follower.book.bids).to.deep.equal(source.book.bids);
      expect(client.follower.book.asks).to.deep.equal(source.book.asks);
    },
  );
  property(
    'kept level by level is the one kept in a map',
    1_000,
    [fc.array(change, { maxLength: 200 })],
    (changes) => {
      const [book, plain] = [new DepthBook(), new PlainBook()];
      for (const { side, price, quantity } of changes) {
        plain.set(side, price, quantity);
        book.apply({ bids: [], asks: [], [side]: [[price, quantity]] as unknown as Level[] });
        expect(book.quantityAt(side, price as never)).to.equal(quantity);
      }
      expect(book.bids).to.deep.equal(plain.bids);
      expect(book.asks).to.deep.equal(plain.asks);
      expect(book.checksum).to.equal(checksumOf(plain));
    },
  );
});
