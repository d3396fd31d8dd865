import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';

const commit = (): string => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
};

/**
 * A test that must hold for every input drawn. A failure names its seed and commit, which together repeat it:
 * `SEED` in the environment draws the same inputs again, `RUNS` says how many instead of `runs`.
 */
export function property<Ts extends [unknown, ...unknown[]]>(
  fact: string,
  runs: number,
  arbitraries: { [K in keyof Ts]: fc.Arbitrary<Ts[K]> },
  check: (...values: Ts) => void | Promise<void>,
): void {
  it(fact, async function () {
    this.timeout(600_000);
    const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    const numRuns = Number(process.env['RUNS'] ?? runs);
    const holds = async (...values: Ts): Promise<void> => check(...values);
    const result = await fc.check(fc.asyncProperty<Ts>(...arbitraries, holds), { seed, numRuns });
    if (!result.failed) return;
    const report = fc.defaultReportMessage(result);
    throw new Error(`SEED=${seed} RUNS=${numRuns} at commit ${commit()}\n${report}`, {
      cause: result.errorInstance,
    });
  });
}
