import { expect } from 'chai';
import { brokenLayers } from '../../../scripts/tidy/layers.ts';
import { rooms } from '../../../scripts/tidy/rooms.ts';
import { modules, offencesAfter } from './tree.ts';

const messages = (path: string, text: string): readonly string[] =>
  brokenLayers(modules({ [path]: text })).map(({ message }) => message);

const forbidden: readonly (readonly [from: string, imported: string])[] = [
  ['server/src/domain/offers/new.ts', '../../adapters/lmdb/journal.ts'],
  ['server/src/domain/offers/new.ts', '../../kernel/record.ts'],
  ['server/src/domain/offers/new.ts', '../../ports/journal.ts'],
  ['server/src/domain/offers/new.ts', '@piazza/shared/contract'],
  ['server/src/domain/offers/new.ts', '../listings/state.ts'],
  ['server/src/domain/offers/new.ts', 'zod'],
  ['server/src/domain/offers/new.ts', 'node:crypto'],
  ['server/src/kernel/new.ts', '../adapters/lmdb/journal.ts'],
  ['server/src/kernel/new.ts', '../domain/offers/state.ts'],
  ['server/src/kernel/new.ts', '../api/context.ts'],
  ['server/src/kernel/new.ts', '../main.ts'],
  ['server/src/ports/new.ts', '../adapters/lmdb/journal.ts'],
  ['server/src/ports/new.ts', 'lmdb'],
  ['server/src/projections/new.ts', '../api/context.ts'],
  ['server/src/vault/new.ts', '../kernel/record.ts'],
  ['server/src/api/new.ts', '../adapters/mongo/open.ts'],
  ['server/src/api/new.ts', '../realtime/gateway.ts'],
  ['server/src/realtime/new.ts', '../adapters/memory/journal.ts'],
  ['server/src/adapters/lmdb/new.ts', '../mongo/open.ts'],
  ['server/src/adapters/lmdb/new.ts', '../../kernel/record.ts'],
  ['server/src/main.ts', '../../test/support/browser.ts'],
  ['server/src/main.ts', '../../scripts/tidy/inspect.ts'],
  ['server/src/main.ts', '../../client/src/main.tsx'],
  ['shared/src/values/new.ts', '../contract/index.ts'],
  ['shared/src/contract/new.ts', '../../../server/src/kernel/record.ts'],
  ['shared/src/contract/new.ts', 'express'],
  ['client/src/features/market/new.tsx', '../portfolio/index.ts'],
  ['client/src/features/market/new.tsx', '../../app/router.tsx'],
  ['client/src/features/market/new.tsx', '../../../../server/src/kernel/record.ts'],
  ['client/src/features/market/new.tsx', '@piazza/server'],
  ['client/src/ui/Money/new.tsx', '../../features/market/index.ts'],
  ['client/src/api/new.ts', '../ui/index.ts'],
  ['client/src/app/new.ts', 'node:fs'],
];

const allowed: readonly (readonly [from: string, imported: string])[] = [
  ['server/src/domain/offers/new.ts', '../listings/index.ts'],
  ['server/src/domain/offers/new.ts', './state.ts'],
  ['server/src/domain/offers/new.ts', '@piazza/shared/values'],
  ['server/src/kernel/new.ts', '../domain/venue/index.ts'],
  ['server/src/kernel/new.ts', 'node:crypto'],
  ['server/src/adapters/lmdb/new.ts', '../../ports/journal.ts'],
  ['server/src/main.ts', './adapters/lmdb/journal.ts'],
  ['client/src/features/market/new.tsx', '../../ui/Money/Money.tsx'],
  ['client/src/features/market/new.tsx', './market.module.css'],
  ['test/property/new.spec.ts', '../../server/src/domain/offers/state.ts'],
  ['scripts/new.ts', '../test/support/browser.ts'],
];

describe('tidy: directions of imports', () => {
  for (const [from, imported] of forbidden) {
    it(`refuses ${imported} in ${from}`, () => {
      expect(messages(from, `import { x } from '${imported}';`)).to.have.length(1);
    });
  }

  for (const [from, imported] of allowed) {
    it(`lets ${from} import ${imported}`, () => {
      expect(messages(from, `import { x } from '${imported}';`)).to.deep.equal([]);
    });
  }

  it('sees every way of importing', () => {
    const lmdb = '../adapters/lmdb/journal.ts';
    const ways = [
      `import '${lmdb}';`,
      `import x from '${lmdb}';`,
      `import * as x from '${lmdb}';`,
      `import type { X } from '${lmdb}';`,
      `import { type X,\n  y } from "${lmdb}";`,
      `export { x } from '${lmdb}';`,
      `export type { X } from '${lmdb}';`,
      `export * from '${lmdb}';`,
      `const x = await import('${lmdb}');`,
      `type X = import('${lmdb}').X;`,
      `const x = import.meta.glob('${lmdb.replace('journal', '*')}');`,
      `const x = new Worker(new URL('${lmdb}', import.meta.url));`,
    ];
    for (const way of ways) expect(messages('server/src/api/new.ts', way), way).to.have.length(1);
  });

  it('is not misled by comments and texts', () => {
    const text = `// import x from '../adapters/lmdb/journal.ts';\nexport const x = "from '../adapters/lmdb/journal.ts'";`;
    expect(messages('server/src/api/new.ts', text)).to.deep.equal([]);
  });

  it('names the file, the line and both rooms', () => {
    const tree = modules({ 'server/src/api/new.ts': `\n\nimport '../adapters/lmdb/journal.ts';` });
    expect(brokenLayers(tree)).to.deep.equal([
      {
        path: 'server/src/api/new.ts',
        line: 3,
        message: 'api must not import adapters/lmdb (server/src/adapters/lmdb/journal.ts)',
      },
    ]);
  });

  it('refuses a folder that has no room', () => {
    expect(messages('server/src/managers/new.ts', '')).to.have.length(1);
    expect(messages('client/src/helpers/new.ts', '')).to.have.length(1);
  });

  it('names only rooms that exist', () => {
    const names = new Set(rooms.map(({ name }) => name));
    for (const { name, imports } of rooms) {
      if (imports !== 'anything')
        for (const each of imports) expect(names.has(each), `${name} → ${each}`).to.equal(true);
    }
  });

  it('fails the project when a forbidden import is added to it', () => {
    const added = {
      'server/src/domain/offers/shortcut.ts': `export * from '../../adapters/lmdb/journal.ts';`,
    };
    const offences = offencesAfter(added);
    expect(offences.map(({ path }) => path)).to.deep.equal(['server/src/domain/offers/shortcut.ts']);
  });
});
