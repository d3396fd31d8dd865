import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface StoreProcess {
  readonly pid: number;
  /** The next line it prints, parsed. @throws Error when it ends before. */
  line(): Promise<Record<string, unknown>>;
  /** All lines that it has yet to print, parsed. */
  rest(): Promise<Record<string, unknown>[]>;
  kill(signal: NodeJS.Signals): void;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

const script = fileURLToPath(new URL('store-process.ts', import.meta.url));

export interface ProcessLimits {
  /** Largest file it may write, in kilobytes: what comes after fails, as on a disk that is full or broken. */
  readonly largestFileKb?: number;
}

/** Starts `store-process.ts` with a task on a data folder. */
export function startStoreProcess(args: readonly string[], limits: ProcessLimits = {}): StoreProcess {
  const node = ['--conditions=piazza-source', '--import', 'tsx/esm', script, ...args];
  const { largestFileKb } = limits;
  const [command, params] =
    largestFileKb === undefined
      ? [process.execPath, node]
      : [
          'bash',
          ['-c', `trap '' XFSZ; ulimit -f ${largestFileKb}; exec "$@"`, '--', process.execPath, ...node],
        ];
  const child = spawn(command, params, { stdio: ['ignore', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  const next = async (): Promise<Record<string, unknown> | undefined> => {
    const step: IteratorResult<string, undefined> = await lines.next();
    return step.done === true ? undefined : (JSON.parse(step.value) as Record<string, unknown>);
  };
  return {
    pid: child.pid ?? 0,
    ended,
    kill: (signal) => child.kill(signal),
    line: async () => {
      const line = await next();
      if (!line) throw new Error(`${args[0]} ended without a word`);
      return line;
    },
    rest: async () => {
      const all: Record<string, unknown>[] = [];
      for (let line = await next(); line; line = await next()) all.push(line);
      return all;
    },
  };
}
