/** Where a figure should lie: at most `max`, at least `min`. */
export interface Goal {
  readonly title: string;
  readonly min?: number;
  readonly max?: number;
}

export const goals: Readonly<Record<string, Goal>> = {
  longestFile: { title: 'longest file, lines', max: 300 },
  longestFunction: { title: 'longest function, lines', max: 50 },
  medianFile: { title: 'median file, lines', max: 75 },
  any: { title: 'any', max: 0 },
  commentedOutCode: { title: 'commented-out code', max: 0 },
  deadExports: { title: 'dead exports', max: 0 },
  commentShare: { title: 'comment share', min: 0.05, max: 0.12 },
  testRatio: { title: 'test lines per source line', min: 1 },
};

export type Values = Readonly<Record<string, number>>;

/** How far a value lies outside of its goal; 0 within. */
const distance = ({ min = -Infinity, max = Infinity }: Goal, value: number): number =>
  Math.max(0, value - max, min - value);

const entries = Object.entries(goals);

/** The names of the figures that are worse than both their goal and the baseline. */
export const slipped = (now: Values, baseline: Values): readonly string[] =>
  entries
    .filter(
      ([name, goal]) =>
        distance(goal, now[name] ?? 0) > distance(goal, baseline[name] ?? goal.max ?? goal.min ?? 0),
    )
    .map(([name]) => name);

/** The baseline after this measure: each figure at its best so far, so that what was won is not lost again. */
export const tightened = (now: Values, baseline: Values): Values =>
  Object.fromEntries(
    entries.map(([name, goal]) => {
      const value = now[name] ?? 0;
      const before = baseline[name];
      const keep = before !== undefined && distance(goal, before) <= distance(goal, value);
      return [name, keep ? before : value];
    }),
  );

const range = ({ min, max }: Goal): string =>
  [min !== undefined && `≥ ${min}`, max !== undefined && `≤ ${max}`].filter(Boolean).join(', ');

/** The figures as a table: now, goal, baseline. */
export function report(now: Values, baseline: Values): string {
  const failing = new Set(slipped(now, baseline));
  const row = (...[name, value, goal, before]: readonly string[]) =>
    `  ${name?.padEnd(28)}${value?.padStart(8)}  ${goal?.padEnd(16)}${before?.padStart(8)}`;
  const rows = entries.map(([name, goal]) => {
    const line = row(goal.title, String(now[name] ?? 0), range(goal), String(baseline[name] ?? '–'));
    return failing.has(name) ? `${line}  worse` : line;
  });
  return [row('figure', 'now', 'goal', 'baseline'), ...rows].join('\n');
}
