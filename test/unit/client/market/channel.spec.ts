import type { MarketFrame, MarketSnapshot } from '@piazza/shared/contract';
import { checksumOf, DepthBook, type Level } from '@piazza/shared/depth';
import { expect } from 'chai';
import { Channel } from '../../../../client/src/realtime/market/channel.ts';

const level = (price: number, quantity: number): Level => [price, quantity] as unknown as Level;
const trade = (number: number) => ({ number, at: number, price: 2500, quantity: 1, aggressor: 'buy' });

interface Change {
  readonly bids?: readonly Level[];
  readonly asks?: readonly Level[];
  readonly trades?: readonly number[];
  readonly indicative?: MarketFrame['indicative'];
}

/** A venue with one book, and a page whose pictures and waits the test lets pass. */
function scene() {
  const book = new DepthBook();
  let seq = 1;
  let newest = 0;
  const questions: ((snapshot: MarketSnapshot | null) => void)[] = [];
  const failures: (() => void)[] = [];
  let pictures: (() => void)[] = [];
  let waits: { ms: number; run: () => void }[] = [];
  const channel = new Channel({
    subscribe: () =>
      new Promise((resolve, fail) => {
        questions.push(resolve);
        failures.push(() => fail(new Error('unreachable')));
      }),
    beforePaint: (run) => void pictures.push(run),
    after: (ms, run) => void waits.push({ ms, run }),
    random: () => 1,
  });
  const snapshot = (): MarketSnapshot =>
    ({
      listingId: 'lst_1',
      seq,
      bids: [...book.bids],
      asks: [...book.asks],
      checksum: book.checksum,
      session: { phase: 'continuous' },
      indicative: null,
      reference: 2500,
      last: null,
      trades: newest === 0 ? [] : [trade(newest)],
    }) as unknown as MarketSnapshot;
  return {
    channel,
    state: () => channel.store.get(),
    snapshot,
    frame: ({ bids = [], asks = [], trades = [], indicative }: Change): MarketFrame => {
      const prevSeq = seq;
      seq += 2;
      newest = trades.at(-1) ?? newest;
      book.apply({ bids, asks });
      const rest = indicative === undefined ? {} : { indicative };
      const made = { listingId: 'lst_1', prevSeq, seq, bids, asks, checksum: checksumOf(book) };
      return { ...made, trades: trades.map(trade), ...rest } as unknown as MarketFrame;
    },
    asked: () => questions.length,
    answer: async (given: MarketSnapshot | null = snapshot()) => {
      questions.at(-1)?.(given);
      await new Promise((resolve) => setImmediate(resolve));
    },
    fail: async () => {
      failures.at(-1)?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
    paint: () => {
      const due = pictures;
      pictures = [];
      for (const run of due) run();
      return due.length;
    },
    wait: () => {
      const due = waits;
      waits = [];
      for (const { run } of due) run();
      return due.map(({ ms }) => ms);
    },
  };
}

describe('one market as a page follows it', () => {
  it('keeps frames that come before the snapshot, and applies those it does not contain', async () => {
    const { channel, frame, answer, paint, state, snapshot } = scene();
    channel.open();
    channel.hear(frame({ bids: [level(2480, 10)] }));
    const given = snapshot();
    channel.hear(frame({ asks: [level(2520, 5)] }));
    await answer(given);
    paint();
    expect(state()).to.deep.include({
      standing: 'live',
      bids: [level(2480, 10)],
      asks: [level(2520, 5)],
    });
  });

  it('shows many frames as one picture', async () => {
    const { channel, frame, answer, paint, state } = scene();
    channel.open();
    await answer();
    paint();
    let drawn = 0;
    channel.store.subscribe(() => (drawn += 1));
    for (let units = 1; units <= 50; units += 1) channel.hear(frame({ bids: [level(2480, units)] }));
    expect(drawn).to.equal(0);
    expect(paint()).to.equal(1);
    expect(drawn).to.equal(1);
    expect(state().bids).to.deep.equal([level(2480, 50)]);
  });

  it('leaves what did not change the same object', async () => {
    const { channel, frame, answer, paint, state } = scene();
    channel.open();
    await answer();
    channel.hear(frame({ bids: [level(2480, 1)], asks: [level(2520, 1)], trades: [1] }));
    paint();
    const before = state();
    channel.hear(frame({ bids: [level(2480, 2)] }));
    paint();
    expect(state().asks).to.equal(before.asks);
    expect(state().trades).to.equal(before.trades);
    expect(state().session).to.equal(before.session);
    expect(state().bids).not.to.equal(before.bids);
  });

  it('asks again after a gap, a moment later, and shows the last right book meanwhile', async () => {
    const { channel, frame, answer, paint, state, wait, asked } = scene();
    channel.open();
    channel.hear(frame({ bids: [level(2480, 7)] }));
    await answer();
    paint();
    frame({ bids: [level(2460, 1)] });
    channel.hear(frame({ bids: [level(2440, 1)] }));
    expect(state()).to.deep.include({ standing: 'resyncing', bids: [level(2480, 7)] });
    expect(asked()).to.equal(1);
    expect(wait()).to.deep.equal([400]);
    expect(asked()).to.equal(2);
    channel.hear(frame({ asks: [level(2520, 3)] }));
    await answer();
    paint();
    expect(state()).to.deep.include({
      standing: 'live',
      bids: [level(2480, 7), level(2460, 1), level(2440, 1)],
      asks: [level(2520, 3)],
    });
  });

  it('asks again when the checksum of a frame differs from its book', async () => {
    const { channel, frame, answer, paint, state, wait, asked } = scene();
    channel.open();
    await answer();
    paint();
    channel.hear({ ...frame({ bids: [level(2480, 7)] }), checksum: 1 });
    expect(state().standing).to.equal('resyncing');
    wait();
    expect(asked()).to.equal(2);
  });

  it('waits longer each time the venue cannot be reached, and never more than ten seconds', async () => {
    const { channel, fail, wait, answer, paint, state } = scene();
    channel.open();
    const waits: number[] = [];
    for (let times = 0; times < 7; times += 1) {
      await fail();
      waits.push(...wait());
    }
    expect(waits).to.deep.equal([400, 800, 1_600, 3_200, 6_400, 10_000, 10_000]);
    expect(state().standing).to.equal('loading');
    await answer();
    paint();
    expect(state().standing).to.equal('live');
  });

  it('takes a trade once, also when a frame repeats what the snapshot had shown', async () => {
    const { channel, frame, answer, paint, state, snapshot } = scene();
    channel.open();
    const repeated = frame({ bids: [level(2480, 7)], trades: [1, 2] });
    await answer({ ...snapshot(), seq: repeated.prevSeq, bids: [], checksum: checksumOf(new DepthBook()) });
    channel.hear(repeated);
    channel.hear(repeated);
    channel.hear(frame({ trades: [3] }));
    paint();
    expect(state().trades.map(({ number }) => number)).to.deep.equal([3, 2]);
    expect(state().last).to.equal(2500);
  });

  it('keeps an indicative price until a frame takes it back', async () => {
    const { channel, frame, answer, paint, state } = scene();
    const price = { price: 2500, volume: 5, surplus: -2 } as unknown as NonNullable<
      MarketFrame['indicative']
    >;
    channel.open();
    await answer();
    channel.hear(frame({ indicative: price }));
    channel.hear(frame({ bids: [level(2480, 1)] }));
    paint();
    expect(state().indicative).to.deep.equal(price);
    channel.hear(frame({ indicative: null }));
    paint();
    expect(state().indicative).to.equal(null);
  });

  it('says that there is no such market, and ignores answers after it was closed', async () => {
    const gone = scene();
    gone.channel.open();
    await gone.answer(null);
    expect(gone.state().standing).to.equal('gone');
    const left = scene();
    left.channel.open();
    left.channel.close();
    await left.answer();
    expect(left.paint()).to.equal(0);
    expect(left.state().standing).to.equal('loading');
  });

  it('begins anew after a lost connection, though frames of the old one still wait', async () => {
    const { channel, frame, answer, paint, state } = scene();
    channel.open();
    await answer();
    channel.hear(frame({ bids: [level(2480, 7)] }));
    channel.open();
    expect(paint()).to.equal(1);
    frame({ bids: [level(2480, 0)], asks: [level(2600, 1)] });
    await answer();
    paint();
    expect(state()).to.deep.include({ standing: 'live', bids: [], asks: [level(2600, 1)] });
  });
});
