import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const posix = process.platform !== 'win32';

/** Ends a child and, where it leads a process group, all that it started. */
export function kill(child, signal) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (posix && child.leadsGroup) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

// Some programs colour whatever a CI reads, terminal or not.
const readable = (text) => (process.stdout.isTTY ? text : stripVTControlCharacters(text));

const running = new Set();

/** Ends every child that `capture` still runs: for the moment this process is told to stop. */
export function killAll(signal) {
  for (const child of running) kill(child, signal);
}

/**
 * Runs a program with stdin closed and gathers what it prints.
 * @param {string[]} command program and arguments; `node` stands for the running Node
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, shell?: boolean, watch?: (child: object) => void }} options
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>} code 1 when it was killed or could not start
 */
export function capture([program, ...args], options = {}) {
  const { cwd = root, env = process.env, timeoutMs, shell = false, watch } = options;
  return new Promise((resolve) => {
    const chunks = [];
    let timedOut = false;
    const child = spawn(program === 'node' ? process.execPath : program, args, {
      cwd,
      env,
      shell,
      detached: posix,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.leadsGroup = posix;
    running.add(child);
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    const timer =
      timeoutMs &&
      setTimeout(() => {
        timedOut = true;
        kill(child, 'SIGKILL');
      }, timeoutMs);
    watch?.(child);
    let finished = false;
    const finish = (code) => {
      if (finished) return;
      finished = true;
      clearTimeout(timer);
      running.delete(child);
      resolve({ code, output: readable(Buffer.concat(chunks).toString('utf8')), timedOut });
    };
    child.on('error', (error) => {
      chunks.push(Buffer.from(`${error.message}\n`));
      finish(1);
    });
    child.on('close', (code) => finish(code ?? 1));
    // A grandchild may hold the pipes open after the program itself has gone.
    child.on('exit', (code) => setTimeout(() => finish(code ?? 1), 2000).unref());
  });
}
