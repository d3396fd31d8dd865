import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { step } from './progress.mjs';
import { capture, root } from './process.mjs';

async function packages(file) {
  try {
    return JSON.parse(await readFile(join(root, file), 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for, by npm's own record of what it put there (written last,
 * so an install that was cut short has none). Optional packages may be absent: they are built for other platforms.
 */
export async function isInstalled() {
  const wanted = await packages('package-lock.json');
  if (wanted === undefined) throw new Error('package-lock.json is missing: this checkout is not complete');
  const present = await packages('node_modules/.package-lock.json');
  if (present === undefined) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
}

// Under `npm start` npm tells where it lives; on Windows `npm` is a script that only a shell can start.
const npm = process.env.npm_execpath?.endsWith('.js') ? ['node', process.env.npm_execpath] : ['npm'];

/** Installs the locked dependencies when node_modules lacks any of them. @throws {StepFailed} */
export async function ensureInstalled() {
  if (await isInstalled()) return;
  const command = [...npm, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  await step('Installing dependencies', () =>
    capture(command, { shell: npm[0] === 'npm' && process.platform === 'win32' }),
  );
}
