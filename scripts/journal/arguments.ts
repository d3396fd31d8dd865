import { parseArgs } from 'node:util';
import type { StoresConfig } from '../../server/src/adapters/open-stores.ts';

export const usage = `Usage: npm run journal -- <command> [options]

  head      newest record: its seq, chain hash, writer's epoch and time
  verify    read every record; name the first that is flipped, missing, swapped or cut off, and compare the head file
  replay    fold every record; print the hash of the state, compare the newest snapshot, check the invariants
  export    write every record as a line of JSON
  check     compare an exported audit trail with the journal, record by record

  --data DIR    data folder (DATA_DIR, or ./data); without it MONGODB_URI is read where that is set
  --from SEQ    export: first record to write (1)
  --out FILE    export: write there instead of to the terminal
  --file FILE   check: the exported trail
  --redecide    replay: also decide every command again and compare; rules that have changed since show as differences

It reads only, so the server may go on meanwhile. It ends with 1 when something is not as it should be.
`;

const commands = ['head', 'verify', 'replay', 'export', 'check'] as const;
export type CommandName = (typeof commands)[number];

export interface Arguments {
  readonly command: CommandName;
  readonly stores: StoresConfig;
  readonly from: number;
  readonly out: string | undefined;
  readonly redecide: boolean;
  /** Given to `check`, and to it alone. */
  readonly file: string | undefined;
}

/** What was asked cannot be understood; the message says why. */
export class Misasked extends Error {}

const options = {
  data: { type: 'string' },
  from: { type: 'string' },
  out: { type: 'string' },
  redecide: { type: 'boolean' },
  file: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new Misasked(error instanceof Error ? error.message : String(error));
  }
}

function seqOf(text: string | undefined): number {
  const seq = Number(text ?? 1);
  if (!Number.isSafeInteger(seq) || seq < 1)
    throw new Misasked(`--from must be a seq from 1 on, not "${text}"`);
  return seq;
}

/** Only `export`, `replay` and `check` have options of their own: one given to another command is a mistake. */
function requireFit(command: CommandName, given: ReturnType<typeof parsed>['values']): void {
  for (const name of ['from', 'out'] as const)
    if (given[name] !== undefined && command !== 'export') throw new Misasked(`--${name} belongs to export`);
  if (given.redecide === true && command !== 'replay') throw new Misasked('--redecide belongs to replay');
  if ((given.file !== undefined) !== (command === 'check'))
    throw new Misasked(command === 'check' ? 'check needs --file' : '--file belongs to check');
}

function storesOf(data: string | undefined, env: NodeJS.ProcessEnv): StoresConfig {
  const mongodbUri = env['MONGODB_URI'];
  if (data !== undefined) return { dataDir: data };
  return mongodbUri === undefined || mongodbUri === ''
    ? { dataDir: env['DATA_DIR'] ?? './data' }
    : { mongodbUri };
}

/** Reads the command line; `undefined` where help was asked for. @throws Misasked */
export function readArguments(argv: readonly string[], env: NodeJS.ProcessEnv): Arguments | undefined {
  const { values, positionals } = parsed(argv);
  if (values.help === true) return undefined;
  const [name, ...rest] = positionals;
  const command = commands.find((one) => one === name);
  if (command === undefined)
    throw new Misasked(name === undefined ? 'Which command?' : `No command "${name}"`);
  if (rest.length > 0) throw new Misasked(`One command at a time: what is "${rest.join(' ')}"?`);
  requireFit(command, values);
  const { out, redecide = false, file } = values;
  return { command, stores: storesOf(values.data, env), from: seqOf(values.from), out, redecide, file };
}
