import { inspect } from '../../../scripts/tidy/inspect.ts';
import { parse, type Offence } from '../../../scripts/tidy/source.ts';
import { readTree } from '../../../scripts/tidy/tree.ts';

/** The project as it lies on disk, read once. */
const checkout = readTree(new URL('../../..', import.meta.url).pathname);

let known: ReadonlySet<string> | undefined;

/** What is newly wrong with the project once these files are added to it or take the place of their namesakes. */
export function offencesAfter(added: Readonly<Record<string, string>>): readonly Offence[] {
  known ??= new Set(inspect(checkout).offences.map((each) => JSON.stringify(each)));
  const before = known;
  const files = Object.entries(added).map(([path, text]) => ({ path, text }));
  const after = inspect([...checkout.filter(({ path }) => !(path in added)), ...files]).offences;
  return after.filter((each) => !before.has(JSON.stringify(each)));
}

/** Parsed modules of a tree that exists only here. */
export const modules = (tree: Readonly<Record<string, string>>) =>
  Object.entries(tree).map(([path, text]) => parse({ path, text }));
