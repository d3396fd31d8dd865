/**
 * `npm test`: everything the project checks, in one command; `npm test -- unit` one step; `npm test -- test/unit/tidy`
 * some specs; `--grep <text>` the tests with that title; `--coverage` a report in coverage/; `--list` the steps.
 */
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './ready/install.mjs';
import { requireNode } from './ready/node.mjs';
import { capture, killAll, root } from './ready/process.mjs';
import { StepFailed, dim } from './ready/progress.mjs';
import { Misasked, choose, readArguments } from './suite/arguments.mjs';
import { schedule } from './suite/schedule.mjs';
import { allSteps } from './suite/steps.mjs';
import { lastLine, stepLine, table, unsteadyLines } from './suite/summary.mjs';

// A run takes about a quarter of an hour; whatever has not ended after so long never will.
const wholeRunMs = 60 * 60_000;
const begin = Date.now();

/** The Mongo adapters are proved by the port suites; a server under test keeps its own folder of data. */
function environmentOf(step) {
  const { MONGODB_URI: _uri, ...rest } = process.env;
  return step.name === 'contract' || step.name === 'specs' ? process.env : rest;
}

async function runStep(step, blocked, options) {
  const started = Date.now();
  console.log(dim(`· ${step.name}`));
  const limit = Math.max(1000, Math.min(step.limitMs, wholeRunMs - (started - begin)));
  const result =
    blocked === undefined
      ? await step.run(limit, { ...options, env: environmentOf(step) })
      : { passed: 0, failed: 1, skipped: 0, output: `Not run: ${blocked} failed.` };
  const timed = { ...result, name: step.name, ms: Date.now() - started };
  if (timed.failed > 0) console.log(`\n${timed.output.trim()}\n`);
  console.log(stepLine(timed));
  return timed;
}

function finish(rows) {
  console.log(`\n${table(rows, Date.now() - begin)}\n`);
  const unsteady = unsteadyLines(rows);
  if (unsteady !== '') console.log(unsteady);
  console.log(lastLine(rows));
  process.exitCode = rows.some(({ failed }) => failed > 0) || rows.length === 0 ? 1 : 0;
}

async function main() {
  const options = readArguments(process.argv.slice(2));
  const steps = await allSteps();
  if (options.list) {
    console.log(steps.map(({ name }) => name).join('\n'));
    return;
  }
  const chosen = choose(steps, options);
  await ensureInstalled();
  if (options.coverage) await rm(join(root, 'coverage'), { recursive: true, force: true });
  const rows = await schedule(chosen, Math.min(2, availableParallelism()), (step, blocked) =>
    runStep(step, blocked, options),
  );
  if (options.coverage) console.log((await capture(['node', 'node_modules/c8/bin/c8.js', 'report'])).output);
  finish(rows);
}

requireNode();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    killAll('SIGKILL');
    process.exit(1);
  });
}
try {
  await main();
} catch (error) {
  if (error instanceof StepFailed) {
    console.log(`\n${error.output.trim()}\n`);
    finish([{ name: 'install', passed: 0, failed: 1, skipped: 0, ms: Date.now() - begin }]);
  } else {
    console.error(error instanceof Misasked ? error.message : error);
    process.exitCode = 1;
  }
}
