import type { AlertDetail } from '@piazza/shared/contract';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isRefused, useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { DeskPage } from '../../ui/DeskPage/DeskPage.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Facts } from '../../ui/Facts/Facts.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { Decision } from './Decision.tsx';
import { Severity } from './Severity.tsx';
import { Subjects } from './Subjects.tsx';
import styles from './Surveillance.module.css';
import { TapeSection } from './TapeSection.tsx';
import { useFigures } from './useWords.ts';

/** One alert: what was found, about whom, the market at that moment, and what becomes of it. */
export function AlertPage() {
  const { t } = useTranslation('surveillance');
  const { alertId } = useParams({ from: '/desk/surveillance/alerts/$alertId' });
  const alert = useApi('cases.alert', { params: { alertId } });
  const title = alert.data === undefined ? t('title') : t(`detector.${alert.data.detector}`);
  const lead = alert.data === undefined ? t('lead') : t(`meaning.${alert.data.detector}`);
  return (
    <DeskPage title={title} lead={lead}>
      <p>
        <Link to="/desk/surveillance">{t('alert.back')}</Link>
      </p>
      {alert.isPending && <Skeletons shape="rows" count={5} />}
      {alert.isError &&
        (isRefused(alert.error, 'conflict_of_interest') ? (
          <EmptyState title={t('refused.title')}>{t('refused.conflict')}</EmptyState>
        ) : (
          <ErrorState error={alert.error} onRetry={() => void alert.refetch()} />
        ))}
      {alert.data !== undefined && <Body alert={alert.data} />}
    </DeskPage>
  );
}

function Body({ alert }: { readonly alert: AlertDetail }) {
  const { t } = useTranslation('surveillance');
  return (
    <>
      <div className={styles.columns}>
        <Found alert={alert} />
        <div className={styles.panel}>
          <h2>{t('alerts.who')}</h2>
          <Subjects subjects={alert.subjects} about={alert.id} />
          <h2>{t('alert.decide')}</h2>
          <Decision alert={alert} />
        </div>
      </div>
      <section aria-labelledby="tape" className={styles.section}>
        <h2 id="tape">{t('tape.title')}</h2>
        {alert.listingId === null ? (
          <p>{t('tape.none')}</p>
        ) : (
          <TapeSection alertId={alert.id} seqs={alert.seqs} />
        )}
      </section>
    </>
  );
}

function Found({ alert }: { readonly alert: AlertDetail }) {
  const { t } = useTranslation('surveillance');
  const format = useFormat();
  const figures = useFigures();
  const { severity, status, listingId, title, from, to, raisedAt, seqs } = alert;
  const market =
    listingId === null ? (
      t('alerts.money')
    ) : (
      <Link to="/markets/$listingId" params={{ listingId }}>
        {title}
      </Link>
    );
  const when = from === to ? format.dateTime(to) : `${format.dateTime(from)} – ${format.dateTime(to)}`;
  return (
    <section aria-labelledby="found" className={styles.panel}>
      <h2 id="found">{t('alert.found')}</h2>
      <Facts
        facts={[
          { label: t('alerts.severity'), value: <Severity severity={severity} /> },
          { label: t('alerts.status'), value: t(`status.${status}`) },
          { label: t('alerts.market'), value: market },
          { label: t('alert.when'), value: when },
          { label: t('alerts.raised'), value: format.dateTime(raisedAt) },
          ...figures(alert.figures),
          { label: t('alert.evidence'), value: seqs.map((seq) => format.number(seq)).join(' · ') },
        ]}
      />
    </section>
  );
}
