import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { type Connection, Schema } from 'mongoose';
import { connect, modelOf, strictly, trusted } from '../../../server/src/adapters/mongo/connection.ts';
import { MongoElection } from '../../../server/src/adapters/mongo/election.ts';
import { MongoJournal } from '../../../server/src/adapters/mongo/journal.ts';
import { JournalFault } from '../../../server/src/ports/journal.ts';
import { bytes, refusalOf } from '../../support/stores.ts';
import { longMs } from '../../support/wait.ts';

/** Between two signs of life a busy machine may forget one of its processes for seconds. */
const times = { renewMs: 100, expiryMs: 5_000 };
const uri = process.env['MONGODB_URI'];

async function within(ms: number, promise: Promise<void>): Promise<boolean> {
  return Promise.race([promise.then(() => true), pause(ms, false, { ref: false })]);
}

describe('the lease in MongoDB', () => {
  let connection: Connection;
  let other: Connection;
  beforeEach(async function () {
    if (uri === undefined) this.skip();
    const database = `piazza-test-${randomUUID().slice(0, 8)}`;
    [connection, other] = await Promise.all([connect(uri, database), connect(uri, database)]);
  });
  afterEach(async () => {
    if (uri === undefined) return;
    await other.dropDatabase();
    await Promise.all([connection.close(), other.close()]);
  });

  it('is renewed for as long as its holder lives', async () => {
    const lease = await (await MongoElection.open(connection, times)).claim();
    expect(await within(times.expiryMs * 1.2, lease.lost)).to.be.false;
    const refusal = await refusalOf((await MongoElection.open(other, times)).claim());
    expect(refusal.message).to.include(`process ${process.pid} on `);
    await lease.release();
    expect(await within(times.renewMs * 3, lease.lost)).to.be.false;
  });

  it('goes to the next when its holder falls silent, who is fenced from then on', async () => {
    const former = await (await MongoElection.open(connection, times)).claim();
    const journal = await MongoJournal.open(connection);
    await journal.append({ firstSeq: 1, lastSeq: 1, epoch: former.epoch, bytes: bytes('mine') });
    await connection.close();
    const begun = performance.now();
    const next = await (await MongoElection.open(other, times)).claim();
    expect(performance.now() - begun).to.be.greaterThan(times.expiryMs * 0.9);
    expect(next.epoch).to.equal(former.epoch + 1);
    const theirs = await MongoJournal.open(other);
    const stale = { firstSeq: 2, lastSeq: 2, epoch: former.epoch, bytes: bytes('stale') };
    expect(await refusalOf(theirs.append(stale))).to.be.instanceOf(JournalFault);
    await next.release();
  });

  it('is lost to its holder before others may take it, when it cannot be renewed', async () => {
    const lease = await (await MongoElection.open(connection, times)).claim();
    await connection.close();
    const begun = performance.now();
    expect(await within(times.expiryMs, lease.lost)).to.be.true;
    expect(performance.now() - begun).to.be.lessThan(times.expiryMs);
  });

  it('is lost at the next renewal when another took it', async () => {
    const lease = await (await MongoElection.open(connection, times)).claim();
    await other
      .collection<{ _id: string }>('writer_leases')
      .updateOne({ _id: 'writer' }, { $set: { holder: 'x' } });
    expect(await within(longMs, lease.lost)).to.be.true;
  });

  it('goes to one alone of many who find its holder dead', async () => {
    const dead = await MongoElection.open(connection, times);
    await dead.claim();
    await connection.close();
    const elections = await Promise.all(
      Array.from({ length: 4 }, async () => MongoElection.open(other, times)),
    );
    const outcomes = await Promise.allSettled(elections.map(async (election) => election.claim()));
    const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(won).to.have.length(1);
    await won[0]!.value.release();
  });
});

describe('the connection to MongoDB', () => {
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

  it('takes no operator from outside, no unknown field, and no unknown filter', async () => {
    const schema = new Schema<{ _id: string; n: number }>({ _id: String, n: Number }, strictly);
    const model = await modelOf(connection, 'samples', schema);
    await model.create({ _id: 'a', n: 1 });
    const foreign = JSON.parse('{"_id":{"$ne":null}}') as { _id: string };
    expect(await refusalOf(model.findOne(foreign).exec())).to.match(/Cast/);
    expect(await model.findOne({ _id: trusted({ $ne: 'b' }) }).lean()).to.deep.equal({ _id: 'a', n: 1 });
    const unknown = { m: 1 } as unknown as { n: number };
    expect(await refusalOf(model.findOne(unknown).exec())).to.match(/strictQuery/);
    expect(await refusalOf(model.updateOne({ _id: 'a' }, { $set: unknown }).exec())).to.match(/strict/);
  });

  it('says so within its patience when nobody answers', async () => {
    const nobody = connect('mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=300', 'x');
    expect(await refusalOf(nobody)).to.match(/ECONNREFUSED|timed out/);
  });
});
