import { expect } from 'chai';
import { environmentReads, impurities, registryHosts } from '../../../scripts/tidy/bans.ts';
import { modules, offencesAfter } from './tree.ts';

const host = ['registry', 'npmjs', 'org'].join('.');
const inDomain = (text: string) => impurities(modules({ 'server/src/domain/offers/new.ts': text }));

describe('tidy: purity of the domain', () => {
  const impure: readonly (readonly [what: string, text: string])[] = [
    ['async', 'export async function f() {}'],
    ['async', 'export const f = async () => 1;'],
    ['async', 'export const o = { async f() {} };'],
    ['await', 'export const x = await 1;'],
    ['await', 'for await (const x of []) x;'],
    ['Promise', 'export const f = (): Promise<void> => g();'],
    ['Promise', 'export const x = Promise.resolve(1);'],
    ['Date.now', 'export const x = Date.now();'],
    ['Date.now', "export const x = Date['now']();"],
    ['Date()', 'export const x = new Date();'],
    ['Date()', 'export const x = Date();'],
    ['Math.random', 'export const x = Math.random();'],
    ['Intl', "export const x = new Intl.NumberFormat('it');"],
    ['toLocaleString', 'export const x = (1).toLocaleString();'],
    ['toLocaleUpperCase', "export const x = 'a'.toLocaleUpperCase();"],
    ['localeCompare', "export const x = ['b', 'a'].toSorted((a, b) => a.localeCompare(b));"],
    ['process', 'export const x = process.pid;'],
    ['performance', 'export const x = performance.now();'],
    ['crypto', 'export const x = crypto.randomUUID();'],
    ['crypto', 'export const x = { crypto };'],
    ['setTimeout', 'setTimeout(() => 1, 1);'],
    ['globalThis', 'export const x = globalThis.Date;'],
    ['node:fs', "import { readFileSync } from 'node:fs';"],
    ['node:fs', "export const f = (): typeof import('node:fs') => g();"],
  ];

  for (const [what, text] of impure) {
    it(`refuses ${what} in: ${text}`, () => {
      expect(inDomain(text).map(({ message }) => message)).to.include(`the domain may not use ${what}`);
    });
  }

  it('lets dates be made from given stamps, and properties be named as they are', () => {
    const text = [
      'export const x = (ms: number) => new Date(ms).toISOString();',
      'export const y = (order: { process: number; crypto: string }) => order.process + Math.max(1, 2);',
      "export const z = { performance: 1, 'await': 2 };",
      '// Promise, await and Date.now() are words here.',
    ].join('\n');
    expect(inDomain(text)).to.deep.equal([]);
  });

  it('binds only the domain', () => {
    expect(
      impurities(modules({ 'server/src/kernel/clock.ts': 'export const now = () => Date.now();' })),
    ).to.deep.equal([]);
  });

  it('fails the project when the clock enters the domain', () => {
    const offences = offencesAfter({
      'server/src/domain/offers/clock.ts': 'export const now = () => Date.now();',
    });
    expect(offences.map(({ message }) => message)).to.deep.equal(['the domain may not use Date.now']);
  });
});

describe('tidy: the environment', () => {
  it('is read in config.ts alone', () => {
    const reads = [
      "export const x = process.env['PORT'];",
      "import { env } from 'node:process';",
      'f(process["env"]);',
    ];
    for (const text of reads) {
      expect(environmentReads(modules({ 'server/src/api/new.ts': text })), text).to.have.length(1);
      expect(environmentReads(modules({ 'server/src/config.ts': text })), text).to.deep.equal([]);
    }
  });
});

describe('tidy: the composition root', () => {
  it('may hand the environment over whole, and read nothing of it', () => {
    const main = (text: string) => environmentReads(modules({ 'server/src/main.ts': text }));
    expect(main('const config = readConfig(process.env);')).to.deep.equal([]);
    expect(main("const port = process.env['PORT'];")).to.have.length(1);
  });
});

describe('tidy: package registries', () => {
  it('are named nowhere', () => {
    const offences = registryHosts([{ path: 'docs/a.md', text: `one\nsee https://${host}/x\n` }]);
    expect(offences.map(({ path, line }) => [path, line])).to.deep.equal([['docs/a.md', 2]]);
  });

  it('are named in no lock file, whatever their host', () => {
    const text = '{\n "resolved": "https://packages.example/zod.tgz"\n}';
    expect(registryHosts([{ path: 'package-lock.json', text }])).to.have.length(1);
    const links = '{ "resolved": "shared", "funding": { "url": "https://example.org" } }';
    expect(registryHosts([{ path: 'package-lock.json', text: links }])).to.deep.equal([]);
  });

  it('fail the project when the lock file names one', () => {
    expect(
      offencesAfter({ 'package-lock.json': `{ "resolved": "https://${host}/zod.tgz" }` }),
    ).to.have.length(1);
  });
});
