import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { LmdbJournal } from '../../../server/src/adapters/lmdb/journal.ts';
import { JournalFault } from '../../../server/src/ports/journal.ts';
import { bytes, refusalOf } from '../../support/stores.ts';

const batch = (seq: number, epoch: number) => ({
  firstSeq: seq,
  lastSeq: seq,
  epoch,
  bytes: bytes(`${seq}`),
});

describe('the journal on a disk, and a claim at the same moment', () => {
  let folder = '';
  let former: LmdbJournal;
  let next: LmdbJournal;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'piazza-journal-'));
    [former, next] = [await LmdbJournal.open(folder), await LmdbJournal.open(folder)];
    await former.append(batch(1, await former.raiseEpoch()));
  });
  afterEach(async () => {
    await Promise.all([former.close(), next.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  // Both go through one opening of the journal, whose writes reach the disk in the order they were asked for.
  it('refuses an append that was checked before the claim and comes to the disk after it', async () => {
    const [claimed, refusal] = await Promise.all([
      former.raiseEpoch(),
      refusalOf(former.append(batch(2, 1))),
    ]);
    expect(claimed).to.equal(2);
    expect(refusal).to.be.instanceOf(JournalFault);
    expect((await next.last())!.lastSeq).to.equal(1);
    expect(await next.raiseEpoch()).to.equal(3);
  });

  it('keeps an append that came to the disk first, and claims after it', async () => {
    const [, claimed] = await Promise.all([former.append(batch(2, 1)), former.raiseEpoch()]);
    expect(claimed).to.equal(2);
    expect((await next.last())!.lastSeq).to.equal(2);
    expect(await refusalOf(former.append(batch(3, 1)))).to.match(/fenced/);
    await next.append(batch(3, 2));
  });
});
