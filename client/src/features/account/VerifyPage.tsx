import { Button } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { takeWayBack } from './way-back.ts';

/** Where the link of the first message leads. A click confirms: programs that open links in mails must not. */
export function VerifyPage() {
  const { t } = useTranslation('account');
  const { token } = useSearch({ from: '/verify' });
  const verify = useCommand('auth.verifyEmail');
  const [to, setTo] = useState<string>();
  if (verify.isSuccess)
    return (
      <>
        <PageHeader title={t('verify.doneTitle')} />
        <EmptyState
          title={t('verify.doneText')}
          action={
            <Button renderRoot={(props) => <Link to="/sign-in" search={{ to }} {...props} />}>
              {t('signIn.submit')}
            </Button>
          }
        >
          {null}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader title={t('verify.title')} lead={t('verify.lead')} />
      {verify.error !== null && <ErrorState error={verify.error} />}
      {token === undefined ? (
        <p>{t('verify.missing')}</p>
      ) : (
        <Button
          mt="md"
          loading={verify.isPending}
          onClick={() => verify.mutate({ body: { token } }, { onSuccess: () => setTo(takeWayBack()) })}
        >
          {t('verify.submit')}
        </Button>
      )}
    </>
  );
}
