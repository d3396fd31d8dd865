import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from '../tidy/source.ts';
import { mutate, type Mutant } from './mutants.ts';

/** What is mutated, and the specs that should notice. Paths from the root. */
export interface Target {
  readonly sources: string;
  readonly specs: string;
}

export const targets: Readonly<Record<string, Target>> = {
  market: { sources: 'server/src/domain/market', specs: 'test/unit/domain/market' },
  kernel: { sources: 'server/src/kernel', specs: 'test/unit/kernel' },
};

/** A copy of the project in which every mutant sleeps. */
export interface Checkout {
  readonly folder: string;
  readonly specs: readonly string[];
  readonly mutants: readonly Mutant[];
  remove(): void;
}

const copied = ['server/src', 'test/unit', 'test/support', 'scripts', 'package.json', 'server/package.json'];

const filesUnder = (root: string, folder: string, ending: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(folder, path))
    .toSorted();

/** Copies the project and mutates the sources of the target in it. What is installed stays where it is. */
export function checkOut(root: string, { sources, specs }: Target): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'piazza-mutants-'));
  mkdirSync(join(folder, 'test'));
  mkdirSync(join(folder, 'server'));
  for (const path of copied) cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  symlinkSync(join(root, 'shared'), join(folder, 'shared'));
  const mutants: Mutant[] = [];
  for (const path of filesUnder(root, sources, '.ts')) {
    const mutated = mutate(parse({ path, text: readFileSync(join(root, path), 'utf8') }), mutants.length);
    mutants.push(...mutated.mutants);
    writeFileSync(join(folder, path), mutated.text);
  }
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  return {
    folder,
    specs: filesUnder(root, specs, '.spec.ts').map((path) => join(folder, path)),
    mutants,
    remove,
  };
}
