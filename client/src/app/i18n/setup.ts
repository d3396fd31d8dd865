import type { Locale } from '@piazza/shared/contract';
import { createInstance, type BackendModule, type i18n as I18n, type ReadCallback } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { asLocale } from '../../locale/use-format.ts';
import { namespaces, type Namespace } from './namespaces.ts';

const memory = 'piazza.locale';

export const i18n: I18n = createInstance();

async function deliver(language: string, namespace: Namespace, done: ReadCallback): Promise<void> {
  try {
    done(null, (await namespaces[namespace][asLocale(language)]()).default);
  } catch (error) {
    done(error as Error, null);
  }
}

const modules: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => void deliver(language, namespace as Namespace, done),
};

function startLocale(): Locale {
  const kept = localStorage.getItem(memory);
  return asLocale(kept ?? navigator.languages[0] ?? 'en');
}

/** Loads the texts every page needs, in the language last chosen or the browser's. */
export async function startI18n(): Promise<void> {
  i18n.on('languageChanged', (language) => {
    document.documentElement.lang = asLocale(language);
  });
  await i18n
    .use(modules)
    .use(initReactI18next)
    .init({
      lng: startLocale(),
      supportedLngs: ['en', 'it'],
      fallbackLng: false,
      ns: ['common', 'ui', 'rejections', 'notices'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
    });
}

/** Shows another language and remembers it on this device. */
export async function chooseLocale(locale: Locale): Promise<void> {
  localStorage.setItem(memory, locale);
  await i18n.changeLanguage(locale);
}

/** Fetches the texts of a page beside its code. */
export const loadWords = (names: readonly Namespace[]): Promise<void> => i18n.loadNamespaces(names);
