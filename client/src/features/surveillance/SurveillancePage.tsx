import { detectors, severities } from '@piazza/shared/policy';
import { Button, NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { DeskPage } from '../../ui/DeskPage/DeskPage.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { AlertsTable } from './AlertsTable.tsx';
import { CasesTable } from './CasesTable.tsx';
import { alertsSearch, type AlertsSearch } from './search.ts';
import styles from './Surveillance.module.css';
import { useListKeys } from './useListKeys.ts';

const statuses = ['open', 'in_case', 'dismissed'] as const;

/** What detectors found, and the cases made of it. */
export function SurveillancePage() {
  const { t } = useTranslation('surveillance');
  useListKeys();
  return (
    <DeskPage title={t('title')} lead={t('lead')}>
      <section aria-labelledby="alerts">
        <h2 id="alerts">{t('alerts.title')}</h2>
        <Filters />
        <Alerts />
        <p className={styles.hint}>{t('alerts.keys')}</p>
      </section>
      <section aria-labelledby="cases" className={styles.section}>
        <h2 id="cases">{t('cases.title')}</h2>
        <CasesTable />
      </section>
    </DeskPage>
  );
}

function Filters() {
  const { t } = useTranslation('surveillance');
  const search = useSearch({ from: '/desk/surveillance' });
  const navigate = useNavigate();
  // What the address cannot say is left out of it.
  const show = (change: Readonly<Record<string, string | undefined>>) =>
    void navigate({
      to: '/desk/surveillance',
      search: alertsSearch.parse({ ...search, ...change }),
      replace: true,
    });
  return (
    <div className={styles.filters}>
      <NativeSelect
        label={t('alerts.status')}
        value={search.status ?? 'open'}
        data={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
        onChange={(event) => show({ status: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('alerts.severity')}
        value={search.severity ?? ''}
        data={[
          { value: '', label: t('alerts.allSeverities') },
          ...severities.map((value) => ({ value: value as string, label: t(`severity.${value}`) })),
        ]}
        onChange={(event) => show({ severity: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('alerts.pattern')}
        value={search.detector ?? ''}
        data={[
          { value: '', label: t('alerts.allDetectors') },
          ...detectors.map((value) => ({ value: value as string, label: t(`detector.${value}`) })),
        ]}
        onChange={(event) => show({ detector: event.currentTarget.value })}
      />
    </div>
  );
}

function queryOf({ status = 'open', severity, detector }: AlertsSearch) {
  return {
    status,
    limit: 50,
    ...(severity === undefined ? {} : { severity }),
    ...(detector === undefined ? {} : { detector }),
  };
}

function Alerts() {
  const { t } = useTranslation(['surveillance', 'ui']);
  const format = useFormat();
  const search = useSearch({ from: '/desk/surveillance' });
  const alerts = usePages('cases.alerts', { query: queryOf(search) });
  if (alerts.isPending) return <Skeletons shape="rows" count={5} />;
  if (alerts.isError) return <ErrorState error={alerts.error} onRetry={() => void alerts.refetch()} />;
  const rows = alerts.data.pages.flatMap((page) => page.items);
  const counts = alerts.data.pages[0]?.counts;
  return (
    <>
      <ul className={styles.counts}>
        {severities.map((severity) => (
          <li key={severity} className={styles.badge}>
            {t('surveillance:alerts.count', {
              severity: t(`surveillance:severity.${severity}`),
              count: format.number(counts?.[severity] ?? 0) as never,
            })}
          </li>
        ))}
      </ul>
      {rows.length === 0 ? (
        <EmptyState title={t('surveillance:alerts.none')}>{t('surveillance:alerts.noneText')}</EmptyState>
      ) : (
        <AlertsTable rows={rows} />
      )}
      {alerts.hasNextPage && (
        <Button
          variant="default"
          mt="lg"
          loading={alerts.isFetchingNextPage}
          onClick={() => void alerts.fetchNextPage()}
        >
          {t('ui:more')}
        </Button>
      )}
    </>
  );
}
