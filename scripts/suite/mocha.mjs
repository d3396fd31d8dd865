import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture, kill, root } from '../ready/process.mjs';
import { seconds } from '../ready/progress.mjs';

// .mocharc.json says how node runs TypeScript, and the timeout of a test.
const mocha = [
  'node',
  'node_modules/mocha/bin/mocha.js',
  '--forbid-only',
  '--reporter',
  'scripts/suite/reporter.mjs',
];
// From the last test to the end of the process, on a busy machine too: what is open after that was leaked.
const lingerMs = 15_000;

async function eventsIn(file) {
  const text = await readFile(file, 'utf8').catch(() => '');
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}

/** Kills a process that stays after its last test. */
function watchForEnd(child, file, onLinger) {
  let endedAt = 0;
  const look = async () => {
    if (endedAt === 0 && (await eventsIn(file)).at(-1)?.event === 'end') endedAt = Date.now();
    if (endedAt === 0 || Date.now() - endedAt < lingerMs) return;
    onLinger();
    kill(child, 'SIGKILL');
  };
  const timer = setInterval(() => void look(), 1000);
  child.on('exit', () => clearInterval(timer));
}

/** What went wrong with the run itself rather than with a test; undefined when nothing did. */
function mishap({ events, code, failed, timedOut, lingered, limitMs, grep }) {
  const last = events.at(-1);
  if (lingered) return 'The tests ended but the process did not: a test left something open.';
  if (timedOut) {
    const during = last?.event === 'begin' ? `, during: ${last.title} (${last.spec})` : '';
    return `Stopped after ${seconds(limitMs)}${during}`;
  }
  if (last?.event !== 'end') return 'The process ended before the tests did.';
  if (events.length === 1 && grep === undefined) return 'No test ran.';
  if (code !== 0 && failed === 0) return `The process ended with code ${code}.`;
  return undefined;
}

const outcomes = { pass: 'passed', fail: 'failed', pending: 'skipped' };

/** What became of each spec file, in the order of their first test, and the words with which tests of it failed. */
function filesOf(events) {
  const files = new Map();
  for (const { event, spec, title, words } of events) {
    const outcome = outcomes[event];
    if (outcome === undefined) continue;
    const file = files.get(spec) ?? { file: spec, passed: 0, failed: 0, skipped: 0, words: [] };
    file[outcome] += 1;
    if (words !== undefined) file.words.push(`${title}\n${words}`);
    files.set(spec, file);
  }
  return [...files.values()];
}

/**
 * Runs spec files in a process of their own.
 * @param {string} name of the step; its output goes to artifacts/test/
 * @param {string[]} specs files or globs
 * @param {number} limitMs after which it is killed
 * @param {{ grep?: string, coverage?: boolean, env: NodeJS.ProcessEnv }} options
 * @returns counts of tests, in all and by file, and what the process printed; `trouble`, a mishap of the run itself,
 *   counts as one failed test
 */
export async function runMocha(name, specs, limitMs, { grep, coverage, env }) {
  const notes = await mkdtemp(join(tmpdir(), 'piazza-suite-'));
  const file = join(notes, 'events.jsonl');
  const filter = grep === undefined ? [] : ['--grep', grep];
  const command = [...mocha, '--reporter-option', `file=${file}`, ...filter, ...specs];
  let lingered = false;
  const outcome = await capture(command, {
    timeoutMs: limitMs,
    env: coverage ? { ...env, NODE_V8_COVERAGE: join(root, 'coverage/tmp') } : env,
    watch: (child) => watchForEnd(child, file, () => (lingered = true)),
  });
  const events = await eventsIn(file);
  const count = (event) => events.filter((entry) => entry.event === event).length;
  const failed = count('fail');
  const trouble = mishap({ events, ...outcome, failed, lingered, limitMs, grep });
  const output = trouble === undefined ? outcome.output : `${outcome.output}\n${trouble}\n`;
  await mkdir(join(root, 'artifacts/test'), { recursive: true });
  await writeFile(join(root, `artifacts/test/${name}.log`), output);
  await rm(notes, { recursive: true, force: true });
  return {
    passed: count('pass'),
    failed: failed + (trouble === undefined ? 0 : 1),
    skipped: count('pending'),
    files: filesOf(events),
    trouble,
    output,
  };
}
