import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';

/** What stands where a screen threw. The rest of the page goes on working. */
export function PageError({ reset }: ErrorComponentProps) {
  const { t } = useTranslation('ui');
  return (
    <>
      <PageHeader
        title={t('error.pageTitle')}
        lead={t('error.pageText')}
        actions={<Button onClick={reset}>{t('error.retry')}</Button>}
      />
    </>
  );
}
