/**
 * `npm run tidy`: holds the directions of imports, the purity of the domain and the figures of the code.
 * `npm run tidy -- --update` keeps what got better as the new baseline.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inspect } from './inspect.ts';
import { goals, report, slipped, tightened, type Values } from './ratchet.ts';
import type { Offence } from './source.ts';
import { readTree } from './tree.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const baselineFile = fileURLToPath(new URL('ratchet.json', import.meta.url));
const mostShown = 25;

const show = (offences: readonly Offence[]): string => {
  const lines = offences
    .slice(0, mostShown)
    .map(({ path, line, message }) => `  ${path}:${line}  ${message}`);
  const rest = offences.length - lines.length;
  return [...lines, ...(rest > 0 ? [`  and ${rest} more`] : [])].join('\n');
};

const { modules, offences, figures } = inspect(readTree(root));
const now: Values = Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value]));
const baseline = existsSync(baselineFile) ? (JSON.parse(readFileSync(baselineFile, 'utf8')) as Values) : {};
const worse = slipped(now, baseline);

console.log(`${modules} modules\n\n${report(now, baseline)}\n`);
for (const name of worse) console.log(`${goals[name]?.title}:\n${show(figures[name]?.where ?? [])}\n`);
if (offences.length > 0) console.log(`Broken rules:\n${show(offences)}\n`);

if (process.argv.includes('--update')) {
  writeFileSync(baselineFile, `${JSON.stringify(tightened(now, baseline), undefined, 2)}\n`);
} else if (worse.length > 0) {
  process.exitCode = 1;
}
if (offences.length > 0) process.exitCode = 1;
