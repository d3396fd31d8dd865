import { Button } from '@mantine/core';
import type { SessionView } from '@piazza/shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, queryClient, queryKey, useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { useAct } from '../../ui/Proof/guard.ts';
import { Problem } from '../../ui/Proof/Problem.tsx';
import styles from './Security.module.css';

/** Where the reader is signed in, and the end of any of it. */
export function Sessions() {
  const { t } = useTranslation('security');
  const query = useApi('security.sessions');
  const { run, busy, error } = useAct();
  const [said, setSaid] = useState('');
  const ending = (act: () => Promise<unknown>) =>
    run(async () => {
      await act();
      setSaid(t('sessions.ended'));
      await queryClient.invalidateQueries({ queryKey: queryKey('security.sessions') });
    });
  const end = (sessionId: string) => ending(() => api('security.endSession', { params: { sessionId } }));
  const columns = useColumns(end, busy);
  const items = query.data?.items ?? [];
  return (
    <section aria-labelledby="sessions" className={styles.section}>
      <h2 id="sessions">{t('sessions.title')}</h2>
      <p className={styles.hint}>{t('sessions.why')}</p>
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <Problem error={error} />
      <DataTable
        caption={t('sessions.caption')}
        captionHidden
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
      />
      {items.length > 1 && (
        <Button
          variant="default"
          className={styles.act ?? ''}
          disabled={busy}
          onClick={() => ending(() => api('security.endOtherSessions'))}
        >
          {t('sessions.endOthers')}
        </Button>
      )}
      <LiveRegion text={said} />
    </section>
  );
}

function useColumns(end: (id: string) => void, busy: boolean): readonly Column<SessionView>[] {
  const { t } = useTranslation('security');
  const format = useFormat();
  const deviceOf = ({ browser, system }: SessionView) =>
    t('sessions.on', {
      browser: t(`sessions.browser.${browser}`),
      system: t(`sessions.system.${system}`),
    });
  return [
    {
      key: 'device',
      title: t('sessions.device'),
      cell: (one) => (
        <span>
          {deviceOf(one)} {one.current && <strong>({t('sessions.this')})</strong>}
        </span>
      ),
    },
    { key: 'since', title: t('sessions.since'), cell: ({ createdAt }) => format.dateTime(createdAt) },
    { key: 'used', title: t('sessions.used'), cell: ({ lastUsedAt }) => format.dateTime(lastUsedAt) },
    {
      key: 'acts',
      title: t('sessions.acts'),
      cell: (one) =>
        !one.current && (
          <Button
            variant="default"
            size="xs"
            disabled={busy}
            aria-label={t('sessions.endOf', { device: deviceOf(one) })}
            onClick={() => end(one.id)}
          >
            {t('sessions.end')}
          </Button>
        ),
    },
  ];
}
