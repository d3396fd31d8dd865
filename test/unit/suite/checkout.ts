import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What a program printed, and how it ended. */
export interface Ending {
  readonly code: number | null;
  readonly output: string;
}

/** A program that runs. */
export interface Running {
  readonly child: ChildProcess;
  /** Resolves once it has printed the text. */
  readonly says: (text: string) => Promise<void>;
  readonly ending: Promise<Ending>;
}

/** A small project in a temporary folder around the real scripts; its tools are small programs, too. */
export interface Checkout {
  readonly folder: string;
  readonly write: (files: Readonly<Record<string, string>>) => Promise<void>;
  readonly run: (
    program: string,
    args?: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => Running;
  readonly remove: () => Promise<void>;
}

function launch(folder: string, args: readonly string[], env: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer): void => {
    output += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ending = new Promise<Ending>((resolve) => {
    child.once('close', (code) => resolve({ code, output }));
  });
  const says = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (output.includes(text)) resolve();
      };
      listeners.add(look);
      look();
      child.once('close', () => reject(new Error(`ended before it said "${text}":\n${output}`)));
    });
  return { child, says, ending };
}

/** Makes the project: the scripts as they are, and the given files. */
export async function makeCheckout(files: Readonly<Record<string, string>>): Promise<Checkout> {
  const folder = await mkdtemp(join(tmpdir(), 'piazza-checkout-'));
  for (const part of ['scripts/ready', 'scripts/suite', 'scripts/start.mjs', 'scripts/test.mjs']) {
    await cp(join(root, part), join(folder, part), { recursive: true });
  }
  const write = async (more: Readonly<Record<string, string>>): Promise<void> => {
    for (const [path, text] of Object.entries(more)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  };
  await write({ 'package.json': '{ "type": "module" }', ...files });
  return {
    folder,
    write,
    run: (program, args = [], env = {}) => launch(folder, [program, ...args], env),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
