import { expect } from 'chai';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layDown } from '../../scripts/crash/power-cut/image.ts';
import { inspect } from '../../scripts/crash/power-cut/inspect.ts';
import { powerCut } from '../../scripts/crash/power-cut/run.ts';
import { seeded } from '../../scripts/crash/random.ts';
import { LmdbJournal } from '../../server/src/adapters/lmdb/journal.ts';
import { stateHash } from '../../server/src/kernel/canonical.ts';
import { systemClock } from '../../server/src/kernel/clock.ts';
import { restore } from '../../server/src/kernel/restore.ts';
import { Sequencer } from '../../server/src/kernel/sequencer.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

describe(`JNL-4: a power cut (SEED=${seed})`, function () {
  this.timeout(600_000);

  it('in the middle of an append leaves every acknowledged record, whatever reached the disk', async () => {
    const result = await powerCut({ images: 6, random: seeded(seed) });
    expect(result.wrong).to.deep.equal([]);
    expect(result.images, 'interrupted appends').to.equal(6);
    expect(result.acknowledged).to.be.above(0);
    expect(result.trades, 'trades of the writing venue').to.be.above(0);
  });

  describe('that took what was acknowledged would be noticed', () => {
    let folder: string;
    let whole: Buffer;
    let end: number;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'piazza-cut-'));
      const journal = await LmdbJournal.open(join(folder, 'data', 'journal'));
      const { state, head } = await restore({ journal });
      const epoch = await journal.raiseEpoch();
      const parts = { journal, clock: systemClock, epoch, state, head, observe: () => undefined };
      const exchange = new Sequencer({ ...parts, flushed: () => undefined, failed: () => undefined });
      await exchange.start();
      const profile = { ref: 'd'.repeat(9_000), hash: '' };
      for (const subject of ['sub_a', 'sub_b', 'sub_c'])
        await exchange.command({ kind: 'people.register', subject, profile, roles: ['investor'] }, 'venue');
      end = exchange.durableSeq;
      await exchange.stop();
      await journal.close();
      whole = await readFile(join(folder, 'data', 'journal', 'data.mdb'));
    });
    after(() => rm(folder, { recursive: true, force: true }));

    const stateIn = async (dataDir: string): Promise<{ seq: number; hash: string }> => {
      const journal = await LmdbJournal.open(join(dataDir, 'journal'));
      const { state, head } = await restore({ journal });
      await journal.close();
      return { seq: head.seq, hash: stateHash(state) };
    };
    const left = async (name: string, image: Buffer): Promise<string[]> => {
      await layDown(join(folder, name), image);
      return inspect(join(folder, name), { acknowledged: end, begun: end });
    };

    it('but nothing is wrong with the whole', async () => {
      expect(await left('whole', whole)).to.deep.equal([]);
    });

    it('by a record whose bytes are gone', async () => {
      const image = Buffer.from(whole);
      const at = image.lastIndexOf('ddddddddd');
      image.fill(0, at - 4_000, at);
      expect(await left('hole', image)).to.not.deep.equal([]);
    });

    it('by an end that is older than what was acknowledged', async () => {
      const told = { acknowledged: end + 100, begun: end + 100 };
      expect(await inspect(join(folder, 'whole'), told)).to.satisfy((found: string[]) =>
        found.some((what) => what.includes('was acknowledged')),
      );
    });

    it('by a state that is another than the writer had', async () => {
      const told = { acknowledged: 0, begun: end + 100 };
      const { seq, hash } = await stateIn(join(folder, 'whole'));
      const inspected = (of: string): Promise<string[]> =>
        inspect(join(folder, 'whole'), { ...told, hashes: new Map([[seq, of]]) });
      expect(await inspected('0'.repeat(64))).to.deep.equal([`the state at ${seq} is not what it was`]);
      const after = await stateIn(join(folder, 'whole'));
      expect(after.hash, 'with one takeover more').to.not.equal(hash);
      const right = { ...told, hashes: new Map([[after.seq, after.hash]]) };
      expect(await inspect(join(folder, 'whole'), right)).to.deep.equal([]);
    });

    it('by an answered command that is missing', async () => {
      const told = { acknowledged: end, begun: end + 100, answered: 1 };
      expect(await inspect(join(folder, 'whole'), told)).to.deep.equal(['key 1 was answered and is missing']);
    });
  });
});
