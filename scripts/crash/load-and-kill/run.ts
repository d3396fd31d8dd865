import type { PersonId } from '@piazza/shared/values';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { policy } from '@piazza/shared/policy';
import { isOrder, type Attempt } from './attempt.ts';
import { gather, judge, walletIn, type Evidence } from './evidence.ts';
import { compareOrders, tradesTold } from './orders.ts';
import { Player } from './player.ts';
import { prepare, type Member, type Prepared } from './prepare.ts';
import { freePort } from '../free-port.ts';
import { ServerProcess } from './server.ts';

export interface LoadAndKillOptions {
  readonly rounds: number;
  readonly sockets: number;
  /** 0 ≤ x < 1, from a seed. */
  readonly random: () => number;
  readonly progress?: (round: number, words: string) => void;
}
export interface LoadAndKillResult {
  readonly kills: number;
  /** Commands given, those answered before the kill, and those whose answer the kill took. */
  readonly given: number;
  readonly acknowledged: number;
  readonly unanswered: number;
  /** Of those unanswered, how many had happened all the same. */
  readonly happened: number;
  readonly records: number;
  readonly trades: number;
  /** Times somebody's stream of orders went on where it had broken off. */
  readonly resumed: number;
  /** Starts that began from a snapshot. */
  readonly fromSnapshot: number;
  readonly wrong: readonly string[];
}

const hourMs = 3_600_000;
const tokenLifeMs = 5 * 60_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Signs in where the last token has become old. */
class Tokens {
  readonly #tokens = new Map<PersonId, { readonly token: string; readonly at: number }>();

  async of(url: string, { id, email, password }: Member): Promise<string> {
    const known = this.#tokens.get(id);
    if (known !== undefined && performance.now() - known.at < tokenLifeMs) return known.token;
    const reply = await fetch(`${url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    const { accessToken: token } = (await reply.json()) as { accessToken?: string };
    if (token === undefined) throw new Error(`${email} could not sign in: ${reply.status}`);
    this.#tokens.set(id, { token, at: performance.now() });
    return token;
  }
}

/** The venue under load: its data, its people, and the process that is killed again and again. */
class Bench {
  readonly wrong: string[] = [];
  kills = 0;
  happened = 0;
  unanswered = 0;
  fromSnapshot = 0;
  records = 0;
  trades = 0;
  readonly #dataDir: string;
  readonly #port: number;
  readonly #operator: Member;
  readonly #players: readonly Player[];
  readonly #random: () => number;
  readonly #tokens = new Tokens();
  #process: ServerProcess | undefined;

  constructor(dataDir: string, port: number, prepared: Prepared, random: () => number) {
    this.#dataDir = dataDir;
    this.#port = port;
    this.#operator = prepared.operator;
    this.#players = prepared.investors.map((member) => new Player(member, prepared, random));
    this.#random = random;
  }

  get #server(): ServerProcess {
    if (this.#process === undefined) throw new Error('no server was started');
    return this.#process;
  }

  /** What the server that runs now, or ran last, printed last. */
  get lastWords(): string {
    return this.#process?.output ?? '';
  }

  get resumed(): number {
    return this.#players.reduce((sum, { stream }) => sum + stream.resumed, 0);
  }

  get attempts(): readonly Attempt[] {
    return this.#players.flatMap(({ attempts }) => attempts);
  }

  /** Everybody commits and trades, the clock jumps now and then, and the process is killed in the middle of it. */
  async loadAndKill(): Promise<void> {
    await this.#connect();
    const playing = this.#players.map((player) => player.play());
    // The kill may come in the middle of it, even of signing in.
    const clock = this.#random() < 0.5 ? this.#advance().catch(() => undefined) : undefined;
    await pause(50 + this.#random() * 1_450);
    await this.#server.kill();
    this.kills += 1;
    await Promise.all([...playing, clock]);
  }

  /** Starts it; one time in five it is killed while it starts, and started once more. */
  async start(): Promise<void> {
    this.#process = new ServerProcess(this.#dataDir, this.#port);
    if (this.#random() < 0.2) {
      await pause(this.#random() * 900);
      await this.#server.kill();
      this.kills += 1;
      this.#process = new ServerProcess(this.#dataDir, this.#port);
    }
    await this.#server.serving();
  }

  /** Compares what was said with what is there, gives again what was given, and compares once more. */
  async check(which: (attempt: Attempt) => boolean): Promise<void> {
    const before = await gather(this.#dataDir);
    for (const player of this.#players)
      for (const attempt of player.attempts.filter((one) => which(one) && one.answer === undefined)) {
        this.unanswered += 1;
        if (before.byKey.has(`${player.member.id}|${attempt.key}`)) this.happened += 1;
      }
    this.#judge(before);
    await this.#connect();
    await Promise.all(this.#players.map((player) => giveAgain(player, which, before)));
    const after = await gather(this.#dataDir);
    this.#judge(after);
    for (const { key, answer } of this.attempts.filter(which))
      if (answer === undefined) this.wrong.push(`${key} got no answer when it was given again`);
    await this.#compareWallets(after);
    await this.#compareStreams();
    if (before.snapshot > 0) this.fromSnapshot += 1;
    this.records = after.seq;
    for (const player of this.#players) {
      this.wrong.push(...player.faults.splice(0), ...player.stream.faults.splice(0));
      player.disconnect();
    }
  }

  /** The public feed, page by page, must be gapless and tell of every commitment once: it is folded apart, with a checkpoint. */
  async checkFeed(): Promise<void> {
    const { placed } = await gather(this.#dataDir);
    const kinds: string[] = [];
    for (;;) {
      const reply = await fetch(`${this.#server.url}/api/v1/deal-flow?after=${kinds.length}&limit=200`);
      const { items } = (await reply.json()) as { items: { seq: number; kind: string }[] };
      for (const { seq, kind } of items)
        if (kinds.push(kind) !== seq) this.wrong.push(`the feed has ${seq} in the place of ${kinds.length}`);
      if (items.length === 0) break;
    }
    const shown = kinds.filter((kind) => kind === 'committed').length;
    if (shown !== placed) this.wrong.push(`the feed tells of ${shown} commitments, the journal of ${placed}`);
  }

  async close(): Promise<void> {
    for (const player of this.#players) player.disconnect();
    await this.#process?.kill();
  }

  async #connect(): Promise<void> {
    const { url } = this.#server;
    await Promise.all(
      this.#players.map(async (player) => player.connect(url, await this.#tokens.of(url, player.member))),
    );
  }

  #judge(evidence: Evidence): void {
    this.wrong.push(...evidence.wrong);
    for (const player of this.#players)
      for (const attempt of player.attempts) {
        const fault = judge(player.member.id, attempt, evidence);
        if (fault !== undefined) this.wrong.push(fault);
      }
  }

  async #compareWallets({ state }: Evidence): Promise<void> {
    const { url } = this.#server;
    for (const { member } of this.#players) {
      const headers = { Authorization: `Bearer ${await this.#tokens.of(url, member)}` };
      const shown = await (await fetch(`${url}/api/v1/me/wallet`, { headers })).text();
      const replayed = JSON.stringify(walletIn(state, member.id));
      if (shown !== replayed)
        this.wrong.push(`${member.email} is shown ${shown}, the replay gives ${replayed}`);
    }
  }

