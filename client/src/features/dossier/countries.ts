import type { Country } from '@piazza/shared/values';
import { useFormat } from '../../locale/use-format.ts';

/** Names of countries in the reader's language. */
export function useCountries(): (country: Country) => string {
  const { locale } = useFormat();
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return (country) => names.of(country) ?? country;
}
