import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import mongoose, { type Connection } from 'mongoose';
import { connect } from '../../../server/src/adapters/mongo/connection.ts';
import { MongoHistory } from '../../../server/src/adapters/mongo/history.ts';
import { MongoJournal } from '../../../server/src/adapters/mongo/journal.ts';
import { MongoVault } from '../../../server/src/adapters/mongo/vault.ts';
import { JournalFault } from '../../../server/src/ports/journal.ts';
import { bytes, refusalOf, text } from '../../support/stores.ts';

const uri = process.env['MONGODB_URI'];

/** A unique index that the adapters know nothing of makes the database refuse a write in the middle. */
describe('a write that MongoDB refuses half way leaves nothing behind', () => {
  let connection: Connection;
  beforeEach(async function () {
    if (uri === undefined) this.skip();
    connection = await connect(uri, `piazza-test-${randomUUID().slice(0, 8)}`);
  });
  afterEach(async () => {
    if (uri === undefined) return;
    await connection.dropDatabase();
    await connection.close();
  });

  it('of a commit to the vault', async () => {
    const vault = await MongoVault.open(connection);
    await vault.commit([{ key: 'old', value: bytes('1') }]);
    await connection.collection('vault_entries').createIndex({ version: 1 }, { unique: true });
    const refused = vault.commit([
      { key: 'old', value: null },
      { key: 'a', value: bytes('1') },
      { key: 'b', value: bytes('1') },
    ]);
    expect(await refusalOf(refused)).to.match(/E11000/);
    expect((await vault.list('')).map(({ key }) => key)).to.deep.equal(['old']);
    expect(await vault.commit([{ key: 'c', value: bytes('1') }])).to.be.true;
    expect((await vault.get('c'))!.version).to.equal(2);
  });

  it('of an append to history', async () => {
    const history = await MongoHistory.open(connection);
    await connection.collection('history_lines').createIndex({ text: 1 }, { unique: true });
    const lines = ['x', 'y', 'x'].map((value) => ({ stream: 'a', value }));
    expect(await refusalOf(history.append(4, lines))).to.match(/E11000/);
    expect(await history.checkpoint()).to.equal(0);
    expect(await history.length('a')).to.equal(0);
    expect(await history.append(4, lines.slice(0, 2))).to.deep.equal([1, 2]);
  });

  it('of an append to the journal', async () => {
    const journal = await MongoJournal.open(connection);
    const batch = (seq: number) => ({ firstSeq: seq, lastSeq: seq, epoch: 1, bytes: bytes(`${seq}`) });
    await journal.append(batch(1));
    const batches = connection.collection('journal_batches');
    const index = await batches.createIndex({ epoch: 1 }, { unique: true });
    expect(await refusalOf(journal.append(batch(2)))).to.be.instanceOf(JournalFault);
    expect((await journal.last())!.lastSeq).to.equal(1);
    await batches.dropIndex(index);
    await journal.append(batch(2));
    expect(text((await journal.last())!.bytes)).to.equal('2');
  });

  it('of a wipe of history: it is ended at the next opening', async () => {
    const history = await MongoHistory.open(connection);
    await history.append(1, [{ stream: 'a', value: 1 }]);
    await connection
      .collection<{ _id: string }>('history_state')
      .updateOne({ _id: 'folded' }, { $set: { wiping: true } });
    const again = await MongoHistory.open(connection);
    expect(await again.checkpoint()).to.equal(0);
    expect(await again.length('a')).to.equal(0);
    expect(await again.append(1, [{ stream: 'a', value: 1 }])).to.deep.equal([1]);
  });
});

describe('a transaction that MongoDB does not commit leaves nothing behind', () => {
  let connection: Connection;
  let restore = (): void => undefined;
  beforeEach(async function () {
    if (uri === undefined) this.skip();
    connection = await connect(uri, `piazza-test-${randomUUID().slice(0, 8)}`);
  });
  afterEach(async () => {
    restore();
    if (uri === undefined) return;
    await connection.dropDatabase();
    await connection.close();
  });

  /** From now on every commit is lost on its way, until `restore`. */
  async function loseCommits(): Promise<void> {
    const session = await connection.startSession();
    const sessions = Object.getPrototypeOf(session) as typeof session;
    const commit = Object.getOwnPropertyDescriptor(sessions, 'commitTransaction')!;
    await session.endSession();
    sessions.commitTransaction = async () =>
      Promise.reject(new mongoose.mongo.MongoRuntimeError('lost on its way'));
    restore = () => {
      Object.defineProperty(sessions, 'commitTransaction', commit);
    };
  }

  it('in the journal, the vault or history', async () => {
    const journal = await MongoJournal.open(connection);
    const vault = await MongoVault.open(connection);
    const history = await MongoHistory.open(connection);
    await loseCommits();
    const batch = { firstSeq: 1, lastSeq: 1, epoch: 1, bytes: bytes('1') };
    expect(await refusalOf(journal.append(batch))).to.be.instanceOf(JournalFault);
    expect(await refusalOf(vault.commit([{ key: 'a', value: bytes('1') }]))).to.match(/lost/);
    expect(await refusalOf(history.append(1, [{ stream: 'a', value: 1 }]))).to.match(/lost/);
    restore();
    expect(await journal.last()).to.be.undefined;
    expect(await vault.list('')).to.deep.equal([]);
    expect([await history.checkpoint(), await history.length('a')]).to.deep.equal([0, 0]);
    await journal.append(batch);
    expect(await vault.commit([{ key: 'a', value: bytes('1'), expect: 0 }])).to.be.true;
    expect(await history.append(1, [{ stream: 'a', value: 1 }])).to.deep.equal([1]);
  });
});
