import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { gather, judge } from '../../scripts/crash/load-and-kill/evidence.ts';
import { Player } from '../../scripts/crash/load-and-kill/player.ts';
import { prepare } from '../../scripts/crash/load-and-kill/prepare.ts';
import { freePort } from '../../scripts/crash/free-port.ts';
import { ServerProcess } from '../../scripts/crash/load-and-kill/server.ts';
import { seeded } from '../../scripts/crash/random.ts';
import { apiClient } from '../support/api-client.ts';
import { inTime } from '../support/promptness.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** A small disk of its own at the folder; false where this user may not mount one. */
function mounted(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=10m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe(`JNL-2: a disk that runs full under load (SEED=${seed})`, function () {
  this.timeout(600_000);
  let folder: string;
  let disk: string;
  let isMounted = false;
  before(async function () {
    folder = await mkdtemp(join(tmpdir(), 'piazza-full-'));
    disk = join(folder, 'disk');
    await mkdir(disk);
    isMounted = mounted(disk);
    if (!isMounted) this.skip();
  });
  const servers: ServerProcess[] = [];
  const serve = async (dataDir: string): Promise<ServerProcess> => {
    const server = new ServerProcess(dataDir, await freePort());
    servers.push(server);
    await server.serving();
    return server;
  };
  after(async function () {
    for (const server of servers) await server.kill();
    if (isMounted) execFileSync('umount', [disk], { stdio: 'ignore' });
    await rm(folder, { recursive: true });
  });

  it('ends the venue within a second of its last word, with code 70 and the reason; nothing it said is lost', async () => {
    const { investors, ...field } = await prepare(disk, 20);
    const server = await serve(disk);
    const players = investors.map((member) => new Player(member, field, seeded(seed + member.id.length)));
    for (const player of players) {
      const { email, password } = player.member;
      const { accessToken } = await apiClient(server.url).call('auth.login', { body: { email, password } });
      await player.connect(server.url, accessToken);
    }
    const lastWord = players.map(async (player) => {
      await player.play();
      return player.lastAnswerAt;
    });
    const how = await server.ended;
    const endedAt = performance.now();
    expect(how, server.output).to.equal('code 70');
    // LMDB reports a write that the full disk took in part as an error of the medium.
    const reason = /no space left|input\/output error/i;
    expect(server.output, server.output).to.contain('The venue stops').and.to.match(reason);
    const spokeAt = Math.max(...(await Promise.all(lastWord)));
    inTime('from the last word to the end', endedAt - spokeAt, 1_000);

    const roomy = join(folder, 'roomy');
    await cp(disk, roomy, { recursive: true, filter: (path) => !/\.sock$|lock\.mdb$/.test(path) });
    await serve(roomy);
    const evidence = await gather(roomy);
    const attempts = players.flatMap((player) => player.attempts.map((attempt) => ({ player, attempt })));
    expect(attempts.filter(({ attempt }) => attempt.answer !== undefined)).to.have.length.above(100);
    expect(evidence.wrong).to.deep.equal([]);
    const lost = attempts.map(({ player, attempt }) => judge(player.member.id, attempt, evidence));
    expect(lost.filter((fault) => fault !== undefined)).to.deep.equal([]);
    expect(players.flatMap(({ faults }) => faults)).to.deep.equal([]);
  });
});
