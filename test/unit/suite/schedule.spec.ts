import { expect } from 'chai';

interface Step {
  readonly name: string;
  readonly after?: readonly string[];
  readonly needs?: readonly string[];
  readonly alone?: boolean;
}
interface Result {
  readonly failed: number;
}
type Schedule = (
  steps: readonly Step[],
  lanes: number,
  run: (step: Step, blocked: string | undefined) => Promise<Result>,
) => Promise<readonly (Result & { readonly name: string })[]>;

const address = new URL('../../../scripts/suite/schedule.mjs', import.meta.url).href;
const { schedule } = (await import(address)) as { readonly schedule: Schedule };

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** Runs the steps and tells, in order, what began and ended, and which step held another up. */
async function told(steps: readonly Step[], lanes: number, failing: readonly string[] = []) {
  const story: string[] = [];
  const results = await schedule(steps, lanes, async ({ name }, blocked) => {
    story.push(blocked === undefined ? `+${name}` : `${name} blocked by ${blocked}`);
    if (blocked !== undefined) return { failed: 1 };
    await pause();
    story.push(`-${name}`);
    return { failed: failing.includes(name) ? 1 : 0 };
  });
  return { story: story.join(' '), names: results.map(({ name }) => name) };
}

describe('the order of the steps', () => {
  it('keeps the order in one lane, and gives results in that order from two', async () => {
    const steps = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
    expect((await told(steps, 1)).story).to.equal('+a -a +b -b +c -c');
    expect((await told(steps, 2)).names).to.deep.equal(['a', 'b', 'c']);
  });

  it('waits for the steps that come before, when they run at all', async () => {
    const steps = [{ name: 'a', after: ['b', 'absent'] }, { name: 'b' }];
    expect((await told(steps, 2)).story).to.equal('+b -b +a -a');
  });

  it('leaves a step alone that wants the machine for itself', async () => {
    const steps = [{ name: 'a' }, { name: 'alone', alone: true }, { name: 'b' }, { name: 'c' }];
    const { story } = await told(steps, 2);
    expect(story).to.match(/\+alone -alone/);
  });

  it('does not run a step that needs a failed one', async () => {
    const steps = [{ name: 'build' }, { name: 'e2e', needs: ['build'] }, { name: 'unit', after: ['build'] }];
    const { story } = await told(steps, 1, ['build']);
    expect(story).to.equal('+build -build e2e blocked by build +unit -unit');
  });
});
