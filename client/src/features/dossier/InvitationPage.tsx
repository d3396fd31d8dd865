import { Button } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useCommand } from '../../api/index.ts';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';

/** Where the link of an invitation leads. A click accepts: programs that open links in mails must not. */
export function InvitationPage() {
  const { t } = useTranslation('dossier');
  const { token } = useSearch({ from: '/invitation' });
  const accept = useCommand('dossier.acceptInvitation');
  const reread = () => queryClient.invalidateQueries({ queryKey: queryKey('organisations.mine') });
  if (accept.data !== undefined)
    return (
      <>
        <PageHeader title={t('invitation.doneTitle')} />
        <EmptyState
          title={t('invitation.doneText', { name: accept.data.name })}
          action={
            <Button renderRoot={(props) => <Link to="/issuer" {...props} />}>{t('invitation.go')}</Button>
          }
        >
          {null}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader title={t('invitation.title')} lead={t('invitation.lead')} />
      {accept.error !== null && <ErrorState error={accept.error} />}
      {token === undefined ? (
        <p>{t('invitation.missing')}</p>
      ) : (
        <Button
          mt="md"
          loading={accept.isPending}
          onClick={() => accept.mutate({ body: { token } }, { onSuccess: () => void reread() })}
        >
          {t('invitation.accept')}
        </Button>
      )}
    </>
  );
}
