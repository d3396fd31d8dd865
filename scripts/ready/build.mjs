import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { capture, root } from './process.mjs';

const compiled = ['shared/dist/values/index.js', 'server/dist/main.js'];
const clientSources = [
  'client/src',
  'client/public',
  'client/index.html',
  'client/vite.config.ts',
  'client/package.json',
  'shared/src',
  'package-lock.json',
  'tsconfig.base.json',
];
const clientPage = join(root, 'client/dist/index.html');
const clientStamp = join(root, 'client/dist/.built-from');

/** Compiles shared and server; the compiler itself skips what is up to date. */
export async function compileServer() {
  // Its record of the last build outlives a dist folder that somebody removed.
  const force = compiled.every((file) => existsSync(join(root, file))) ? [] : ['--force'];
  return capture(['node', 'node_modules/typescript/bin/tsc', '-b', 'shared', 'server', ...force]);
}

async function* filesUnder(path) {
  let entries;
  try {
    entries = await readdir(join(root, path), { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') yield path;
    else if (error.code !== 'ENOENT') throw error;
    return;
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    yield* filesUnder(`${path}/${entry.name}`);
}

async function clientFingerprint() {
  const hash = createHash('sha256');
  for (const source of clientSources) {
    for await (const file of filesUnder(source)) {
      hash.update(`${file}\0`).update(await readFile(join(root, file)));
    }
  }
  return hash.digest('hex');
}

/** Bundles the client, unless client/dist was made from the very sources that are there now. */
export async function bundleClient() {
  const fingerprint = await clientFingerprint();
  const last = existsSync(clientPage) && existsSync(clientStamp) ? await readFile(clientStamp, 'utf8') : '';
  if (last === fingerprint) return { code: 0, output: '' };
  const vite = ['node', join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'];
  const outcome = await capture(vite, { cwd: join(root, 'client') });
  if (outcome.code === 0) await writeFile(clientStamp, fingerprint);
  return outcome;
}
