import { Button, Radio } from '@mantine/core';
import type { OrganisationView } from '@piazza/shared/contract';
import type { OrganisationId } from '@piazza/shared/values';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useApi, useCommand } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import styles from './OrganisationForm.module.css';

/** Begins a draft: for one of one's organisations, or for the first one, which is created on the way. */
export function NewListingPage() {
  const { t } = useTranslation('issuer');
  const mine = useApi('organisations.mine');
  return (
    <>
      <PageHeader
        title={t('begin.title')}
        lead={mine.data?.items.length === 0 ? t('begin.first') : t('begin.lead')}
        eyebrow={<Link to="/issuer">{t('wizard.back')}</Link>}
      />
      {mine.isPending && <Skeletons shape="rows" />}
      {mine.isError && <ErrorState error={mine.error} onRetry={() => void mine.refetch()} />}
      {mine.data !== undefined && <Begin organisations={mine.data.items} />}
    </>
  );
}

function Begin({ organisations }: { readonly organisations: readonly OrganisationView[] }) {
  const navigate = useNavigate();
  const create = useCommand('listings.create');
  const begin = (organisationId: OrganisationId) =>
    create.mutate(
      { body: { organisationId } },
      {
        onSuccess: (view) => {
          queryClient.setQueryData(queryKey('listings.read', { params: { listingId: view.id } }), view);
          void queryClient.invalidateQueries({ queryKey: queryKey('listings.mine') });
          void navigate({ to: '/issuer/listings/$listingId', params: { listingId: view.id }, replace: true });
        },
      },
    );
  const [first] = organisations;
  return first === undefined ? (
    <FirstOrganisation busy={create.isPending} error={create.error} onBegin={begin} />
  ) : (
    <Choose
      organisations={organisations}
      first={first.id}
      busy={create.isPending}
      error={create.error}
      onBegin={begin}
    />
  );
}

interface BeginProps {
  readonly busy: boolean;
  readonly error: unknown;
  readonly onBegin: (organisation: OrganisationId) => void;
}

function FirstOrganisation({ busy, error, onBegin }: BeginProps) {
  const { t } = useTranslation('issuer');
  const create = useCommand('organisations.create');
  return (
    <OrganisationForm
      submit={t('organisations.create')}
      busy={busy || create.isPending}
      error={create.error ?? error}
      onSubmit={(body) => create.mutate({ body }, { onSuccess: ({ id }) => onBegin(id) })}
    />
  );
}

interface ChooseProps extends BeginProps {
  readonly organisations: readonly OrganisationView[];
  readonly first: OrganisationId;
}

function Choose({ organisations, first, busy, error, onBegin }: ChooseProps) {
  const { t } = useTranslation('issuer');
  const [chosen, setChosen] = useState<string>(first);
  const organisation = organisations.find(({ id }) => id === chosen)?.id ?? first;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onBegin(organisation);
      }}
    >
      <Radio.Group label={t('begin.lead')} value={chosen} onChange={setChosen}>
        <div className={styles.choices}>
          {organisations.map(({ id, name, place }) => (
            <Radio key={id} value={id} label={name} description={place} />
          ))}
        </div>
      </Radio.Group>
      {error !== null && <ErrorState error={error} />}
      <Button type="submit" size="lg" loading={busy}>
        {t('begin.submit')}
      </Button>
      <Link to="/issuer/organisations/new">{t('organisations.add')}</Link>
    </form>
  );
}
