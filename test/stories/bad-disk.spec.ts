import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { isOrder } from '../../scripts/crash/load-and-kill/attempt.ts';
import { gather, judge } from '../../scripts/crash/load-and-kill/evidence.ts';
import { compareOrders } from '../../scripts/crash/load-and-kill/orders.ts';
import { Player } from '../../scripts/crash/load-and-kill/player.ts';
import { prepare } from '../../scripts/crash/load-and-kill/prepare.ts';
import { freePort } from '../../scripts/crash/free-port.ts';
import { ServerProcess } from '../../scripts/crash/load-and-kill/server.ts';
import { seeded } from '../../scripts/crash/random.ts';
import { apiClient } from '../support/api-client.ts';
import { inTime } from '../support/promptness.ts';
import { eventually } from '../support/wait.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const nth = 60 + (seed % 60);
const preload = new URL('../support/bad-disk.mjs', import.meta.url).href;

describe(`JNL-2: a flush that fails while orders are on their way (SEED=${seed}, append ${nth})`, function () {
  this.timeout(600_000);
  let folder: string;
  const servers: ServerProcess[] = [];
  const players: Player[] = [];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'piazza-bad-disk-'));
  });
  after(async () => {
    for (const player of players) player.disconnect();
    for (const server of servers) await server.kill();
    await rm(folder, { recursive: true });
  });

  const serve = async (more: ConstructorParameters<typeof ServerProcess>[2]): Promise<ServerProcess> => {
    const server = new ServerProcess(folder, await freePort(), more);
    servers.push(server);
    await server.serving();
    return server;
  };
  const connect = async ({ url }: ServerProcess): Promise<void> => {
    for (const player of players) {
      const { email, password } = player.member;
      const { accessToken } = await apiClient(url).call('auth.login', { body: { email, password } });
      await player.connect(url, accessToken);
    }
  };

  it('ends the venue within a second, and whatever was acknowledged or told is there after it', async () => {
    const { investors, ...field } = await prepare(folder, 8);
    players.push(...investors.map((member, at) => new Player(member, field, seeded(seed + at))));
    const bad = await serve({ preload, env: { BAD_DISK_APPEND: String(nth) } });
    await connect(bad);
    const played = players.map((player) => player.play());
    const how = await bad.ended;
    const endedAt = Date.now();
    await Promise.all(played);
    expect(how, bad.output).to.equal('code 70');
    expect(bad.output).to.contain('The venue stops').and.not.to.contain('APPENDED AGAIN');
    const failedAt = Number(/EIO at (\d+)/.exec(bad.output)?.[1]);
    inTime('from the fault to the end', endedAt - failedAt, 1_000);

    const attempts = players.flatMap((player) => player.attempts.map((attempt) => ({ player, attempt })));
    const orders = attempts.filter(({ attempt }) => isOrder(attempt));
    expect(orders.filter(({ attempt }) => attempt.answer !== undefined)).to.have.length.above(20);
    expect(
      orders.filter(({ attempt }) => attempt.answer === undefined),
      'on their way',
    ).to.not.deep.equal([]);

    await connect(await serve({}));
    const evidence = await gather(folder);
    expect(evidence.wrong).to.deep.equal([]);
    const lost = attempts.map(({ player, attempt }) => judge(player.member.id, attempt, evidence));
    expect(lost.filter((fault) => fault !== undefined)).to.deep.equal([]);
    for (const { member, stream, faults } of players) {
      // What it was told of its orders since the restart may still be on its way.
      await eventually(() => expect(compareOrders(member.id, stream, evidence)).to.deep.equal([]));
      expect([...faults, ...stream.faults]).to.deep.equal([]);
    }
  });
});
