import { notifications } from '@mantine/notifications';
import type { OrganisationProfile } from '@piazza/shared/contract';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useApi, useCommand } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';

const reread = () => queryClient.invalidateQueries({ queryKey: queryKey('organisations.mine') });

function BackLink() {
  const { t } = useTranslation('issuer');
  return <Link to="/issuer">{t('organisations.back')}</Link>;
}

/** Registers a further organisation. */
export function NewOrganisationPage() {
  const { t } = useTranslation('issuer');
  const navigate = useNavigate();
  const create = useCommand('organisations.create');
  const submit = (body: OrganisationProfile) =>
    create.mutate({ body }, { onSuccess: () => void reread().then(() => navigate({ to: '/issuer' })) });
  return (
    <>
      <PageHeader
        title={t('organisations.newTitle')}
        lead={t('organisations.newLead')}
        eyebrow={<BackLink />}
      />
      <OrganisationForm
        submit={t('organisations.create')}
        busy={create.isPending}
        error={create.error}
        onSubmit={submit}
      />
    </>
  );
}

/** Changes the profile of one's organisation. */
export function EditOrganisationPage() {
  const { t } = useTranslation('issuer');
  const { organisationId } = useParams({ from: '/issuer/organisations/$organisationId' });
  const navigate = useNavigate();
  const mine = useApi('organisations.mine');
  const update = useCommand('organisations.update');
  if (mine.isPending) return <Skeletons shape="page" />;
  if (mine.isError) return <ErrorState error={mine.error} onRetry={() => void mine.refetch()} size="page" />;
  const given = mine.data.items.find(({ id }) => id === organisationId);
  const submit = (body: OrganisationProfile) =>
    update.mutate(
      { params: { organisationId }, body },
      {
        onSuccess: (view) => {
          queryClient.setQueryData(queryKey('organisations.read', { params: { organisationId } }), view);
          notifications.show({ message: t('organisations.saved') });
          void reread().then(() => navigate({ to: '/issuer' }));
        },
      },
    );
  return (
    <>
      <PageHeader
        title={t('organisations.editTitle')}
        lead={t('organisations.newLead')}
        eyebrow={<BackLink />}
      />
      {given !== undefined && (
        <OrganisationForm
          given={given}
          submit={t('organisations.save')}
          busy={update.isPending}
          error={update.error}
          onSubmit={submit}
        />
      )}
    </>
  );
}
