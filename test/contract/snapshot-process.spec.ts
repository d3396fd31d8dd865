import { expect } from 'chai';
import { stateHash } from '../../server/src/kernel/canonical.ts';
import { restore, type Restored } from '../../server/src/kernel/restore.ts';
import { Snapshots } from '../../server/src/snapshots.ts';
import { commits, openOffer, startKernel, type Kernel, type OpenOffer } from '../support/kernel.ts';
import { storeKits, type OpenKit } from '../support/stores.ts';
import { pause } from '../support/wait.ts';

const many = 20_000;
const kills = 8;

/** Gives so many commands as fast as they are taken. */
async function busy({ exchange }: Kernel, { investors }: OpenOffer, commands: number): Promise<void> {
  const topUp = { kind: 'wallet.topUp', amountCents: 100 } as const;
  const give = (one: number) => exchange.command(topUp, investors[one % investors.length]!);
  await Promise.all(Array.from({ length: commands }, (_, one) => give(one)));
}

describe('JNL-6: The snapshot process', () => {
  let stores: OpenKit;
  let kernel: Kernel;
  let offer: OpenOffer;
  let told: string[];
  let taken: number[];

  const snapshotsOf = (every: number, newest = 0): Snapshots =>
    new Snapshots({
      stores: stores.config!,
      every,
      newest,
      taken: (seq) => void taken.push(seq),
      failed: (why) => void told.push(why),
    });
  const restored = (): Promise<Restored> =>
    restore({ journal: stores.journal, snapshots: stores.snapshots, head: stores.head });

  beforeEach(async () => {
    [told, taken] = [[], []];
    stores = await storeKits.find(({ name }) => name === 'lmdb')!.open();
    kernel = await startKernel({ stores });
    offer = await openOffer(kernel.exchange, 50);
  });
  afterEach(async () => {
    await kernel.stop();
    await stores.destroy();
  });

  it('killed at any moment harms nobody, and the start after a whole one begins there, in the same state', async () => {
    await busy(kernel, offer, many);
    const { seq } = kernel.state.line;
    const hash = stateHash(kernel.state);
    const snapshots = snapshotsOf(1);
    const started = performance.now();
    snapshots.reached(seq - kills - 1);
    await snapshots.settled();
    const tookMs = performance.now() - started;
    for (let kill = 1; kill <= kills; kill += 1) {
      snapshots.reached(seq - kills + kill);
      await pause(tookMs * Math.random());
      if (snapshots.pid !== undefined) process.kill(snapshots.pid, 'SIGKILL');
      await snapshots.settled();
      expect(stateHash((await restored()).state)).to.equal(hash);
    }
    expect(told.length + taken.length).to.equal(kills + 1);
    expect(told.filter((why) => why !== 'SIGKILL')).to.deep.equal([]);
    snapshots.reached(seq + 1);
    await snapshots.settled();
    const { state, from } = await restored();
    expect([stateHash(state), from]).to.deep.equal([hash, seq]);
  });

  it('follows a venue that goes on, one at a time; the newest two are kept', async () => {
    const snapshots = snapshotsOf(1_000);
    const follow = (): void => snapshots.reached(kernel.exchange.durableSeq);
    const timer = setInterval(follow, 5);
    for (let round = 0; round < 12; round += 1) {
      await busy(kernel, offer, 700);
      await commits(kernel.exchange, offer, offer.investors[round]!);
      await snapshots.settled();
    }
    clearInterval(timer);
    await snapshots.settled();
    expect(told).to.deep.equal([]);
    expect(taken.length).to.be.within(3, 9);
    expect(taken).to.deep.equal(taken.toSorted((a, b) => a - b));
    const headers = await stores.snapshots.list();
    expect(headers.map(({ seq }) => seq)).to.deep.equal(taken.slice(-2).toReversed());
    const { state, from } = await restored();
    expect([stateHash(state), from]).to.deep.equal([stateHash(kernel.state), taken.at(-1)]);
  });

  it('is not started before enough has been recorded, nor after the end', async () => {
    const snapshots = snapshotsOf(100, 50);
    snapshots.reached(149);
    expect(snapshots.pid).to.equal(undefined);
    await snapshots.close();
    snapshots.reached(1_000);
    expect(snapshots.pid).to.equal(undefined);
    const none = snapshotsOf(0);
    none.reached(1_000_000);
    expect(none.pid).to.equal(undefined);
  });

  it('is given up when the venue closes, without a word of complaint', async () => {
    await busy(kernel, offer, 3_000);
    const snapshots = snapshotsOf(1);
    snapshots.reached(kernel.exchange.durableSeq);
    await snapshots.close();
    expect([told, taken, await stores.snapshots.list()]).to.deep.equal([[], [], []]);
  });

  it('that fails says why, and the next is tried only after as many records again', async () => {
    const elsewhere = new Snapshots({
      stores: { dataDir: '/proc/nowhere' },
      every: 10,
      newest: 0,
      taken: (seq) => void taken.push(seq),
      failed: (why) => void told.push(why),
    });
    elsewhere.reached(10);
    await elsewhere.settled();
    expect(told).to.have.length(1);
    expect(told[0]).to.contain('there is no store at /proc/nowhere');
    elsewhere.reached(19);
    expect(elsewhere.pid).to.equal(undefined);
    elsewhere.reached(20);
    await elsewhere.settled();
    expect(told).to.have.length(2);
  });
});
