/** `npm run journal -- head|verify|replay|export`: looks into the journal, also while the server runs. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AtomicHeadFile } from '../../server/src/adapters/lmdb/head-file.ts';
import { readArguments } from './arguments.ts';
import { exitOf, run } from './run.ts';
import { wholeUpTo } from './scan.ts';

const argv = process.argv.slice(2);
const reader = fileURLToPath(new URL('reader.ts', import.meta.url));
const interruptions: readonly (NodeJS.Signals | null)[] = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGPIPE'];

interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

function read(): Promise<End> {
  const child = spawn(process.execPath, [...process.execArgv, reader, '-', ...argv], { stdio: 'inherit' });
  return new Promise((ended, failed) => {
    child.once('error', failed);
    child.once('close', (code, signal) => ended({ code, signal }));
  });
}

/** Reads once more, noting every record: the last one noted is the last that the store could find. */
function lastFound(): Promise<number> {
  const stdio = ['ignore', 'ignore', 'ignore', 'pipe'] as const;
  const child = spawn(process.execPath, [...process.execArgv, reader, '3', ...argv], { stdio: [...stdio] });
  let notes = '';
  child.stdio[3]?.on('data', (bytes: Buffer) => {
    notes = (notes + bytes.toString()).slice(-64);
  });
  return new Promise((ended, failed) => {
    child.once('error', failed);
    child.once('close', () => ended(Number(notes.split('\n').at(-2) ?? 0)));
  });
}

/** The store's library has crashed on its own file: what lies in the file tells how far the journal is whole. */
async function explainCrash(dataDir: string, signal: NodeJS.Signals): Promise<void> {
  const noted = await new AtomicHeadFile(join(dataDir, 'head')).read();
  const whole = await wholeUpTo(join(dataDir, 'journal', 'data.mdb'));
  if (noted === undefined || whole < noted.seq) {
    console.log(
      `FAULT: record ${whole + 1}: is lost: the file of the store is damaged or cut off (${signal}).`,
    );
    if (noted !== undefined) console.log(`Its head file says ${noted.seq}.`);
  } else {
    const found = await lastFound();
    console.log(
      `FAULT: record ${found + 1}: cannot be found: the index of the store is damaged (${signal}).`,
    );
  }
  console.log(`Records 1 to ${whole} lie whole in the file.`);
}

async function supervise(): Promise<number> {
  const { code, signal } = await read();
  if (signal === null) return code ?? exitOf.fault;
  if (interruptions.includes(signal)) return exitOf.interrupted;
  const asked = readArguments(argv, process.env);
  if (asked !== undefined && 'dataDir' in asked.stores && asked.command === 'verify')
    await explainCrash(asked.stores.dataDir, signal);
  else console.log(`FAULT: the store ended its reader (${signal}); npm run journal -- verify tells where.`);
  return exitOf.fault;
}

/** A question that cannot be answered needs no reader. */
function isQuestion(): boolean {
  try {
    return readArguments(argv, process.env) !== undefined;
  } catch {
    return false;
  }
}

process.exitCode = isQuestion()
  ? await supervise()
  : await run(argv, process.env, { out: process.stdout, err: process.stderr });
