import { bold, green, red, seconds } from '../ready/progress.mjs';

const total = (rows, field) => rows.reduce((sum, row) => sum + row[field], 0);

/** One line for a step that has just ended. */
export function stepLine({ name, passed, failed, skipped, unsteady = [], ms }) {
  const counts = [
    `${passed} passed`,
    failed > 0 && `${failed} failed`,
    skipped > 0 && `${skipped} skipped`,
    unsteady.length > 0 && `${unsteady.length} unsteady`,
  ];
  const mark = failed > 0 ? red('✗') : green('✓');
  return `${mark} ${name.padEnd(11)} ${counts.filter(Boolean).join(', ')} in ${seconds(ms)}`;
}

const line = (name, passed, failed, skipped, time) =>
  `  ${name.padEnd(12)}${[passed, failed, skipped].map((n) => String(n).padStart(9)).join('')}${time.padStart(11)}`;

/** The table of all steps. */
export function table(rows, ms) {
  const body = rows.map((row) => {
    const text = line(row.name, row.passed, row.failed, row.skipped, seconds(row.ms));
    return row.failed > 0 ? red(text) : text;
  });
  const sums = ['passed', 'failed', 'skipped'].map((field) => total(rows, field));
  return [
    bold(line('step', 'passed', 'failed', 'skipped', 'time')),
    ...body,
    bold(line('all', ...sums, seconds(ms))),
  ].join('\n');
}

const indented = (text) => text.replaceAll(/^(?=.)/gm, '    ');

/** The spec files that passed only the second time, each below the words with which it failed; nothing when none did. */
export const unsteadyLines = (rows) =>
  rows
    .flatMap(({ unsteady = [] }) => unsteady)
    .map(
      ({ file, words }) =>
        `${indented(words.join('\n'))}\n${red(`unsteady: ${file}, passed the second time`)}\n`,
    )
    .join('\n');

/** The last line of a run, the same whatever the terminal: "N passed, N failed", with the skipped when there are any. */
export function lastLine(rows) {
  const skipped = total(rows, 'skipped');
  const tail = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${total(rows, 'passed')} passed, ${total(rows, 'failed')} failed${tail}`;
}
