import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { socketPathOf } from '../../../server/src/adapters/lmdb/election.ts';
import { openReader, openStores } from '../../../server/src/adapters/open-stores.ts';
import { JournalFault } from '../../../server/src/ports/journal.ts';
import { startStoreProcess, type ProcessLimits, type StoreProcess } from '../../support/processes.ts';
import { bytes, refusalOf } from '../../support/stores.ts';

describe('one data folder and several processes', () => {
  let folder = '';
  let started: StoreProcess[] = [];
  const start = (task: string, args: readonly string[] = [], limits: ProcessLimits = {}): StoreProcess => {
    const process_ = startStoreProcess([task, folder, ...args], limits);
    started.push(process_);
    return process_;
  };
  beforeEach(async function () {
    if (process.platform === 'win32') this.skip();
    folder = await mkdtemp(join(tmpdir(), 'piazza-processes-'));
  });
  afterEach(async () => {
    for (const each of started) each.kill('SIGKILL');
    await Promise.all(started.map(({ ended }) => ended));
    started = [];
    await rm(folder, { recursive: true, force: true });
  });

  it('names the process that already writes there, by whatever path', async () => {
    const holder = start('hold');
    expect(await holder.line()).to.deep.equal({ epoch: 1 });
    const alias = `${folder}-alias`;
    await symlink(folder, alias);
    for (const dataDir of [folder, alias]) {
      const stores = await openStores({ dataDir });
      const refusal = await refusalOf(stores.election.claim());
      expect(refusal.message).to.include(`process ${holder.pid}`).and.include(dataDir);
      await stores.close();
    }
    await unlink(alias);
  });

  it('lets the next writer in after a SIGKILL, whose socket file is still there', async () => {
    const holder = start('hold');
    await holder.line();
    holder.kill('SIGKILL');
    await holder.ended;
    expect(existsSync(socketPathOf(folder))).to.be.true;
    const next = start('hold');
    expect(await next.line()).to.deep.equal({ epoch: 2 });
  });

  it('still belongs to a process that is only stopped', async () => {
    const holder = start('hold');
    await holder.line();
    holder.kill('SIGSTOP');
    const stores = await openStores({ dataDir: folder });
    expect(await refusalOf(stores.election.claim())).to.match(/Another server is already using/);
    await stores.close();
  });

  it('tells the holder when somebody put another socket in the place of its own', async () => {
    const holder = start('hold');
    await holder.line();
    await unlink(socketPathOf(folder));
    const other = createServer().listen(socketPathOf(folder));
    expect(await holder.line()).to.deep.equal({ lost: true });
    await new Promise((resolve) => {
      other.close(resolve);
    });
  });

  it('leaves no socket behind when the claim is released', async () => {
    const stores = await openStores({ dataDir: folder });
    const lease = await stores.election.claim();
    expect(statSync(socketPathOf(folder)).isSocket()).to.be.true;
    await lease.release();
    expect(existsSync(socketPathOf(folder))).to.be.false;
    await stores.close();
  });

  it('may have a path too long for a socket', async () => {
    const dataDir = join(folder, 'a-very-long-name-of-a-folder'.repeat(5));
    await mkdir(dataDir);
    const stores = await openStores({ dataDir });
    const lease = await stores.election.claim();
    expect(await refusalOf(stores.election.claim())).to.match(/Another server/);
    await lease.release();
    await stores.close();
  });

  it('is not touched by a process that was not elected, the vault above all', async () => {
    await mkdir(join(folder, 'vault', 'generation-000001-unfinished'), { recursive: true });
    const stores = await openStores({ dataDir: folder });
    expect(existsSync(join(folder, 'vault', 'generation-000001-unfinished'))).to.be.true;
    await stores.vault.list('');
    expect(existsSync(join(folder, 'vault', 'generation-000001-unfinished'))).to.be.false;
    await stores.close();
  });

  it('is read by one process while another writes, however the file grows', async () => {
    const stores = await openStores({ dataDir: folder });
    const count = 300;
    const reader = start('follow', [String(count)]);
    expect(await reader.line()).to.deep.equal({ following: true });
    for (let seq = 1; seq <= count; seq += 1) {
      const content = new Uint8Array(seq % 50 === 0 ? 2_000_000 : 5_000).fill(seq);
      await stores.journal.append({ firstSeq: seq, lastSeq: seq, epoch: 1, bytes: content });
    }
    expect(await reader.line()).to.deep.equal({ seen: count, faulty: 0 });
    expect(await reader.ended).to.equal(0);
    await stores.close();
  });

  it('has readers that cannot write, and none before there is a journal', async () => {
    expect(await refusalOf(openReader({ dataDir: folder }))).to.match(/no store at/);
    expect(existsSync(join(folder, 'journal'))).to.be.false;
    const stores = await openStores({ dataDir: folder });
    const reader = await openReader({ dataDir: folder });
    const batch = { firstSeq: 1, lastSeq: 1, epoch: 1, bytes: bytes('x') };
    expect(await refusalOf(reader.journal.append(batch))).to.be.instanceOf(JournalFault);
    expect(await stores.journal.last()).to.be.undefined;
    await reader.close();
    await stores.close();
  });

  it('keeps every acknowledged batch when the writer is killed, and nothing torn', async () => {
    const writer = start('write', ['100000', '3000']);
    let acknowledged = 0;
    for (let step = 0; step < 200; step += 1) acknowledged = Number((await writer.line())['durable']);
    writer.kill('SIGKILL');
    for (const { durable } of await writer.rest()) acknowledged = Number(durable);
    const stores = await openStores({ dataDir: folder });
    let next = 1;
    for await (const batch of stores.journal.read(1)) {
      expect(batch.firstSeq).to.equal(next);
      expect(batch.bytes.every((byte) => byte === next % 256)).to.be.true;
      next += 1;
    }
    expect(next - 1).to.be.within(acknowledged, acknowledged + 1);
    await stores.journal.append({ firstSeq: next, lastSeq: next, epoch: 1, bytes: bytes('on') });
    await stores.close();
  });

  it('faults for good when the disk takes no more, and keeps nothing of that batch', async () => {
    const writer = start('write', ['1000', '20000'], { largestFileKb: 300 });
    const lines = await writer.rest();
    expect(await writer.ended).to.equal(3);
    const fault = lines.at(-1)!;
    expect(fault['fault']).to.equal('JournalFault');
    expect(fault['again']).to.match(/^JournalFault/);
    const acknowledged = Number(lines.at(-2)!['durable']);
    expect(acknowledged).to.be.greaterThan(0);
    const stores = await openStores({ dataDir: folder });
    expect((await stores.journal.last())!.lastSeq).to.equal(acknowledged);
    await stores.close();
  });

  it('says when its head file is not ours', async () => {
    const stores = await openStores({ dataDir: folder });
    for (const content of ['', 'hello', '{"seq":"1","hash":"x"}', '[]']) {
      await writeFile(join(folder, 'head'), content);
      expect(await refusalOf(stores.head.read())).to.match(/no head file/);
    }
    await stores.close();
  });
});
