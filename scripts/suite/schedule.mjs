/**
 * Runs steps, up to `lanes` at once, in their order as far as their `after`, `needs` and `alone` allow.
 * @param {object[]} steps
 * @param {number} lanes
 * @param {(step: object, blocked: string | undefined) => Promise<{ failed: number }>} run `blocked` names a needed step
 *   that failed
 * @returns results in the order of the steps
 */
export async function schedule(steps, lanes, run) {
  const waiting = [...steps];
  const results = new Map();
  const running = new Map();
  const isDone = (name) => results.has(name) || !steps.some((step) => step.name === name);
  const isFree = ({ after = [], needs = [], alone = false }) =>
    [...after, ...needs].every(isDone) && (!alone || running.size === 0);

  while (results.size < steps.length) {
    const next = running.size < lanes && !running.has('alone') ? waiting.findIndex(isFree) : -1;
    if (next === -1) {
      await Promise.race(running.values());
      continue;
    }
    const [step] = waiting.splice(next, 1);
    const blocked = step.needs?.find((name) => (results.get(name)?.failed ?? 0) > 0);
    const key = step.alone ? 'alone' : step.name;
    running.set(
      key,
      run(step, blocked).then((result) => {
        results.set(step.name, result);
        running.delete(key);
      }),
    );
  }
  return steps.map(({ name }) => ({ name, ...results.get(name) }));
}
