import { Button } from '@mantine/core';
import type { OrganisationView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { VentureMark } from '../../ui/VentureMark/VentureMark.tsx';
import styles from './IssuerPage.module.css';

/** The organisations one represents. */
export function Organisations() {
  const { t } = useTranslation('issuer');
  const mine = useApi('organisations.mine');
  if (mine.isPending) return <Skeletons shape="rows" count={1} />;
  if (mine.isError) return <ErrorState error={mine.error} onRetry={() => void mine.refetch()} />;
  if (mine.data.items.length === 0) return null;
  return (
    <section aria-labelledby="my-organisations">
      <h2 id="my-organisations" className={styles.title}>
        {t('organisations.title')}
      </h2>
      <ul className={styles.organisations}>
        {mine.data.items.map((organisation) => (
          <Organisation key={organisation.id} organisation={organisation} />
        ))}
      </ul>
      <Button variant="default" renderRoot={(props) => <Link to="/issuer/organisations/new" {...props} />}>
        {t('organisations.add')}
      </Button>
    </section>
  );
}

function Organisation({ organisation }: { readonly organisation: OrganisationView }) {
  const { t } = useTranslation(['issuer', 'ui']);
  const { id, name, legalForm, place } = organisation;
  return (
    <li className={styles.organisation}>
      <VentureMark name={name} size={44} />
      <div>
        <h3 className={styles.name}>{name}</h3>
        <p>{[t(`ui:legalForm.${legalForm}`), place].filter((part) => part !== '').join(' · ')}</p>
        <Link to="/issuer/organisations/$organisationId" params={{ organisationId: id }}>
          {t('issuer:organisations.edit', { name })}
        </Link>{' '}
        ·{' '}
        <Link to="/issuer/organisations/$organisationId/dossier" params={{ organisationId: id }}>
          {t('issuer:organisations.dossier', { name })}
        </Link>{' '}
        ·{' '}
        <Link to="/issuer/organisations/$organisationId/money" params={{ organisationId: id }}>
          {t('issuer:organisations.money', { name })}
        </Link>
      </div>
    </li>
  );
}
