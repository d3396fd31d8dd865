import type { Locale } from '@piazza/shared/contract';
import { createInstance } from 'i18next';
import { namespaces } from '../../client/src/app/i18n/namespaces.ts';

/** A text of the client as a reader of the language sees it. @throws Error when there is no such text */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The words of the client, so that a test finds things by what people read. Keys are `namespace:path`. */
export async function wordsOf(locale: Locale): Promise<Say> {
  const loaded = Object.entries(namespaces).map(
    async ([name, load]) => [name, (await load[locale]()).default] as const,
  );
  const all = Object.fromEntries(await Promise.all(loaded));
  const i18n = createInstance();
  await i18n.init({
    lng: locale,
    resources: { [locale]: all },
    ns: Object.keys(all),
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key) => {
      throw new Error(`no text ${key} in ${locale}`);
    },
  });
  return (key, values) => i18n.t(key, values ?? {});
}
