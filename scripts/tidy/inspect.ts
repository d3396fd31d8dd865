import { environmentReads, impurities, registryHosts } from './bans.ts';
import { measure, type Figure } from './figures.ts';
import { brokenLayers } from './layers.ts';
import { parse, type Offence, type SourceFile } from './source.ts';
import { codeOf } from './tree.ts';

/** What there is to say about a whole checkout: the rules it breaks, and its figures. */
export interface Inspection {
  /** How many modules were read. */
  readonly modules: number;
  readonly offences: readonly Offence[];
  readonly figures: Readonly<Record<string, Figure>>;
}

/** Looks at the files of a checkout. @throws SyntaxError when one of its modules is no TypeScript. */
export function inspect(files: readonly SourceFile[]): Inspection {
  const modules = codeOf(files).map(parse);
  const offences = [
    ...brokenLayers(modules),
    ...impurities(modules),
    ...environmentReads(modules),
    ...registryHosts(files),
  ];
  return { modules: modules.length, offences, figures: measure(modules) };
}
