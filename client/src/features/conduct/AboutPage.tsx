import { policy, retentionTable } from '@piazza/shared/policy';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { Facts } from '../../ui/Facts/Facts.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import styles from './Conduct.module.css';
import { useFeeFacts } from './useFeeFacts.ts';

const protections = ['test', 'loss', 'reflection', 'warning', 'sheet', 'refund'] as const;
const nots = ['guarantee', 'advice', 'money', 'ranking'] as const;
const rules = ['issuers', 'people', 'parties', 'stepBack', 'fourEyes'] as const;

/** How the venue works and what it is not; conflicts of interest; fees. */
export function AboutPage() {
  const { t } = useTranslation('conduct');
  const { data: venue } = useApi('venue.read');
  return (
    <>
      <PageHeader title={t('about.title')} lead={t('about.lead')} />
      <div className={styles.column}>
        {venue !== undefined && <p className={styles.panel}>{t(`mode.${venue.mode}`)}</p>}
        <section aria-labelledby="protections" className={styles.panel}>
          <h2 id="protections">{t('about.protections')}</h2>
          <ul className={styles.list}>
            {protections.map((one) => (
              <li key={one}>{t(`protection.${one}`)}</li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="nots" className={styles.panel}>
          <h2 id="nots">{t('about.nots')}</h2>
          <ul className={styles.list}>
            {nots.map((one) => (
              <li key={one}>{t(`not.${one}`)}</li>
            ))}
          </ul>
        </section>
        <FeeSchedule />
        <Conflicts />
        <Kept />
        <p>
          <Link to="/policy">{t('about.policy')}</Link>
        </p>
        <p>
          <Link to="/complaints">{t('about.complaints')}</Link>
        </p>
      </div>
    </>
  );
}

function FeeSchedule() {
  const { t } = useTranslation('conduct');
  const format = useFormat();
  const { data } = useApi('fees.read');
  const factsOf = useFeeFacts();
  if (data === undefined) return null;
  return (
    <section aria-labelledby="fees" className={styles.panel}>
      <h2 id="fees">{t('fee.title')}</h2>
      <p>{t('fee.lead')}</p>
      <Facts facts={factsOf(data.present)} />
      {data.versions.map((version) => (
        <div key={version.at}>
          <strong>{t('fee.from', { date: format.date(version.from) })}</strong>
          <Facts facts={factsOf(version)} />
        </div>
      ))}
    </section>
  );
}

function Conflicts() {
  const { t } = useTranslation('conduct');
  const format = useFormat();
  const { data } = useApi('conflicts.register');
  return (
    <section aria-labelledby="conflicts" className={styles.panel}>
      <h2 id="conflicts">{t('conflict.title')}</h2>
      <ul className={styles.list}>
        {rules.map((one) => (
          <li key={one}>{t(`conflict.${one}`)}</li>
        ))}
      </ul>
      <h3>{t('conflict.register')}</h3>
      {data !== undefined && data.items.length === 0 && <p>{t('conflict.none')}</p>}
      <ul className={styles.list}>
        {(data?.items ?? []).map(({ id, interest, organisation, since, until }) => (
          <li key={id}>
            {t(`interest.${interest}`)}
            {organisation !== '' && ` · ${organisation}`} · {format.date(since)}
            {until !== null && ` – ${format.date(until)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

const yearMs = 366 * 86_400_000;

/** What names somebody, and for how long it is kept (GDPR art. 13(2)(a)). */
function Kept() {
  const { t } = useTranslation('conduct');
  const lasting = (ms: number): string =>
    ms >= yearMs
      ? t('kept.years', { count: Math.floor(ms / yearMs) })
      : t('kept.days', { count: Math.floor(ms / 86_400_000) });
  return (
    <section aria-labelledby="kept" className={styles.panel}>
      <h2 id="kept">{t('kept.title')}</h2>
      <p>{t('kept.lead')}</p>
      <ul className={styles.list}>
        {retentionTable.map(({ kind, keptMs, source }) => (
          <li key={kind}>
            {t(`kept.${kind}`)}: {lasting(policy[keptMs])} · {source}
          </li>
        ))}
      </ul>
    </section>
  );
}
