import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What `npm run journal -- verify` says of a folder; nothing where it is sound. */
export async function verify(dataDir: string): Promise<readonly string[]> {
  const { MONGODB_URI: _uri, ...env } = process.env;
  const tool = ['--conditions=piazza-source', '--import', 'tsx/esm', 'scripts/journal/main.ts', 'verify'];
  try {
    await promisify(execFile)(process.execPath, tool, { cwd: root, env: { ...env, DATA_DIR: dataDir } });
    return [];
  } catch (error) {
    return [`the journal does not verify: ${String(error)}`];
  }
}
