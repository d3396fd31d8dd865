import type { Stor } from '@piazza/shared/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile, useApi, type Input } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Surveillance.module.css';

interface ReportProps {
  readonly caseId: Input<'cases.stor'>['params']['caseId'];
}

/** The draft of a report to the authority: made when it is asked for. */
export function Report({ caseId }: ReportProps) {
  const { t } = useTranslation('surveillance');
  const [asked, setAsked] = useState(false);
  return (
    <div className={styles.player}>
      <p>{t('case.storText')}</p>
      {asked ? (
        <Draft caseId={caseId} />
      ) : (
        <div className={styles.acts}>
          <Button variant="default" onClick={() => setAsked(true)}>
            {t('case.storRead')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Draft({ caseId }: ReportProps) {
  const { t } = useTranslation('surveillance');
  const stor = useApi('cases.stor', { params: { caseId } });
  if (stor.isError) return <ErrorState error={stor.error} onRetry={() => void stor.refetch()} />;
  if (stor.data === undefined) return null;
  const { data } = stor;
  const name = (ending: string): string => `stor-${caseId}.${ending}`;
  const json = (report: Stor): string => JSON.stringify(report, null, 2);
  return (
    <>
      <div className={styles.acts}>
        <Button
          variant="default"
          onClick={() => saveFile(name('txt'), [data.text], 'text/plain;charset=utf-8')}
        >
          {t('case.storPlain')}
        </Button>
        <Button variant="default" onClick={() => saveFile(name('json'), [json(data)], 'application/json')}>
          {t('case.storJson')}
        </Button>
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys */}
      <section className={styles.report} tabIndex={0} aria-label={t('case.storPreview')}>
        <pre>{data.text}</pre>
      </section>
    </>
  );
}
