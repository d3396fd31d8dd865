import type { Locale } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { createFormats, type Formats } from './format.ts';

const formats: Record<Locale, Formats> = { en: createFormats('en'), it: createFormats('it') };

export const asLocale = (language: string): Locale => (language.startsWith('it') ? 'it' : 'en');

/** The formats of the language shown now. */
export function useFormat(): Formats {
  return formats[asLocale(useTranslation().i18n.language)];
}
