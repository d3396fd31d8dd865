import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, statSync, unlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { type WriterElection, type WriterLease } from '../../ports/journal.ts';
import { type LmdbJournal } from './journal.ts';

/** Systems cut socket paths at 104 to 108 bytes. */
const longestPathBytes = 100;
const answerPatienceMs = 500;
const watchMs = 1000;
const bindAttempts = 5;
const onWindows = process.platform === 'win32';

/** Where the writer of `dataDir` listens: derived from the real path, so that two names of one folder meet. */
export function socketPathOf(dataDir: string): string {
  const real = realpathSync(dataDir);
  const name = `piazza-${createHash('sha256').update(real).digest('hex').slice(0, 24)}`;
  if (onWindows) return `\\\\.\\pipe\\${name}`;
  const path = join(real, 'writer.sock');
  // Not os.tmpdir(): TMPDIR may differ between two processes that must meet.
  return Buffer.byteLength(path) <= longestPathBytes ? path : `/tmp/${name}.sock`;
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

async function listening(path: string): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(`${process.pid}\n`);
  });
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ path, exclusive: true }, () => resolve(server));
  });
}

/** Process id of who listens there, '?' when it does not say, undefined when nobody listens. */
async function holderOf(path: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(path);
    const done = (holder: string | undefined): void => {
      socket.destroy();
      resolve(holder);
    };
    // A stopped process still holds its claim: the system accepts the connection in its name.
    socket.once('connect', () => socket.setTimeout(answerPatienceMs, () => done('?')));
    socket.on('data', (bytes) => {
      answer += bytes.toString();
    });
    socket.once('end', () => done(answer.trim() || '?'));
    socket.once('error', (error) => {
      const code = codeOf(error);
      if (code === 'ECONNREFUSED' || code === 'ENOENT') done(undefined);
      else if (code === 'EAGAIN' || code === 'ECONNRESET') done('?');
      else reject(error);
    });
  });
}

function identityOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.dev}:${found.ino}:${found.ctimeNs}`;
}

/** Listens at `path`, taking the place of a socket whose process is dead. */
async function bound(path: string, dataDir: string): Promise<Server> {
  for (let attempt = 0; attempt < bindAttempts; attempt += 1) {
    try {
      return await listening(path);
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE') throw error;
    }
    const before = onWindows ? undefined : identityOf(path);
    const holder = await holderOf(path);
    if (holder !== undefined) throw new Error(refusal(dataDir, holder));
    // Only the very socket that did not answer may go: another starter may have put its own there by now.
    if (before !== undefined && identityOf(path) === before) unlinkSync(path);
  }
  throw new Error(`Other servers keep starting on ${dataDir}. Start only one.`);
}

function refusal(dataDir: string, holder: string): string {
  const who = holder === '?' ? 'Another server' : `Another server (process ${holder})`;
  return `${who} is already using ${dataDir}. Stop it first, or start this one with another data folder.`;
}

/** Resolves when the socket at `path` is no longer the one that is there now. */
function watched(path: string): { lost: Promise<void>; stop: () => void } {
  if (onWindows) return { lost: new Promise(() => undefined), stop: () => undefined };
  const inodeOf = (): bigint | undefined => statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;
  const ours = inodeOf();
  let stop = (): void => undefined;
  const lost = new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      if (inodeOf() === ours) return;
      clearInterval(timer);
      resolve();
    }, watchMs).unref();
    stop = () => clearInterval(timer);
  });
  return { lost, stop };
}

/**
 * The one writer of a data folder is the process that holds its local socket: the system frees it when the process
 * dies, however it dies. The epoch lies in the journal, whose appends refuse every older one.
 */
export class SocketElection implements WriterElection {
  readonly #dataDir: string;
  readonly #journal: LmdbJournal;

  constructor(dataDir: string, journal: LmdbJournal) {
    this.#dataDir = dataDir;
    this.#journal = journal;
  }

  async claim(): Promise<WriterLease> {
    mkdirSync(this.#dataDir, { recursive: true });
    const path = socketPathOf(this.#dataDir);
    const server = await bound(path, this.#dataDir);
    const { lost, stop } = watched(path);
    const release = async (): Promise<void> => {
      stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    };
    try {
      return { epoch: await this.#journal.raiseEpoch(), lost, release };
    } catch (error) {
      await release();
      throw error;
    }
  }
}
