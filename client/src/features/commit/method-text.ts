import type { MethodView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';

/** What a way to pay is called where one commits: "Visa ending in 4242". */
export function useMethodText(): (method: Pick<MethodView, 'kind' | 'brand' | 'last4'>) => string {
  const { t } = useTranslation('commit');
  return ({ kind, brand, last4 }) =>
    t(`payBy.name.${kind}`, { brand: brand.charAt(0).toUpperCase() + brand.slice(1), last4 });
}
