import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Cents } from '@piazza/shared/values';
import { apiClient } from '../support/api-client.ts';
import { castOf } from '../support/cast.ts';
import { FaultyJournal } from '../support/faulty-journal.ts';
import { openVenue } from '../support/server.ts';
import { storeKits } from '../support/stores.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const euro = (whole: number): Cents => (whole * 100) as Cents;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe(`JNL-2: a flush that fails (SEED=${seed})`, function () {
  this.timeout(60_000);

  for (const error of ['EIO', 'ENOSPC'] as const) {
    it(`with ${error} is never tried again, and nobody hears a further word`, async () => {
      let journal: FaultyJournal | undefined;
      const around = (
        stores: Parameters<NonNullable<Parameters<typeof openVenue>[0]>['around'] & object>[0],
      ) => {
        journal = new FaultyJournal(stores.journal);
        return { ...stores, journal };
      };
      const test = await openVenue({ around, expectsFaults: true });
      const { ines } = await castOf(test);
      const nth = 1 + (seed % 5);
      journal?.fail(nth, error);
      let acknowledged = 0;
      const top = (): Promise<unknown> =>
        ines.api
          .call('wallet.topUp', { body: { amount: euro(1) } })
          .then(() => (acknowledged += 1))
          .catch(() => undefined);
      for (let at = 1; at < nth; at += 1) await top();
      expect(acknowledged).to.equal(nth - 1);
      const failedAt = performance.now();
      const silent = Promise.race([Promise.all([top(), top(), top()]), pause(700)]);
      while (test.faults.length === 0 && performance.now() - failedAt < 1_000) await pause(5);
      expect(test.faults, 'the venue asked to end').to.not.have.length(0);
      expect(performance.now() - failedAt).to.be.below(1_000);
      await silent;
      expect(acknowledged, 'acknowledged after the fault').to.equal(nth - 1);
      expect(journal?.afterFault, 'appends tried again').to.equal(0);
      await test.close().catch(() => undefined);
    });
  }
});

const server = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));
const node = ['--conditions=piazza-source', '--import', 'tsx/esm', server];

/** The server as a process, with a limit on the size of any file it writes: its disk is full soon. */
function serve(dataDir: string, port: number, largestFileKb?: number) {
  const limit = largestFileKb === undefined ? '' : `trap '' XFSZ; ulimit -f ${largestFileKb};`;
  const child = spawn('bash', ['-c', `${limit} exec "$@"`, '--', process.execPath, ...node], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      DEMO: 'off',
      MONGODB_URI: '',
      REQUESTS_PER_MINUTE: '0',
      SNAPSHOT_EVERY: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const running = (): boolean => child.exitCode === null;
  return { ended, running, said: () => said, stop: () => child.kill('SIGTERM') };
}

async function untilOpen(url: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (
      await fetch(`${url}/healthz`).then(
        (reply) => reply.ok,
        () => false,
      )
    )
      return;
    await pause(50);
  }
  throw new Error(`nobody answers at ${url}`);
}

const largestFile = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => {
      const file = statSync(join(folder, name));
      return file.isFile() ? file.size : 0;
    }),
  );

describe('JNL-2: a disk that is full', function () {
  this.timeout(120_000);

  const started: ReturnType<typeof serve>[] = [];
  after(() => {
    for (const process of started) process.stop();
  });

  it('ends the server within a second with a clear word, and what it had acknowledged is there at the next start', async () => {
    const kit = storeKits.find(({ name }) => name === 'lmdb');
    const stores = await kit?.open();
    if (stores?.config === undefined || !('dataDir' in stores.config)) throw new Error('no LMDB here');
    const { dataDir } = stores.config;
    const first = await openVenue({ around: () => ({ ...stores, destroy: () => stores.close() }) });
    const { ines } = await castOf(first);
    await first.close();
    const port = 20_000 + (process.pid % 20_000);
    const url = `http://127.0.0.1:${port}`;
    const full = serve(dataDir, port, Math.ceil(largestFile(dataDir) / 1024) + 200);
    started.push(full);
    await untilOpen(url);
    const login = async () =>
      (await apiClient(url).call('auth.login', { body: { email: ines.email, password: ines.password } }))
        .accessToken;
    const api = apiClient(url, await login());
    const acknowledged: string[] = [];
    let lastWord = performance.now();
    const deadline = performance.now() + 60_000;
    while (full.running() && performance.now() < deadline) {
      const keys = Array.from({ length: 20 }, () => randomUUID());
      await Promise.all(
        keys.map((key) =>
          api.keyed(key, 'wallet.topUp', { body: { amount: euro(1) } }).then(
            () => {
              acknowledged.push(key);
              lastWord = performance.now();
            },
            () => undefined,
          ),
        ),
      );
    }
    expect(await full.ended, full.said()).to.equal(70);
    expect(performance.now() - lastWord, 'from the last acknowledgement to the end, in ms').to.be.below(
      1_500,
    );
    expect(full.said()).to.match(/The venue stops/);
    expect(acknowledged).to.have.length.above(20);
    const again = serve(dataDir, port);
    started.push(again);
    await untilOpen(url);
    const later = apiClient(url, await login());
    const before = (await later.call('wallet.read')).available;
    for (const key of acknowledged) await later.keyed(key, 'wallet.topUp', { body: { amount: euro(1) } });
    expect((await later.call('wallet.read')).available, 'after every key was sent again').to.equal(before);
    again.stop();
    expect(await again.ended, again.said()).to.equal(0);
    await stores.destroy().catch(() => undefined);
  });
});
