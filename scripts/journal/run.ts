import { openReader } from '../../server/src/adapters/open-stores.ts';
import { JournalCorrupt } from '../../server/src/kernel/batch.ts';
import { Misasked, readArguments, usage, type Arguments } from './arguments.ts';
import { checkExport } from './check.ts';
import { exportRecords } from './export.ts';
import { head, say, verify, type Stores, type Terminal } from './inspect.ts';
import { replay } from './replay.ts';

/** Exit codes: all is well, something is not as it should be, the question was none. */
export const exitOf = { sound: 0, fault: 1, misasked: 64, interrupted: 130 } as const;

function answer(stores: Stores, asked: Arguments, terminal: Terminal): Promise<number> {
  switch (asked.command) {
    case 'head':
      return head(stores, terminal);
    case 'verify':
      return verify(stores, terminal);
    case 'replay':
      return replay(stores, terminal, asked.redecide);
    case 'export':
      return exportRecords(stores, terminal, { from: asked.from, file: asked.out });
    case 'check':
      return checkExport(stores, terminal, asked.file ?? '');
  }
}

async function obey(asked: Arguments, terminal: Terminal): Promise<number> {
  const stores = await openReader(asked.stores);
  try {
    return await answer(stores, asked, terminal);
  } finally {
    await stores.close();
  }
}

/** Runs one command line; resolves to the exit code. */
export async function run(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<number> {
  const { out, err } = terminal;
  try {
    const asked = readArguments(argv, env);
    if (asked !== undefined) return await obey(asked, terminal);
    out.write(usage);
    return exitOf.sound;
  } catch (error) {
    if (error instanceof Misasked) {
      say(err, `${error.message}\n`, usage);
      return exitOf.misasked;
    }
    const words = error instanceof Error ? error.message : String(error);
    say(err, error instanceof JournalCorrupt ? `FAULT: ${words}.` : `The journal cannot be read: ${words}`);
    return exitOf.fault;
  }
}
