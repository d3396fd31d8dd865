import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { commandScanner, noScanner } from '../../../server/src/adapters/scanner/command.ts';
import { inspect } from '../../../server/src/documents/intake.ts';
import { eicar, sound } from '../../support/files.ts';

/** Programs of this machine's shell stand for a scanner: what matters is how they are called and how they end. */
describe('ISS-13: the program that looks for malware', () => {
  let folder: string;
  const { TMPDIR: usual } = process.env;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'piazza-scanner-'));
    // Other tests of this machine have their scanners, too.
    process.env['TMPDIR'] = folder;
  });
  after(async () => {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
    await rm(folder, { recursive: true });
  });
  const program = async (name: string, script: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, `#!/bin/sh\n${script}\n`);
    await chmod(path, 0o755);
    return path;
  };
  const scanFolders = async (): Promise<string[]> =>
    (await readdir(tmpdir())).filter((name) => name.startsWith('piazza-scan-'));

  it('is called with its arguments and a file that only this user can read, which is gone afterwards', async () => {
    const seen = join(folder, 'seen');
    const path = await program(
      'look',
      `echo "$1" > ${seen}; stat -c %a "$2" >> ${seen}; cat "$2" >> ${seen}; exit 0`,
    );
    const before = await scanFolders();
    expect(await commandScanner(`${path} --quiet`, 10_000).isClean(Buffer.from('the bytes'))).to.equal(true);
    expect(await readFile(seen, 'utf8')).to.equal('--quiet\n600\nthe bytes');
    expect(await scanFolders()).to.deep.equal(before);
  });
  it('refuses what it finds, takes what it does not', async () => {
    const path = await program('grep', 'grep -q harm "$1" && exit 1; exit 0');
    const scanner = commandScanner(path, 10_000);
    expect(await inspect('a.txt', Buffer.from('harm'), scanner)).to.deep.equal({ refused: 'malware' });
    expect(await inspect('a.txt', Buffer.from('good'), scanner)).to.deep.equal({
      name: 'a.txt',
      type: 'txt',
    });
  });
  for (const [what, script] of [
    ['fails', 'exit 2'],
    ['is killed', 'kill -9 $$'],
    ['does not end', 'exec sleep 60'],
  ] as const)
    it(`that ${what} lets nothing in, and leaves no file`, async () => {
      const path = await program('broken', script);
      const before = await scanFolders();
      const found = await inspect('a.pdf', sound.pdf, commandScanner(path, 300));
      expect(found).to.deep.equal({ refused: 'not_scanned' });
      expect(await scanFolders()).to.deep.equal(before);
    });
  it('that is not there lets nothing in', async () => {
    const scanner = commandScanner('/nowhere/at/all', 1_000);
    expect(await inspect('a.pdf', sound.pdf, scanner)).to.deep.equal({ refused: 'not_scanned' });
  });
  it('the test file of EICAR is refused without any, wherever it stands in a file', async () => {
    expect(await inspect('a.txt', eicar, noScanner)).to.deep.equal({ refused: 'malware' });
    const within = Buffer.concat([Buffer.from('before '), eicar, Buffer.from(' after')]);
    expect(await inspect('a.txt', within, noScanner)).to.deep.equal({ refused: 'malware' });
  });
});
