import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scanner } from '../../ports/scanner.ts';

/** The exit codes of clamscan and clamdscan, which others follow. */
const CLEAN = 0;
const FOUND = 1;

function exitOf(program: string, args: readonly string[], mostMs: number): Promise<number | null> {
  return new Promise((resolve, fail) => {
    const child = spawn(program, args, { stdio: 'ignore', timeout: mostMs, killSignal: 'SIGKILL' });
    child.once('error', fail);
    child.once('exit', (code) => resolve(code));
  });
}

/**
 * Calls the program with the path of a file that only this user can read, and that is gone afterwards.
 * @param command program and arguments, parted by blanks, such as `clamdscan --fdpass --no-summary`
 */
export function commandScanner(command: string, mostMs: number): Scanner {
  const [program = '', ...args] = command.trim().split(/\s+/);
  return {
    async isClean(bytes) {
      const folder = await mkdtemp(join(tmpdir(), 'piazza-scan-'));
      try {
        const path = join(folder, 'file');
        await writeFile(path, bytes, { mode: 0o600 });
        const code = await exitOf(program, [...args, path], mostMs);
        if (code !== CLEAN && code !== FOUND) throw new Error(`the scanner ended with ${String(code)}`);
        return code === CLEAN;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Where no program is set. */
export const noScanner: Scanner = { isClean: () => Promise.resolve(true) };
