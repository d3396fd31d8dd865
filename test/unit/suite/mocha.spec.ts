import { expect } from 'chai';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCheckout, type Checkout, type Ending } from './checkout.ts';

const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const spec = (body: string): string => `describe('the venue', () => { ${body} });\n`;

describe('npm test', () => {
  let checkout: Checkout;

  before(async () => {
    checkout = await makeCheckout({
      '.mocharc.json': '{ "node-option": ["import=tsx/esm"], "timeout": 2000 }',
      'package-lock.json': '{ "packages": {} }',
      'test/unit/good.spec.ts': spec(`it('opens', () => undefined); it.skip('shines', () => undefined);`),
      'bad/fails.spec.ts': spec(
        `it('opens', () => undefined); it('adds', () => { throw new Error('one is not two'); });`,
      ),
      'bad/leaks.spec.ts': spec(`it('opens', () => { setInterval(() => undefined, 1000); });`),
      'bad/dies.spec.ts': spec(`it('opens', () => process.exit(0)); it('closes', () => undefined);`),
      'bad/breaks.spec.ts': `throw new Error('no such venue');`,
      'bad/focus.spec.ts': spec(`it.only('opens', () => undefined);`),
      'bad/empty.spec.ts': '',
    });
    await symlink(modules, join(checkout.folder, 'node_modules'));
  });
  after(() => checkout.remove());

  const run = (...args: readonly string[]): Promise<Ending> => checkout.run('scripts/test.mjs', args).ending;
  const lastLine = ({ output }: Ending): string => output.trimEnd().split('\n').at(-1) ?? '';

  it('counts what passed and what was skipped, and ends with a plain line', async () => {
    const ending = await run('unit');
    expect(lastLine(ending)).to.equal('1 passed, 0 failed, 1 skipped');
    expect(ending.code).to.equal(0);
    expect(ending.output).to.match(/^ {2}unit +1 +0 +1 +[\d.]+ s$/m);
  });

  it('shows a failing test in full', async () => {
    const ending = await run('bad/fails.spec.ts');
    expect(lastLine(ending)).to.equal('1 passed, 1 failed');
    expect(ending.code).to.equal(1);
    expect(ending.output)
      .to.include('one is not two')
      .and.to.match(/fails\.spec\.ts:1:\d+/);
  });

  it('counts a run that goes wrong as a failure of its own', async () => {
    const wrongs = {
      'bad/leaks.spec.ts': ['1 passed, 1 failed', 'left something open'],
      'bad/dies.spec.ts': ['0 passed, 1 failed', 'ended before the tests did'],
      'bad/breaks.spec.ts': ['0 passed, 1 failed', 'no such venue'],
      'bad/focus.spec.ts': ['0 passed, 1 failed', 'only'],
      'bad/empty.spec.ts': ['0 passed, 1 failed', 'No test ran'],
    };
    const endings = await Promise.all(
      Object.entries(wrongs).map(async ([file, wanted]) => ({ file, wanted, ending: await run(file) })),
    );
    for (const { file, wanted, ending } of endings) {
      expect(lastLine(ending), file).to.equal(wanted[0]);
      expect(ending.output, file).to.include(wanted[1]);
      expect(ending.code, file).to.equal(1);
    }
  });

  it('runs the tests with a given title only', async () => {
    expect(lastLine(await run('bad/fails.spec.ts', '--grep', 'opens'))).to.equal('1 passed, 0 failed');
  });

  it('names the steps there are when asked for one there is not', async () => {
    const { code, output } = await run('untit');
    expect(code).to.equal(1);
    expect(output).to.equal('No step and no file: untit\nSteps: lint, types, tidy, build, unit\n');
  });
});
