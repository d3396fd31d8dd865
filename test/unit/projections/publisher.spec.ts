import { expect } from 'chai';
import { HistoryMedium, MemoryHistory } from '../../../server/src/adapters/memory/history.ts';
import type { HistoryLine } from '../../../server/src/ports/history.ts';
import { Publisher, usualRestMs, type Publication } from '../../../server/src/projections/publisher.ts';
import { dealFlowStream } from '../../../server/src/projections/deal-flow.ts';
import { commits, openOffer, startKernel, type Kernel, type OpenOffer } from '../../support/kernel.ts';
import { storeKits, type OpenKit } from '../../support/stores.ts';
import { pause, waitFor } from '../../support/wait.ts';

/** A history whose appends wait while it is held. */
class SlowHistory extends MemoryHistory {
  appends = 0;
  held: Promise<void> = Promise.resolve();
  broken = false;
  override async append(seq: number, lines: readonly HistoryLine[]): Promise<number[]> {
    this.appends += 1;
    await this.held;
    if (this.broken) throw new Error('the disk is gone');
    return super.append(seq, lines);
  }
  hold(): () => void {
    let open = (): void => undefined;
    this.held = new Promise((resolve) => {
      open = resolve;
    });
    return open;
  }
}

describe('The publisher', () => {
  let stores: OpenKit;
  let history: SlowHistory;
  let publisher: Publisher;
  let faults: unknown[];
  let told: Publication[];
  let kernel: Kernel;
  let offer: OpenOffer;

  beforeEach(async () => {
    stores = await storeKits[0]!.open();
    history = new SlowHistory(new HistoryMedium());
    [faults, told] = [[], []];
    publisher = new Publisher(history, 0, (error) => void faults.push(error));
    publisher.listen((publication) => void told.push(publication));
    kernel = await startKernel({
      stores,
      observe: publisher.observe,
      publish: (batch) => publisher.flushed(batch),
    });
    offer = await openOffer(kernel.exchange, 3);
    await publisher.settled();
    told.splice(0);
    history.appends = 0;
  });
  afterEach(() => kernel.stop());

  const commit = (who: number): Promise<unknown> => commits(kernel.exchange, offer, offer.investors[who]!);

  it('tells of a record only when it is in the history, with the place of each of its lines', async () => {
    const open = history.hold();
    await commit(0);
    await pause(5);
    expect(told).to.deep.equal([]);
    open();
    await publisher.settled();
    const feed = told.flatMap(({ lines }) => lines).filter(({ stream }) => stream === dealFlowStream);
    expect(feed.map(({ index }) => index)).to.deep.equal([await history.length(dealFlowStream)]);
    expect(await history.checkpoint()).to.equal(kernel.exchange.durableSeq);
  });

  it('writes what became durable meanwhile as one, in order, and tells since when the oldest of it waited', async () => {
    const open = history.hold();
    await commit(0);
    await waitFor('the first to be begun', () => (history.appends === 1 ? true : undefined));
    const after = performance.now();
    for (const who of [1, 2, 0, 1]) await commit(who);
    const later = performance.now();
    open();
    await publisher.settled();
    expect(history.appends).to.equal(2);
    const seq = kernel.exchange.durableSeq;
    expect(told.map((publication) => publication.seq)).to.deep.equal([seq - 4, seq]);
    expect(told[1]?.effects.map((effects) => effects.seq)).to.deep.equal([seq - 3, seq - 2, seq - 1, seq]);
    expect(told[0]?.durableAt).to.be.at.most(after);
    expect(told[1]?.durableAt).to.be.within(after, later);
  });

  it('gathers for a few ms between two publications, unless somebody waits', async () => {
    const began = performance.now();
    const topUp = () =>
      kernel.exchange.command({ kind: 'wallet.topUp', amountCents: 100 }, offer.investors[0]!);
    for (let times = 0; times < 60; times += 1) {
      await topUp();
      await pause(1);
    }
    const rests = (performance.now() - began) / usualRestMs;
    expect(history.appends).to.be.within(2, Math.min(rests + 2, 59));
    await publisher.settled();
    history.appends = 0;
    for (let times = 0; times < 5; times += 1) {
      await topUp();
      await publisher.settled();
      expect(history.appends).to.equal(times + 1);
    }
  });

  it('is settled when all that was handed over by then is told, however much follows', async () => {
    const open = history.hold();
    await commit(0);
    const first = publisher.settled();
    await commit(1);
    const second = publisher.settled();
    open();
    await first;
    expect(told.length).to.be.at.least(1);
    await second;
    expect(told.at(-1)?.seq).to.equal(kernel.exchange.durableSeq);
    await publisher.settled();
  });

  it('tells nothing of what a replay collects, and begins after the checkpoint', async () => {
    await commit(0);
    await publisher.settled();
    await kernel.stop();
    told.splice(0);
    const before = history.appends;
    const again = new Publisher(history, await history.checkpoint(), (error) => void faults.push(error));
    kernel = await startKernel({ stores, observe: again.observe });
    expect(history.appends).to.equal(before);
    await again.catchUp(kernel.exchange.durableSeq);
    expect(await history.checkpoint()).to.equal(kernel.exchange.durableSeq);
    expect(told).to.deep.equal([]);
  });

  it('reports a history that fails once, and tells nothing more', async () => {
    history.broken = true;
    await commit(0);
    await waitFor('the fault', () => faults[0]);
    await commit(1);
    await pause(60);
    expect(faults.map(String)).to.deep.equal(['Error: the disk is gone']);
    expect(told).to.deep.equal([]);
  });
});
