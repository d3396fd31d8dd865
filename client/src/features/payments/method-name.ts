import type { MethodView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';

type Known = Pick<MethodView, 'kind' | 'brand' | 'last4'>;

const written = (brand: string): string => brand.charAt(0).toUpperCase() + brand.slice(1);

/** What a way to pay is called: "Visa ending in 4242". */
export function useMethodName(): (method: Known) => string {
  const { t } = useTranslation('payments');
  return ({ kind, brand, last4 }) => t(`methods.${kind}`, { brand: written(brand), last4 });
}
