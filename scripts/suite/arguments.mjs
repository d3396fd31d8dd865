import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../ready/process.mjs';
import { specStep } from './steps.mjs';

/** The command line asks for what does not exist; the message says what does. */
export class Misasked extends Error {
  name = 'Misasked';
}

const options = { grep: { type: 'string' }, coverage: { type: 'boolean' }, list: { type: 'boolean' } };

/**
 * Reads the command line: names of steps, spec files or folders, `--grep <text>`, `--coverage`, `--list`.
 * @throws {Misasked}
 */
export function readArguments(args) {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    return { ...values, wanted: positionals };
  } catch (error) {
    throw new Misasked(error.message, { cause: error });
  }
}

/**
 * The steps to run: all, or those named, or with `--grep` alone those of mocha; each with the steps it needs.
 * @throws {Misasked}
 */
export function choose(steps, { wanted, grep }) {
  const isStep = (word) => steps.some(({ name }) => name === word);
  const unknown = wanted.filter((word) => !isStep(word) && !existsSync(join(root, word)));
  if (unknown.length > 0) {
    const names = steps.map(({ name }) => name).join(', ');
    throw new Misasked(`No step and no file: ${unknown.join(', ')}\nSteps: ${names}`);
  }
  const files = wanted.filter((word) => !isStep(word));
  const named = (step) => {
    if (wanted.length > 0) return wanted.includes(step.name);
    return grep === undefined || step.mocha === true;
  };
  const needed = new Set(steps.filter(named).flatMap(({ name, needs = [] }) => [name, ...needs]));
  const chosen = steps.filter(({ name }) => needed.has(name));
  return files.length > 0 ? [...chosen, specStep(files)] : chosen;
}
