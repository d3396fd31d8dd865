import { isBuiltin } from 'node:module';
import { importsOf, resolveImport } from './imports.ts';
import { placeOf, type Place, type Room } from './rooms.ts';
import type { Module, Offence } from './source.ts';

const title = ({ room, which }: Place): string => room.name.replace('*', which);
const isSame = (a: Place, b: Place): boolean => a.room === b.room && a.which === b.which;
/** Tests and benchmarks look at the parts behind a noun's public face. */
const insiders = ['test', 'bench'];
const isSource = (path: string): boolean => /\.(?:ts|tsx|mts|mjs|js)$/.test(path);

/** Why a file in one room may not import a file of the project; undefined when it may. */
function refusal(from: Place, path: string): string | undefined {
  const to = placeOf(path);
  if (to === undefined) return `${path} belongs to no room`;
  if (isSame(from, to)) return undefined;
  const { imports } = from.room;
  if (imports !== 'anything' && !imports.includes(to.room.name)) {
    return `${title(from)} must not import ${title(to)} (${path})`;
  }
  if (
    to.room.name === 'domain/*' &&
    !insiders.includes(from.room.name) &&
    path !== `server/src/domain/${to.which}/index.ts`
  ) {
    return `${title(to)} is imported through its index.ts only, not ${path}`;
  }
  return undefined;
}

function mayUse({ packages }: Room, name: string): boolean {
  if (packages === undefined) return true;
  return packages === 'web' ? !isBuiltin(name) : packages.includes(name);
}

/** Every import that runs against the directions of rooms.ts, and every file that stands outside of the rooms. */
export function brokenLayers(modules: readonly Module[]): readonly Offence[] {
  const offences: Offence[] = [];
  for (const module of modules) {
    const { path } = module;
    const from = placeOf(path);
    if (from === undefined) {
      offences.push({
        path,
        line: 1,
        message: 'belongs to no room: give its folder one in scripts/tidy/rooms.ts',
      });
      continue;
    }
    for (const { specifier, line } of importsOf(module)) {
      const target = resolveImport(path, specifier);
      if (target.kind === 'package') {
        if (mayUse(from.room, target.name)) continue;
        offences.push({ path, line, message: `${title(from)} must not import the package ${target.name}` });
      } else if (isSource(target.path)) {
        const message = refusal(from, target.path);
        if (message !== undefined) offences.push({ path, line, message });
      }
    }
  }
  return offences;
}
