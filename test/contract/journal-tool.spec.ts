import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { open, type RootDatabase } from 'lmdb';
import { seeded } from '../../scripts/crash/random.ts';
import { run } from '../../scripts/journal/run.ts';
import { wholeUpTo } from '../../scripts/journal/scan.ts';
import { openStores, type Stores } from '../../server/src/adapters/open-stores.ts';
import { encoded } from '../support/records.ts';
import { stateHash } from '../../server/src/kernel/canonical.ts';
import type { JournalRecord } from '../../server/src/kernel/record.ts';
import { takeSnapshot } from '../../server/src/kernel/snapshot.ts';
import {
  commits,
  openOffer,
  recordsOf,
  startKernel,
  type Kernel,
  type OpenOffer,
} from '../support/kernel.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

class Lines extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The tool within this process. */
async function asks(...argv: string[]): Promise<Told> {
  const [out, err] = [new Lines(), new Lines()];
  const code = await run(argv, {}, { out, err });
  return { code, out: out.text, err: err.text };
}

/** The tool as a person calls it. */
const npmRun = (...argv: string[]): Promise<Told> =>
  new Promise((ended) => {
    const program = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    execFile(program, ['run', '--silent', 'journal', '--', ...argv], { cwd: root }, (error, out, err) =>
      ended({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });

describe(`JNL-5: npm run journal (SEED=${seed})`, () => {
  let source: string;
  let folder: string;
  let kernel: Kernel;
  let stores: Stores;
  let records: JournalRecord[];

  /** Batches of one to five records; the kernel goes on serving beside the tool until the tests are over. */
  before(async () => {
    source = await mkdtemp(join(tmpdir(), 'piazza-journal-'));
    stores = await openStores({ dataDir: source });
    kernel = await startKernel({ stores });
    const offer: OpenOffer = await openOffer(kernel.exchange, 5);
    for (let round = 0; round < 45; round += 1)
      await Promise.all(
        offer.investors.slice(0, (round % 5) + 1).map((who) => commits(kernel.exchange, offer, who, 20)),
      );
    await takeSnapshot({ ...stores, upTo: 100 });
    await kernel.stop();
    records = await recordsOf(stores.journal);
  });
  after(async () => {
    await stores.close();
    await rm(source, { recursive: true });
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'piazza-copy-'));
    // Not the locks: this process holds them, and closing a second handle on their file would give them up.
    // Nor a head that is just being written: it is renamed away while the folder is copied.
    const left = /\.sock$|lock\.mdb$|\.unfinished$/;
    await cp(source, folder, { recursive: true, filter: (path) => !left.test(path) });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const file = (): string => join(folder, 'journal', 'data.mdb');
  const verify = () => asks('verify', '--data', folder);

  /** Changes the batches of the copy through the store itself, which then is sound where the journal is not. */
  async function rewrite(change: (batches: Map<number, Buffer>) => void): Promise<void> {
    const environment: RootDatabase<Buffer, string> = open({
      path: join(folder, 'journal'),
      noSubdir: false,
    });
    const stored = environment.openDB<Buffer, number>({ name: 'batches', encoding: 'binary' });
    const before = new Map([...stored.getRange()].map(({ key, value }) => [key, Buffer.from(value)]));
    const after = new Map(before);
    change(after);
    for (const key of before.keys()) if (!after.has(key)) await stored.remove(key);
    for (const [key, value] of after) if (value !== before.get(key)) await stored.put(key, value);
    await environment.close();
  }
  const keyAt = (batches: Map<number, Buffer>, place: number): number => [...batches.keys()][place]!;

  it('head: prints seq, hash, epoch and time of the newest record', async () => {
    const { code, out } = await asks('head', '--data', folder);
    expect(code).to.equal(0);
    expect(out).to.equal(
      [
        `seq     ${records.length}`,
        `hash    ${kernel.exchange.hash}`,
        `epoch   ${kernel.epoch}`,
        'time    2026-03-02T09:00:00.000Z',
        'venue   2026-03-02T09:00:00.000Z',
        '',
      ].join('\n'),
    );
  });

  it('verify: finds a sound journal sound, also as a person calls it', async () => {
    const { code, out } = await npmRun('verify', '--data', folder);
    expect(out).to.contain(`Sound: ${records.length} records`).and.to.contain('the head file agrees');
    expect(out).to.contain(`hash    ${kernel.exchange.hash}`);
    expect(code).to.equal(0);
  });

  it('verify: names the record in which one bit was flipped in the file', async () => {
    const random = seeded(seed);
    const bytes = await readFile(file());
    for (const record of records.filter((_, index) => index % 17 === 3)) {
      const text = encoded(record);
      const flipped = Buffer.from(bytes);
      // Every copy: the store leaves those of pages that it no longer uses.
      for (let at = flipped.indexOf(text); at !== -1; at = flipped.indexOf(text, at + 1)) {
        const offset = at + Math.floor(random() * text.length);
        flipped.writeUInt8(flipped.readUInt8(offset) ^ (1 << Math.floor(random() * 8)), offset);
      }
      await writeFile(file(), flipped);
      const { code, out } = await verify();
      expect(out).to.match(new RegExp(`^FAULT: record ${record.seq}: `));
      expect(out).to.contain(`Records before ${record.seq} are sound.`);
      expect(code).to.equal(1);
    }
  });

  it('verify: names the first record of a batch that is missing', async () => {
    let missing = 0;
    await rewrite((batches) => {
      missing = keyAt(batches, 30);
      batches.delete(missing);
    });
    const { code, out } = await verify();
    expect(out).to.contain(`FAULT: record ${missing}: is missing`);
    expect(code).to.equal(1);
  });

  it('verify: names the first record of two batches that were swapped', async () => {
    let first = 0;
    await rewrite((batches) => {
      const later = keyAt(batches, 31);
      first = keyAt(batches, 30);
      const [one, other] = [batches.get(first)!, batches.get(later)!];
      batches.set(first, other);
      batches.set(later, one);
    });
    expect((await verify()).out).to.match(new RegExp(`^FAULT: record ${first}: `));
  });

  it('verify: names the record at which a batch was cut off', async () => {
    let last = 0;
    await rewrite((batches) => {
      const key = keyAt(batches, 34);
      const value = batches.get(key)!;
      last = keyAt(batches, 35) - 1;
      batches.set(key, value.subarray(0, value.length - 5));
    });
    expect((await verify()).out).to.contain(`FAULT: record ${last}: is cut off`);
  });

  it('verify: names the first record that is missing at the end, by the head file', async () => {
    let missing = 0;
    await rewrite((batches) => {
      for (const key of [...batches.keys()].slice(-3)) {
        batches.delete(key);
        missing = missing === 0 ? key : missing;
      }
    });
    const { code, out } = await verify();
    expect(out).to.contain(`FAULT: record ${missing}: is missing: the journal ends at ${missing - 1}`);
    expect(code).to.equal(1);
    expect((await asks('head', '--data', folder)).code).to.equal(1);
  });

  it('verify: names the last batch when the head file saw another', async () => {
    const head = JSON.stringify({ seq: records.length, hash: 'ab'.repeat(32) });
    await writeFile(join(folder, 'head'), head);
    expect((await verify()).out).to.contain(
      `FAULT: record ${records.length}: ends a batch that is not the one`,
    );
  });

  it('verify: names the first lost record of a file that was cut off, where the store itself crashes on it', async () => {
    const { length } = await readFile(file());
    for (const share of [0.3, 0.8]) {
      await cp(join(source, 'journal', 'data.mdb'), file());
      await truncate(file(), Math.floor(length * share));
      const whole = await wholeUpTo(file());
      const { code, out } = await npmRun('verify', '--data', folder);
      expect(whole).to.be.within(1, records.length - 1);
      expect(out).to.contain(`FAULT: record ${whole + 1}: is lost`);
      expect(out).to.contain(`Records 1 to ${whole} lie whole in the file.`);
      expect(code).to.equal(1);
    }
  });

  it('replay: prints the hash of the state, the same by way of the snapshot, and that the invariants hold', async () => {
    const { code, out } = await asks('replay', '--redecide', '--data', folder);
    expect(out).to.contain(`state      ${stateHash(kernel.state)}`);
    expect(out).to.match(/snapshot {3}from 10\d and its tail: the same state/);
    expect(out).to.contain('invariants hold').and.to.contain('decisions  hold');
    expect(code).to.equal(0);
  });

  it('export: writes every record as a line of JSON, from any seq on', async () => {
    const all = await asks('export', '--data', folder);
    expect(
      all.out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).to.deep.equal(records);
    const path = join(folder, 'out.jsonl');
    const told = await asks('export', '--from', '77', '--out', path, '--data', folder);
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).to.deep.equal(records.slice(76));
    expect(told.out).to.contain(`${records.length - 76} records`);
  });

  it('helps whoever asks wrongly', async () => {
    const wrong: readonly (readonly [string[], string])[] = [
      [[], 'Which command?'],
      [['look'], 'No command "look"'],
      [['head', 'verify'], 'One command at a time'],
      [['export', '--from', '0'], '--from must be a seq from 1 on, not "0"'],
      [['verify', '--from', '3'], '--from belongs to export'],
      [['verify', '--redecide'], '--redecide belongs to replay'],
      [['verify', '--deep'], "Unknown option '--deep'"],
    ];
    for (const [argv, words] of wrong) {
      const { code, err } = await asks(...argv);
      expect(err).to.contain(words).and.to.contain('Usage: npm run journal');
      expect(code).to.equal(64);
    }
    expect(await asks('--help')).to.include({ code: 0, err: '' });
    const nowhere = await asks('head', '--data', join(folder, 'nowhere'));
    expect(nowhere).to.include({ code: 1 });
    expect(nowhere.err).to.contain('there is no store at');
  });

  it('reads beside a server that goes on writing', async () => {
    const serving = await startKernel({ stores });
    const [investor] = await serving.exchange.read(({ people }) => [...people.people.keys()].slice(-1));
    const written = { on: true };
    const writer = (async () => {
      while (written.on)
        await serving.exchange.command({ kind: 'wallet.topUp', amountCents: 100 }, investor!);
    })();
    const told = await Promise.all(['verify', 'replay'].map((command) => npmRun(command, '--data', source)));
    written.on = false;
    await writer;
    await serving.stop();
    expect(told.map(({ code, err }) => [code, err])).to.deep.equal([
      [0, ''],
      [0, ''],
    ]);
    expect(serving.exchange.durableSeq).to.be.greaterThan(records.length + 100);
    expect((await npmRun('replay', '--data', source)).out).to.contain(
      `state      ${stateHash(serving.state)}`,
    );
  });
});
