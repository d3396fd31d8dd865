import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleClient, compileServer } from '../ready/build.mjs';
import { capture, root } from '../ready/process.mjs';
import { runSteadily } from './again.mjs';
import { runMocha } from './mocha.mjs';

const minute = 60_000;

/** Runs commands one after the other, all of them, and tells what the failing ones printed. */
async function inTurn(commands, timeoutMs) {
  const failures = [];
  for (const command of commands) {
    const outcome = await capture(command, { timeoutMs });
    if (outcome.code !== 0) failures.push(outcome);
  }
  return {
    code: failures.length,
    output: failures.map(({ output }) => output).join('\n'),
    timedOut: failures.some(({ timedOut }) => timedOut),
  };
}

async function check(work, timeoutMs) {
  const { code, output, timedOut } = await work(timeoutMs);
  const late = timedOut ? `\nStopped after ${timeoutMs / minute} minutes.` : '';
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output: output + late };
}

async function build() {
  const compiled = await compileServer();
  return compiled.code === 0 ? bundleClient() : compiled;
}

const oxlint = ['node', 'node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'];
const prettier = ['node', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'];
const tsc = ['node', 'node_modules/typescript/bin/tsc', '-b'];
const tidy = ['node', '--import', 'tsx/esm', 'scripts/tidy/main.ts'];

/**
 * The checks, each counted as one test. `limitMs` is the time after which the step is killed: it ends what
 * hangs, and a machine that is three times slower stays below it. A step waits for those named in `after` that also
 * run, and is not run when one named in `needs` failed.
 */
const checks = [
  {
    name: 'lint',
    limitMs: 8 * minute,
    run: (limit) => check(() => inTurn([oxlint, prettier], limit), limit),
  },
  { name: 'types', limitMs: 8 * minute, run: (limit) => check(() => inTurn([tsc], limit), limit) },
  { name: 'tidy', limitMs: minute, run: (limit) => check(() => inTurn([tidy], limit), limit) },
  { name: 'build', limitMs: 8 * minute, after: ['types'], run: (limit) => check(build, limit) },
];

/**
 * The folders of test/ in the order in which they run. A browser wants the machine for itself; where it does not get it,
 * a file of its tests may be run a second time.
 */
const suites = [
  { name: 'unit', limitMs: 12 * minute },
  { name: 'property', limitMs: 12 * minute },
  { name: 'simulation', limitMs: 12 * minute },
  { name: 'contract', limitMs: 15 * minute },
  { name: 'stories', limitMs: 15 * minute, needs: ['build'] },
  { name: 'regression', limitMs: 8 * minute },
  { name: 'e2e', limitMs: 30 * minute, needs: ['build'], alone: true, again: true },
];

async function specsUnder(folder) {
  const entries = await readdir(join(root, folder), { withFileTypes: true, recursive: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile() && /\.spec\.tsx?$/.test(entry.name)).length;
}

/** The steps of a whole run: the checks, then every folder of test/ that holds specs. */
export async function allSteps() {
  const present = [];
  for (const suite of suites) {
    if ((await specsUnder(`test/${suite.name}`)) === 0) continue;
    const runSpecs = suite.again ? runSteadily : runMocha;
    const run = (limit, options) =>
      runSpecs(suite.name, [`test/${suite.name}/**/*.spec.{ts,tsx}`], limit, options);
    present.push({ ...suite, mocha: true, after: checks.map(({ name }) => name), run });
  }
  return [...checks, ...present];
}

/** A step for spec files named on the command line. */
export const specStep = (files) => ({
  name: 'specs',
  mocha: true,
  limitMs: 10 * minute,
  run: (limit, options) => runMocha('specs', files, limit, options),
});
