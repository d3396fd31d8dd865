import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (folder: string, ending: string): { readonly path: string; readonly text: string }[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => ({ path, text: readFileSync(join(root, folder, path), 'utf8') }));
const idPattern =
  /\b(?:JNL|LST|OFR|ALT|MNY|ACC|API|SCR|MKD|MKT|FED|AUC|SIM|BRD|PRT|SEC|APR|DSK|ISS|KIS|DSC|SRV|DUT|CON|RPT|FEE|OUT|TRF|BKS|DIV|UNC|CHG|PAP|PAY|PRV)-[0-9]+\b/g;

describe('the numbered promises of docs/acceptance', () => {
  const promised = read('docs/acceptance', '.md').flatMap(({ text }) =>
    [...text.matchAll(/^- \*\*([A-Z]+-[0-9]+)\*\*/gm)].map(([, id]) => id ?? ''),
  );
  const cited = new Set(
    read('test', '.spec.ts')
      .filter(({ path }) => !path.includes('acceptance'))
      .flatMap(({ text }) => text.match(idPattern) ?? []),
  );

  it('each stand once', () => {
    expect(promised).to.have.length.above(40);
    expect(promised.filter((id, at) => promised.indexOf(id) !== at)).to.deep.equal([]);
  });

  it('are each cited by a test that proves them', () => {
    expect(promised.filter((id) => !cited.has(id))).to.deep.equal([]);
  });

  it('are the only numbers that tests cite', () => {
    expect([...cited].filter((id) => !promised.includes(id))).to.deep.equal([]);
  });
});
