import { expect } from 'chai';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCheckout, type Checkout } from './checkout.ts';

const lock = JSON.stringify({
  packages: {
    '': {},
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/for-another-platform': { version: '1.0.0', optional: true },
  },
});

// Each tool notes its call in the file CALLS, so that a test can see what was done.
const tool = (name: string, more = '') =>
  `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
appendFileSync(process.env.CALLS, '${name}\\n');
${more}`;

const server = `process.on('SIGTERM', () => { console.log('draining'); setTimeout(() => process.exit(7), 50); });
setInterval(() => undefined, 1000);
console.log('open with ' + process.argv.slice(2));`;

const project: Readonly<Record<string, string>> = {
  'package-lock.json': lock,
  'npm.js': tool(
    'install',
    `mkdirSync('node_modules', { recursive: true });
writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(lock)});`,
  ),
  'node_modules/typescript/bin/tsc': tool('compile'),
  'node_modules/vite/bin/vite.js': tool(
    'bundle',
    `mkdirSync('dist', { recursive: true }); writeFileSync('dist/index.html', '');`,
  ),
  'shared/dist/values/index.js': '',
  'server/dist/main.js': server,
  'client/src/main.tsx': '1;',
};

describe('npm start', () => {
  let checkout: Checkout;

  beforeEach(async () => {
    checkout = await makeCheckout(project);
  });
  afterEach(() => checkout.remove());

  const callsFile = (): string => join(checkout.folder, 'calls.txt');
  const calls = async (): Promise<readonly string[]> =>
    (await readFile(callsFile(), 'utf8')).trim().split('\n');
  const env = () => ({ npm_execpath: join(checkout.folder, 'npm.js'), CALLS: callsFile() });
  const startAndStop = async (): Promise<void> => {
    const { child, says, ending } = checkout.run('scripts/start.mjs', [], env());
    await says('open');
    child.kill('SIGTERM');
    await ending;
  };

  it('installs, compiles, bundles and serves on a fresh clone, and says so', async () => {
    const { child, says, ending } = checkout.run('scripts/start.mjs', ['--flag'], env());
    await says('open with --flag');
    expect(await calls()).to.deep.equal(['install', 'compile', 'bundle']);
    child.kill('SIGTERM');
    expect((await ending).output).to.match(
      /Installing dependencies … done in [\d.]+ s\nCompiling the server … done.*\nBuilding the client … done/,
    );
  });

  it('does not repeat what is done', async () => {
    await startAndStop();
    await startAndStop();
    expect(await calls()).to.deep.equal(['install', 'compile', 'bundle', 'compile']);
  });

  it('bundles again when a source of the client changed or the bundle is gone', async () => {
    await startAndStop();
    await checkout.write({ 'client/src/main.tsx': '2;' });
    await startAndStop();
    await rm(join(checkout.folder, 'client/dist'), { recursive: true });
    await startAndStop();
    expect((await calls()).filter((call) => call === 'bundle')).to.have.length(3);
  });

  const dying = (signal: string): string => `console.log('open'); process.kill(process.pid, '${signal}');`;
  const lastWords: Readonly<Record<string, readonly string[]>> = {
    SIGSEGV: ['crashed (SIGSEGV)', './here is damaged', 'npm run journal -- verify'],
    SIGBUS: ['crashed (SIGBUS)', 'npm run journal -- verify'],
    SIGABRT: ['memory ran out', 'is kept'],
    SIGKILL: ['ended from outside', 'is kept'],
  };
  for (const [signal, words] of Object.entries(lastWords)) {
    it(`says what it means that ${signal} ended the server, and what to do`, async () => {
      await checkout.write({ 'server/dist/main.js': dying(signal) });
      const { code, output } = await checkout.run('scripts/start.mjs', [], { ...env(), DATA_DIR: './here' })
        .ending;
      expect(code).to.equal(1);
      for (const each of words) expect(output).to.contain(each);
    });
  }

  it('installs again when the lock file asks for another version', async () => {
    await startAndStop();
    await checkout.write({ 'package-lock.json': lock.replace('4.6.7', '4.6.8') });
    await startAndStop();
    expect((await calls()).filter((call) => call === 'install')).to.have.length(2);
  });

  it('passes the signal on once and ends as the server ends', async () => {
    const { child, says, ending } = checkout.run('scripts/start.mjs', [], env());
    await says('open');
    child.kill('SIGTERM');
    await says('draining');
    child.kill('SIGTERM');
    const { code, output } = await ending;
    expect(code).to.equal(7);
    expect(output.match(/draining/g)).to.have.length(1);
  });

  it('kills a server that does not drain within 6 s', async () => {
    await checkout.write({ 'server/dist/main.js': server.replace('process.exit(7)', 'undefined') });
    const { child, says, ending } = checkout.run('scripts/start.mjs', [], env());
    await says('open');
    const told = performance.now();
    child.kill('SIGTERM');
    const { code, output } = await ending;
    expect(code).to.equal(1);
    expect(output).to.include('did not close in time and was ended');
    expect(performance.now() - told).to.be.above(5_500);
  });

  it('shows what the compiler said when it fails, and serves nothing', async () => {
    const broken = `console.log('main.ts(1,1): error TS2322'); process.exit(2);`;
    await checkout.write({ 'node_modules/typescript/bin/tsc': broken });
    const { code, output } = await checkout.run('scripts/start.mjs', [], env()).ending;
    expect(code).to.equal(1);
    expect(output)
      .to.include('Compiling the server … failed')
      .and.to.include('error TS2322')
      .and.not.to.include('open');
  });
});
