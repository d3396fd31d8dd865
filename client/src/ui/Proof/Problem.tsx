import { useTranslation } from 'react-i18next';
import { Refused, Unreachable } from '../../api/index.ts';
import { ErrorState } from '../ErrorState/ErrorState.tsx';

/** What went wrong with an act: a refusal of the venue, or a browser that did not finish its part. */
export function Problem({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('security');
  if (error === null) return null;
  if (error instanceof Refused || error instanceof Unreachable) return <ErrorState error={error} />;
  return <p role="alert">{t('declined')}</p>;
}