  /** What everybody was told of their own orders, over all connections, must be what the journal gives. */
  async #compareStreams(): Promise<void> {
    // The last updates come with the next tick; and a session may end while the journal is read.
    let wrong: readonly string[] = [];
    for (let look = 0; look < 12; look += 1) {
      await pause(100 + 200 * look);
      const evidence = await gather(this.#dataDir);
      wrong = this.#players.flatMap(({ member, stream }) => compareOrders(member.id, stream, evidence));
      wrong = [...wrong, ...tradesTold(this.#players, evidence)];
      this.trades = [...evidence.state.markets.markets.values()].reduce((sum, one) => sum + one.trades, 0);
      if (wrong.length === 0) return;
    }
    this.wrong.push(...wrong);
  }

  /** Half a day passes: reflection periods end under the load. Its answer may be lost with the process. */
  async #advance(): Promise<void> {
    const { url } = this.#server;
    const token = await this.#tokens.of(url, this.#operator);
    await fetch(`${url}/api/v1/desk/clock/advance`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify({ byMs: 12 * hourMs, reason: 'Load and kill' }),
    });
  }
}

/** The key of an order is known for a day of venue time: what is older is not asked again. */
const isAskable = (player: Player, attempt: Attempt, { byKey, at }: Evidence): boolean =>
  !isOrder(attempt) ||
  (byKey.get(`${player.member.id}|${attempt.key}`) ?? []).every(
    (record) => at - record.at < policy.keyLifeMs - hourMs,
  );

async function giveAgain(
  player: Player,
  which: (attempt: Attempt) => boolean,
  evidence: Evidence,
): Promise<void> {
  const again = player.attempts.filter((one) => which(one) && isAskable(player, one, evidence));
  const inFlight = 8;
  for (let at = 0; at < again.length; at += inFlight) await player.giveAgain(again.slice(at, at + inFlight));
}

/** Kills a venue under load again and again, and proves after each restart that nothing was lost or done twice. */
export async function loadAndKill(options: LoadAndKillOptions): Promise<LoadAndKillResult> {
  const { rounds, sockets, random, progress } = options;
  const folder = await mkdtemp(join(tmpdir(), 'piazza-load-and-kill-'));
  const prepared = await prepare(folder, sockets);
  const bench = new Bench(folder, await freePort(), prepared, random);
  const seen = new Set<Attempt>();
  try {
    await bench.start();
    for (let round = 1; round <= rounds && bench.wrong.length === 0; round += 1) {
      await bench.loadAndKill();
      await bench.start();
      await bench.check((attempt) => !seen.has(attempt));
      for (const attempt of bench.attempts) seen.add(attempt);
      progress?.(round, `${seen.size} commands, ${bench.unanswered} unanswered, ${bench.records} records`);
    }
    await bench.check(() => true);
    await bench.checkFeed();
  } catch (cause) {
    throw new Error(`${String(cause)}\nThe server's last words: ${bench.lastWords}`, { cause });
  } finally {
    await bench.close();
    if (bench.wrong.length === 0) await rm(folder, { recursive: true, force: true });
    else bench.wrong.push(`the data folder is kept: ${folder}`);
  }
  const { kills, unanswered, happened, records, trades, resumed, fromSnapshot, wrong } = bench;
  const given = seen.size;
  return {
    kills,
    given,
    acknowledged: given - unanswered,
    unanswered,
    happened,
    records,
    trades,
    resumed,
    fromSnapshot,
    wrong,
  };
}
