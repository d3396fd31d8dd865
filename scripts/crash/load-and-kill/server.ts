import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the build makes: the venue as `npm start` runs it. */
const program = join(fileURLToPath(new URL('../../..', import.meta.url)), 'server', 'dist', 'main.js');
const startWithinMs = 240_000;
const keptOutput = 4_000;

/** The venue as `npm start` runs it, without the demo and its limits, and with snapshots every few hundred records. */
export class ServerProcess {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #ended: Promise<string>;
  #output = '';

  /** @param more settings, and a module that is loaded before the venue's own program */
  constructor(
    dataDir: string,
    port: number,
    more: { readonly env?: object; readonly preload?: string } = {},
  ) {
    this.url = `http://127.0.0.1:${port}`;
    const { MONGODB_URI: _uri, NODE_OPTIONS: _options, ...rest } = process.env;
    const before = more.preload === undefined ? [] : ['--import', more.preload];
    this.#child = spawn(process.execPath, ['--enable-source-maps', ...before, program], {
      env: {
        ...rest,
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: dataDir,
        DEMO: 'off',
        REQUESTS_PER_MINUTE: '0',
        SOCKET_CALLS_PER_SECOND: '1000000',
        ORDERS_PER_SECOND: '0',
        SNAPSHOT_EVERY: '700',
        LOG_LEVEL: 'warn',
        ...more.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (bytes: Buffer) => {
        this.#output = (this.#output + bytes.toString()).slice(-keptOutput);
      });
    this.#ended = new Promise((ended) => {
      this.#child.once('close', (code, signal) => ended(signal ?? `code ${code}`));
    });
  }

  /** Resolves when it has ended: to its signal, or to `code N`. */
  get ended(): Promise<string> {
    return this.#ended;
  }

  /** What it printed last. */
  get output(): string {
    return this.#output.trim();
  }

  /** Resolves when it serves. @throws Error with its last words when it ends instead. */
  async serving(): Promise<void> {
    let ended: string | undefined;
    void this.#ended.then((how) => {
      ended = how;
    });
    const until = performance.now() + startWithinMs;
    while (performance.now() < until) {
      if (ended !== undefined) throw new Error(`the server ended with ${ended}:\n${this.output}`);
      const reply = await fetch(`${this.url}/healthz`).catch(() => undefined);
      if (reply?.ok === true) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`the server did not serve within ${startWithinMs} ms:\n${this.output}`);
  }

  /** SIGKILL; resolves when it is gone. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }
}
