import { fork, type ChildProcess } from 'node:child_process';
import { appendFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Rejection } from '@piazza/shared/rejections';
import type { VenueCommand } from '../../server/src/domain/venue/index.ts';
import { lookAt, type Look } from './look.ts';
import type { Answer, Ask } from './wire.ts';

const program = fileURLToPath(new URL('child.mjs', import.meta.url));
const keptOutput = 6_000;
type Asked = Ask extends infer One ? (One extends Ask ? Omit<One, 'n'> : never) : never;

/** The process went before it answered. */
class Gone extends Error {
  override readonly name = 'Gone';
}

export interface VenueProcessOptions {
  readonly env: Readonly<Record<string, string>>;
  /** Everything it prints is kept here. */
  readonly log: string;
}

/** The venue's process, started again whenever it was killed. Whoever asks gets an answer of one of them. */
export class VenueProcess {
  readonly #options: VenueProcessOptions;
  #child: ChildProcess | undefined;
  #serving: Promise<void> = Promise.reject(new Gone('not started'));
  #output = '';
  #count = 0;
  #closed = false;
  readonly #waiting = new Map<
    number,
    { answer: (said: Answer['said']) => void; gone: (error: Error) => void }
  >();
  kills = 0;
  starts = 0;

  constructor(options: VenueProcessOptions) {
    this.#options = options;
    this.#serving.catch(() => undefined);
  }

  get output(): string {
    return this.#output;
  }

  start(): Promise<void> {
    this.starts += 1;
    const child = fork(program, {
      env: { ...process.env, ...this.#options.env },
      execArgv: ['--enable-source-maps'],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (bytes: Buffer) => {
        this.#output = (this.#output + bytes.toString()).slice(-keptOutput);
        void appendFile(this.#options.log, bytes);
      });
    this.#serving = new Promise((serves, fails) => {
      child.on('message', ({ n, said }: Answer) => {
        if (n === 0) return serves();
        this.#waiting.get(n)?.answer(said);
        this.#waiting.delete(n);
      });
      child.once('exit', (code, signal) => {
        const gone = new Gone(`the venue ended with ${signal ?? code}`);
        for (const one of this.#waiting.values()) one.gone(gone);
        this.#waiting.clear();
        fails(gone);
        if (signal !== 'SIGKILL' && !this.#closed) console.error(`${gone.message}\n${this.#output}`);
      });
    });
    this.#serving.catch(() => undefined);
    return this.#serving;
  }

  /** SIGKILL, wherever it is. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    this.kills += 1;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.kill();
  }

  /** Gives a command until it is answered, each time with the same key. */
  async give(
    command: VenueCommand,
    actor: string,
    key: string,
  ): Promise<{ readonly result: Readonly<Record<string, unknown>> } | { readonly refused: Rejection }> {
    const said = await this.#ask({ what: 'command', command, actor, key: { key, requestHash: key } });
    if (said.refused !== undefined) return { refused: said.refused };
    if (said.result === undefined) throw new Error(`${command.kind}: ${said.failed ?? 'no answer'}`);
    return { result: said.result };
  }

  async look(): Promise<Look> {
    const { state, idle = false, failed } = await this.#ask({ what: 'look' });
    if (state === undefined) throw new Error(failed ?? 'nothing to be seen');
    return { ...lookAt(state), idle };
  }

  /** Calls to the provider that are under way. */
  async inFlight(): Promise<number> {
    return (await this.#ask({ what: 'busy' })).inFlight ?? 0;
  }

  /** @returns what went wrong, if anything */
  async do(what: 'sweep' | 'reconcile'): Promise<string | undefined> {
    return (await this.#ask({ what })).failed;
  }

  async #ask(ask: Asked): Promise<Answer['said']> {
    for (;;) {
      try {
        await this.#serving;
        return await new Promise((answer, gone) => {
          const n = (this.#count += 1);
          this.#waiting.set(n, { answer, gone });
          this.#child?.send({ ...ask, n }, (error) => {
            if (error !== null) gone(new Gone(error.message));
          });
        });
      } catch (error) {
        if (!(error instanceof Gone) && (error as { code?: string }).code !== 'ERR_IPC_CHANNEL_CLOSED')
          throw error;
        if (this.#closed) throw error;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  }
}
