import { Button } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, usePages } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { ComplaintForm } from './ComplaintForm.tsx';
import styles from './Conduct.module.css';

/** One's own complaints, the form, and for operators the register. */
export function ComplaintsPage() {
  const { t } = useTranslation('conduct');
  const me = useMe();
  const { listing } = useSearch({ from: '/complaints' });
  const [pressed, setPressed] = useState(false);
  const writing = pressed || listing !== undefined;
  if (me === null) return null;
  return (
    <>
      <PageHeader title={t('complaints.title')} lead={t('complaints.lead')} />
      <div className={styles.column}>
        {!writing && (
          <div>
            <Button onClick={() => setPressed(true)}>{t('complaints.write')}</Button>
          </div>
        )}
        {writing && <ComplaintForm me={me} listingId={listing ?? null} />}
        <section aria-labelledby="own-complaints" className={styles.panel}>
          <h2 id="own-complaints">{t('complaints.own')}</h2>
          <Rows name="complaints.mine" />
        </section>
        {me.roles.includes('operator') && (
          <section aria-labelledby="register" className={styles.panel}>
            <h2 id="register">{t('complaints.register')}</h2>
            <Rows name="complaints.register" />
          </section>
        )}
      </div>
    </>
  );
}

function Rows({ name }: { readonly name: 'complaints.mine' | 'complaints.register' }) {
  const { t } = useTranslation(['conduct', 'ui']);
  const format = useFormat();
  const pages = usePages(name, { query: { limit: 20 } });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  if (pages.isPending) return <Skeletons shape="rows" count={2} />;
  if (pages.isError) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;
  if (rows.length === 0) return <p>{t('conduct:complaints.none')}</p>;
  return (
    <>
      <ul className={styles.list}>
        {rows.map(({ id, at, dueAt, tellBy, admissible, status, service, overdue, endedAt }) => (
          <li key={id}>
            <Link to="/complaints/$complaintId" params={{ complaintId: id }}>
              {id} · {service === null ? '–' : t(`conduct:service.${service}`)}
            </Link>{' '}
            <span className={styles.soft}>
              {t('conduct:complaints.row', { date: format.date(at), status: t(`conduct:status.${status}`) })}
              {endedAt === null &&
                admissible === null &&
                ` · ${t('conduct:complaints.tell', { date: format.date(tellBy) })}`}
              {endedAt === null && ` · ${t('conduct:complaints.due', { date: format.date(dueAt) })}`}
              {overdue && ` · ${t('conduct:complaints.overdue')}`}
            </span>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <div>
          <Button variant="default" onClick={() => void pages.fetchNextPage()}>
            {t('ui:more')}
          </Button>
        </div>
      )}
    </>
  );
}
