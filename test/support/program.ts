import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { waitFor } from './wait.ts';

const main = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));

/** A start may plant the demo story, which a slow machine takes minutes for. */
const startMs = 240_000;

/** The server's program, running in a process of its own. */
export interface Program {
  readonly pid: number;
  /** Everything it has printed so far. */
  said(): string;
  /** Waits until it has printed what matches. @throws Error with what it said instead, when it ends or takes too long */
  says(pattern: RegExp, ms?: number): Promise<string>;
  signal(signal: NodeJS.Signals): void;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** Starts the server from its source, with only these settings beside the path. */
export function startProgram(env: Readonly<Record<string, string>>): Program {
  const args = ['--conditions=piazza-source', '--import', 'tsx/esm', main];
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let over = false;
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => {
      over = true;
      resolve(code ?? signal);
    });
  });
  const look = (pattern: RegExp): string | undefined => {
    const found = pattern.exec(text)?.[0];
    if (found === undefined && over) throw new Error(`it ended without saying ${pattern}:\n${text}`);
    return found;
  };
  return {
    pid: child.pid ?? 0,
    said: () => text,
    says: (pattern, ms = startMs) => waitFor(`${pattern} of the program`, () => look(pattern), ms),
    signal: (signal) => void child.kill(signal),
    ended,
  };
}
