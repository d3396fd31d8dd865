import { expect } from 'chai';
import { Demo, HalfPlanted, openWholeStores } from '../../../server/src/demo/index.ts';
import { readStory, writeStory, type StoryRecord } from '../../../server/src/demo/record.ts';
import { onEveryStore, refusalOf, bytes, type OpenKit } from '../../support/stores.ts';

const begun: StoryRecord = { state: 'planting', at: 1, accounts: [], cast: [], crowd: [], reserve: [] };
const told: StoryRecord = { ...begun, state: 'planted', cast: ['per_1' as never] };

const aBatch = { firstSeq: 1, lastSeq: 1, epoch: 1, bytes: bytes('one') };

/** What shows that a venue was begun there, each alone. */
const touches: Readonly<Record<string, (kit: OpenKit) => Promise<unknown>>> = {
  'a record': async ({ election, journal }) => {
    const lease = await election.claim();
    await journal.append({ ...aBatch, epoch: lease.epoch });
    await lease.release();
  },
  'a secret': ({ vault }) => vault.commit([{ key: 'secret/request', value: bytes('s') }]),
  'a head that tells of lost records': ({ head }) => head.write({ seq: 9, hash: 'a'.repeat(64) }),
};

const openDemo = (kit: OpenKit, on = true): Promise<Demo> =>
  Demo.open({ ...kit, on, clock: { now: () => 1_000_000_000_000 } });

onEveryStore('beginning the demo story', (kit) => {
  it('notes in empty stores that a story is being planted, before anything else', async () => {
    const demo = await openDemo(kit());
    expect((await readStory(kit().vault))?.value.state).to.equal('planting');
    expect(demo.clock.now()).to.equal(1_000_000_000_000 - 75 * 86_400_000);
    expect(demo.accounts).to.deep.equal([]);
    expect(demo.whole).to.equal(undefined);
  });

  it('leaves empty stores alone where the demo is off', async () => {
    const demo = await openDemo(kit(), false);
    expect(await kit().vault.list('')).to.deep.equal([]);
    expect(demo.clock.now()).to.equal(1_000_000_000_000);
  });

  for (const [what, touch] of Object.entries(touches)) {
    it(`leaves a venue alone that has ${what}`, async () => {
      await touch(kit());
      const demo = await openDemo(kit());
      expect(await readStory(kit().vault)).to.equal(undefined);
      expect(demo.clock.now()).to.equal(1_000_000_000_000);
    });
  }

  it('refuses to serve half a story, whether the demo is on or off', async () => {
    await writeStory(kit().vault, begun, 0);
    for (const on of [true, false])
      expect(await refusalOf(openDemo(kit(), on))).to.be.instanceOf(HalfPlanted);
  });

  it('knows a whole story again: its accounts where the demo is on, its fiction always', async () => {
    const account = {
      id: 'per_1' as never,
      email: 'a@piazza.example',
      password: 'p',
      displayName: 'A (demo)',
    };
    await writeStory(kit().vault, { ...told, accounts: [{ ...account, role: 'investor' }] }, 0);
    const [on, off] = [await openDemo(kit()), await openDemo(kit(), false)];
    expect(on.accounts).to.deep.equal([{ ...account, role: 'investor' }]);
    expect(off.accounts).to.deep.equal([]);
    expect(off.whole).to.equal(undefined);
    for (const demo of [on, off]) {
      expect(demo.isCast('per_1' as never)).to.equal(true);
      expect(demo.isCast('per_2' as never)).to.equal(false);
    }
  });

  it('is noted once: a second writer of the record is refused', async () => {
    await writeStory(kit().vault, begun, 0);
    expect((await refusalOf(writeStory(kit().vault, begun, 0))).message).to.include('somebody else');
  });
});

/** Opens the kit's medium as a start does; counts how often it was cleared, which these tests only pretend. */
function starting(kit: () => OpenKit) {
  const cleared = { times: 0 };
  const clear = async (): Promise<void> => {
    cleared.times += 1;
  };
  return { open: () => kit().beside(), clear, cleared };
}

onEveryStore('clearing half a story', (kit) => {
  it('clears where one was begun and never finished', async () => {
    await writeStory(kit().vault, begun, 0);
    const { open, clear, cleared } = starting(kit);
    const whole = await openWholeStores(open, clear);
    expect([whole.cleared, cleared.times]).to.deep.equal([true, 1]);
    await whole.stores.close();
  });

  it('never clears anything else: nothing at all, a whole story, a venue without one', async () => {
    const { open, clear, cleared } = starting(kit);
    const leaveAlone = async (): Promise<void> => {
      const whole = await openWholeStores(open, clear);
      expect([whole.cleared, cleared.times]).to.deep.equal([false, 0]);
      await whole.stores.close();
    };
    await leaveAlone();
    await kit().vault.commit([{ key: 'secret/request', value: bytes('s') }]);
    await leaveAlone();
    await writeStory(kit().vault, told, 0);
    await leaveAlone();
  });

  it('refuses where the record says half but somebody has been there', async () => {
    await writeStory(kit().vault, begun, 0);
    await kit().vault.commit([{ key: 'family/abc', value: bytes('{}') }]);
    const { open, clear, cleared } = starting(kit);
    expect((await refusalOf(openWholeStores(open, clear))).message).to.include('nothing is cleared');
    expect(cleared.times).to.equal(0);
  });

  it('says what to do where it must not clear', async () => {
    await writeStory(kit().vault, begun, 0);
    const { open } = starting(kit);
    expect((await refusalOf(openWholeStores(open, undefined))).message).to.match(/drop this database/i);
  });

  it('touches nothing while another process holds the stores', async () => {
    await writeStory(kit().vault, begun, 0);
    const lease = await kit().election.claim();
    const { open, clear, cleared } = starting(kit);
    expect((await refusalOf(openWholeStores(open, clear))).message).to.not.equal('');
    expect(cleared.times).to.equal(0);
    await lease.release();
  });
});
