import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A venue as `npm start` serves it, demo and all, in a folder of its own. */
export interface BuiltVenue {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts the built server on a free port. @throws Error when it ends before it is open */
export async function startBuiltVenue(): Promise<BuiltVenue> {
  const folder = await mkdtemp(join(tmpdir(), 'piazza-lighthouse-'));
  const env = {
    ...process.env,
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: join(folder, 'data'),
    MONGODB_URI: '',
  };
  const child = spawn(process.execPath, ['server/dist/main.js'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
      if (address !== null) resolve(address[0]);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with code ${code} before it was open`)));
  });
  return {
    url,
    close: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
