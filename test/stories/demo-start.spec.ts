import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { open } from 'lmdb';
import { openStores } from '../../server/src/adapters/open-stores.ts';
import { apiClient } from '../support/api-client.ts';
import { freePort } from '../../scripts/crash/free-port.ts';
import { inTime } from '../support/promptness.ts';
import { startProgram, type Program } from '../support/program.ts';
import { socketClient } from '../support/socket-client.ts';
import { pause } from '../support/wait.ts';

describe('the program at its start and end', () => {
  let folder: string;
  let port: number;
  const running: Program[] = [];
  const data = (): string => join(folder, 'data');
  const start = (more: Readonly<Record<string, string>> = {}): Program => {
    const program = startProgram({ PORT: String(port), DATA_DIR: data(), ...more });
    running.push(program);
    return program;
  };
  const api = () => apiClient(`http://127.0.0.1:${port}`);
  const stop = async (program: Program): Promise<void> => {
    program.signal('SIGINT');
    expect(await program.ended, program.said()).to.equal(0);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'piazza-start-'));
    port = await freePort();
  });
  afterEach(async () => {
    for (const program of running.splice(0)) {
      program.signal('SIGKILL');
      await program.ended;
    }
    await rm(folder, { recursive: true, force: true });
  });

  it('plants the story, greets with address, mode, accounts and place, and goes on where it was', async () => {
    const first = start();
    await first.says(/Ctrl-C/);
    const said = first.said();
    expect(said).to.match(/Planting the demo story … [0-9,]+ of [0-9],[0-9]{3} steps/);
    expect(said).to.include(`http://127.0.0.1:${port}\n`).and.include('Simulation: play money');
    expect(said).to.match(/enterprise@piazza\.example +piazza-demo-2026 +enterprise/);
    expect(said).to.include(`${data()}, begun now`).and.include('/api/v1/docs');
    const { demoAccounts } = await api().call('venue.read');
    const operator = demoAccounts.find(({ role }) => role === 'operator')!;
    const { accessToken } = await api().call('auth.login', {
      body: { email: operator.email, password: operator.password },
    });
    const desk = apiClient(`http://127.0.0.1:${port}`, accessToken);
    const washed = { query: { status: 'open', detector: 'wash_trade' } } as const;
    expect((await desk.call('cases.alerts', washed)).items).to.have.length(1);
    expect((await desk.call('cases.list', { query: { state: 'open' } })).items).to.have.length(1);
    await stop(first);
    const second = start();
    await second.says(/Ctrl-C/);
    expect(second.said()).to.not.include('Planting');
    expect(second.said()).to.match(/resumed at record [3-9],[0-9]{3}/);
    expect((await api().call('venue.read')).demoAccounts).to.deep.equal(demoAccounts);
    await stop(second);
  });

  for (const [how, signal] of [
    ['killed', 'SIGKILL'],
    ['interrupted by Ctrl-C', 'SIGINT'],
  ] as const) {
    it(`begins the story again when it was ${how} in the middle of it, and leaves other files alone`, async () => {
      const first = start();
      await first.says(/Planting the demo story … [1-9][0-9,]* of/);
      first.signal(signal);
      expect(await first.ended).to.equal(signal === 'SIGINT' ? 130 : 'SIGKILL');
      expect(first.said()).to.not.include('Piazza is open');
      await writeFile(join(data(), 'notes.txt'), 'mine');
      const second = start();
      await second.says(/Ctrl-C/);
      expect(second.said()).to.include('half planted; it is cleared and begins again');
      const { items } = await api().call('dealFlow.read', { query: { after: 0, limit: 5 } });
      expect(items.map(({ seq }) => Number(seq))).to.deep.equal([1, 2, 3, 4, 5]);
      const offers = (await api().call('offers.list', { query: { limit: 100 } })).items;
      expect(offers).to.have.length(13);
      expect(await readdir(data())).to.include('notes.txt');
      await stop(second);
    });
  }

  it('plants nothing with DEMO=off', async () => {
    const program = start({ DEMO: 'off' });
    await program.says(/Ctrl-C/);
    expect(program.said()).to.not.match(/Planting|piazza\.example/);
    const { demo, demoAccounts } = await api().call('venue.read');
    expect([demo, demoAccounts]).to.deep.equal([false, []]);
    await stop(program);
  });

  describe('a start that fails says why and what to do', () => {
    const failure = async (program: Program): Promise<string> => {
      expect(await program.ended, program.said()).to.equal(64);
      return program.said();
    };
    const listening: Server[] = [];
    afterEach(() => {
      for (const server of listening.splice(0)) server.close();
    });

    it('when the port is taken, before anything is planted', async () => {
      const server = createServer();
      listening.push(server);
      await new Promise<void>((done) => {
        server.listen(port, '127.0.0.1', done);
      });
      const said = await failure(start());
      expect(said)
        .to.include(`Port ${port} is taken`)
        .and.include(`PORT=${port + 1} npm start`);
      expect(await readdir(folder)).to.deep.equal([]);
    });

    it('when another process holds the data folder', async () => {
      const first = start({ DEMO: 'off' });
      await first.says(/Ctrl-C/);
      const said = await failure(start({ PORT: String(await freePort()), DEMO: 'off' }));
      expect(said).to.include(`Another server (process ${first.pid})`).and.include(data());
      await stop(first);
    });

    it('when a file stands where the data folder should be', async () => {
      await writeFile(data(), 'a file');
      const said = await failure(start());
      expect(said).to.include(data()).and.include('DATA_DIR');
    });

    it('when the host is not of this machine', async () => {
      const said = await failure(start({ HOST: '192.0.2.1' }));
      expect(said).to.include('192.0.2.1').and.include('HOST');
    });

    it('when a setting is no such thing', async () => {
      expect(await failure(start({ PORT: 'many' }))).to.include('PORT must be a whole number');
    });

    it('when a record of the journal was changed, naming it and how to look closer', async () => {
      const first = start({ DEMO: 'off' });
      await first.says(/Ctrl-C/);
      await stop(first);
      const environment = open<Buffer, string>({ path: join(data(), 'journal'), noSubdir: false });
      const batches = environment.openDB<Buffer, number>({ name: 'batches', encoding: 'binary' });
      for (const { key, value } of batches.getRange({ limit: 1 })) {
        const changed: Buffer = Buffer.from(value);
        changed.writeUInt8(changed.readUInt8(changed.length - 3) ^ 1, changed.length - 3);
        await batches.put(key, changed);
      }
      await environment.close();
      const said = await failure(start({ DEMO: 'off' }));
      expect(said)
        .to.match(/record [0-9]+:/)
        .and.include('npm run journal -- verify');
    });

    it('when the journal is shorter than its head says', async () => {
      const first = start({ DEMO: 'off' });
      await first.says(/Ctrl-C/);
      await stop(first);
      const stores = await openStores({ dataDir: data() });
      await stores.head.write({ seq: 9_999, hash: 'a'.repeat(64) });
      await stores.close();
      const said = await failure(start({ DEMO: 'off' }));
      expect(said)
        .to.match(/9,?999/)
        .and.include('npm run journal -- verify');
    });
  });

  describe('its end', () => {
    const sockets: Socket[] = [];
    /** A client that keeps its connection and says only this. */
    const connect = (text: string): Promise<Socket> =>
      new Promise((done) => {
        const socket = createConnection(port, '127.0.0.1', () => socket.write(text, () => done(socket)));
        socket.on('error', () => undefined);
        sockets.push(socket);
      });
    afterEach(() => {
      for (const socket of sockets.splice(0)) socket.destroy();
    });

    it('comes within 5 s although clients hold connections open in every way', async () => {
      const program = start({ DEMO: 'off' });
      await program.says(/Ctrl-C/);
      const url = `http://127.0.0.1:${port}`;
      const polite = await socketClient(url);
      const idle = await connect('GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n\r\n');
      const answered = new Promise<void>((done) => {
        idle.once('data', () => done());
      });
      await connect('');
      await connect('POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\n{');
      // A WebSocket that never answers the closing handshake.
      const upgrade = [
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
        `Host: 127.0.0.1:${port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      ];
      const deaf = await connect(`${upgrade.join('\r\n')}\r\n\r\n`);
      await new Promise<void>((done) => {
        deaf.once('data', () => done());
      });
      await answered;
      const began = performance.now();
      program.signal('SIGINT');
      expect(await program.ended, program.said()).to.equal(0);
      inTime('the end with clients that hold on', performance.now() - began, 5_000);
      expect(program.said()).to.include('Everything is kept');
      expect(await polite.cut()).to.equal('shutting_down');
    });

    it('is one stop however often the same Ctrl-C arrives, and a second Ctrl-C ends it at once', async () => {
      const program = start({ DEMO: 'off' });
      await program.says(/Ctrl-C/);
      await connect('POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\n{');
      for (let time = 0; time < 3; time += 1) program.signal('SIGINT');
      await program.says(/Closing/);
      await pause(900);
      program.signal('SIGINT');
      const began = performance.now();
      expect(await program.ended).to.equal(130);
      inTime('the end by a second Ctrl-C', performance.now() - began, 500);
    });

    it('keeps what was acknowledged before it', async () => {
      const program = start();
      await program.says(/Ctrl-C/);
      const { demoAccounts } = await api().call('venue.read');
      const { email, password } = demoAccounts.find((one) => one.email.startsWith('newcomer'))!;
      const { accessToken } = await api().call('auth.login', { body: { email, password } });
      const before = await apiClient(`http://127.0.0.1:${port}`, accessToken).call('wallet.topUp', {
        body: { amount: 12_345 as never },
      });
      await stop(program);
      const again = start();
      await again.says(/Ctrl-C/);
      const session = await api().call('auth.login', { body: { email, password } });
      const client = apiClient(`http://127.0.0.1:${port}`, session.accessToken);
      expect(await client.call('wallet.read')).to.deep.equal(before);
      await stop(again);
    });
  });
});
