import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from './source.ts';

const codeFolders = ['shared/src/', 'server/src/', 'client/src/', 'scripts/', 'test/'];
const skipped = new Set(['node_modules', 'dist', 'data', 'artifacts', 'coverage', '.git', '.nx', '.tsc']);
const texts =
  /\.(?:[cm]?[jt]sx?|json|md|ya?ml|html|css|svg|sh|npmrc|txt|toml)$|(?:^|\/)(?:run|LICENSE|\.npmrc|Dockerfile)$/;

/** Every text file of a checkout, without what is installed, built or written by a run. */
export function readTree(root: string, folder = ''): readonly SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : readTree(root, `${path}/`);
    return entry.isFile() && texts.test(path) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : [];
  });
}

/** The files among them whose imports and figures count. */
export const codeOf = (files: readonly SourceFile[]): readonly SourceFile[] =>
  files.filter(
    ({ path }) => codeFolders.some((folder) => path.startsWith(folder)) && /\.(?:tsx?|mjs)$/.test(path),
  );
