import { relative } from 'node:path';
import { root } from '../ready/process.mjs';
import { runMocha } from './mocha.mjs';

/** More than so many files that fail are no chance: see docs/decisions/020-unsteady-browser-tests.md. */
const mostFiles = 2;
const counted = ['passed', 'failed', 'skipped'];

/** The result with the counts of one file as its second run gave them. */
function replaced(result, before, again) {
  const counts = counted.map((field) => [field, result[field] - before[field] + again[field]]);
  return { ...result, ...Object.fromEntries(counts) };
}

/**
 * Runs spec files as `runMocha` does, and those that failed once more, each alone, where they are two at most and nothing
 * else went wrong. One that passes then counts as it does then, and is named in `unsteady` with the words it failed with.
 */
export async function runSteadily(name, specs, limitMs, options) {
  const began = Date.now();
  const first = await runMocha(name, specs, limitMs, options);
  const failing = first.files.filter(({ failed }) => failed > 0);
  if (options.grep !== undefined || first.trouble !== undefined || failing.length > mostFiles) return first;
  let result = { ...first, unsteady: [] };
  for (const [at, before] of failing.entries()) {
    const left = limitMs - (Date.now() - began);
    const again = await runMocha(`${name}-again-${at + 1}`, [before.file], Math.max(1000, left), options);
    const file = relative(root, before.file);
    if (again.failed === 0)
      result = {
        ...replaced(result, before, again),
        unsteady: [...result.unsteady, { file, words: before.words }],
      };
    else result = { ...result, output: `${result.output}\nThe second time, alone: ${file}\n${again.output}` };
  }
  return result;
}
