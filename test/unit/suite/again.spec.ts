import { expect } from 'chai';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { makeCheckout, type Checkout } from './checkout.ts';

interface Unsteady {
  readonly file: string;
  readonly words: readonly string[];
}
interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly output: string;
  readonly unsteady?: readonly Unsteady[];
}
interface Options {
  readonly env: NodeJS.ProcessEnv;
  readonly grep?: string;
}
interface Again {
  readonly runSteadily: (
    name: string,
    specs: readonly string[],
    limitMs: number,
    options: Options,
  ) => Promise<Result>;
}
interface Summary {
  readonly unsteadyLines: (rows: readonly { readonly unsteady?: readonly Unsteady[] }[]) => string;
  readonly stepLine: (row: Result & { readonly name: string; readonly ms: number }) => string;
}

const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
/** A spec of three tests, of which one goes as the body says. */
const spec = (body: string): string => `import { existsSync, writeFileSync } from 'node:fs';
const firstTime = (name) => { const seen = existsSync(name); writeFileSync(name, ''); return !seen; };
describe('the board', () => {
  it('opens', () => undefined);
  it.skip('shines', () => undefined);
  ${body}
});
`;
/** Fails the first time it is run in a checkout. */
const unsteady = (name: string): string =>
  spec(
    `it('has the focus', () => { if (firstTime('${name}')) throw new Error('the focus of ${name} is lost'); });`,
  );
const broken = spec(`it('has the focus', () => { throw new Error('there is none'); });`);

describe('a spec file of the browser that failed', () => {
  let checkout: Checkout;
  let again: Again;
  let summary: Summary;

  const load = async (path: string): Promise<unknown> =>
    import(pathToFileURL(join(checkout.folder, path)).href);
  beforeEach(async () => {
    checkout = await makeCheckout({
      '.mocharc.json': '{ "node-option": ["import=tsx/esm"], "timeout": 60000 }',
      'test/e2e/good.spec.ts': spec(''),
    });
    await symlink(modules, join(checkout.folder, 'node_modules'));
    again = (await load('scripts/suite/again.mjs')) as Again;
    summary = (await load('scripts/suite/summary.mjs')) as Summary;
  });
  afterEach(() => checkout.remove());

  const run = async (files: Readonly<Record<string, string>>, grep?: string): Promise<Result> => {
    await checkout.write(files);
    const specs = [join(checkout.folder, 'test/e2e/**/*.spec.ts')];
    const options = { env: process.env, ...(grep === undefined ? {} : { grep }) };
    return again.runSteadily('e2e', specs, 100_000, options);
  };
  const counts = ({ passed, failed, skipped }: Result) => [passed, failed, skipped];

  it('counts as it does when it is run once more, alone, and is named with what it said at first', async () => {
    const result = await run({ 'test/e2e/board.spec.ts': unsteady('board') });
    expect(counts(result)).to.deep.equal([3, 0, 2]);
    const said = summary.unsteadyLines([{}, result]);
    expect(said).to.match(
      /the focus of board is lost\n.*unsteady: test\/e2e\/board\.spec\.ts, passed the second time/,
    );
    expect(summary.stepLine({ name: 'e2e', ms: 1, ...result })).to.contain('3 passed, 2 skipped, 1 unsteady');
  });

  it('may have failed in a hook, too', async () => {
    const hook = spec(`before(() => { if (firstTime('hook')) throw new Error('no venue'); });`);
    const result = await run({ 'test/e2e/board.spec.ts': hook });
    expect(counts(result)).to.deep.equal([2, 0, 2]);
    expect(result.unsteady?.[0]?.words.join()).to.contain('no venue');
  });

  it('fails the run when it fails again', async () => {
    const result = await run({ 'test/e2e/board.spec.ts': broken, 'test/e2e/desk.spec.ts': unsteady('desk') });
    expect(counts(result)).to.deep.equal([4, 1, 3]);
    expect(result.unsteady?.map(({ file }) => file)).to.deep.equal(['test/e2e/desk.spec.ts']);
    expect(result.output).to.contain('The second time, alone: test/e2e/board.spec.ts');
  });

  it('is not run again beside two others that failed', async () => {
    const names = ['board', 'desk', 'ticket'];
    const result = await run(
      Object.fromEntries(names.map((name) => [`test/e2e/${name}.spec.ts`, unsteady(name)])),
    );
    expect(counts(result)).to.deep.equal([4, 3, 4]);
    expect(summary.unsteadyLines([result])).to.equal('');
  });

  it('is not run again where the run itself went wrong, or tests were picked', async () => {
    const dies = spec(`after(() => process.exit(1));`);
    const files = { 'test/e2e/board.spec.ts': unsteady('board'), 'test/e2e/desk.spec.ts': dies };
    expect((await run(files)).failed).to.be.above(0);
    const picked = { 'test/e2e/board.spec.ts': unsteady('another'), 'test/e2e/desk.spec.ts': spec('') };
    expect(counts(await run(picked, 'focus'))).to.deep.equal([0, 1, 0]);
  });
});
