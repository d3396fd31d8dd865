import { listingStatuses } from '@piazza/shared/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, type Output } from '../../../api/index.ts';
import { splitDuration } from '../../../locale/format.ts';
import { useFormat } from '../../../locale/use-format.ts';
import { useVenueNow } from '../../../realtime/index.ts';
import styles from './Queue.module.css';

/** How the desk stands, in a strip above the queue. Shows nothing until it knows. */
export function Figures() {
  const { t } = useTranslation('desk');
  const { data } = useApi('queue.figures');
  if (data === undefined) return null;
  return (
    <section aria-label={t('queue.figures.title')}>
      <dl className={styles.figures}>
        <Numbers data={data} />
        <Pipeline data={data} />
        <Markets data={data} />
      </dl>
    </section>
  );
}

interface PartProps {
  readonly data: Output<'queue.figures'>;
}

function Figure({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Numbers({ data }: PartProps) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const now = useVenueNow(60_000);
  const long = (ms: number) => {
    const { days, hours } = splitDuration(ms);
    return days > 0 ? t('queue.figures.days', { count: days }) : t('queue.figures.hours', { count: hours });
  };
  const { oldestSince, medianResponseMs } = data;
  return (
    <>
      <Figure name={t('queue.figures.waiting')}>{format.number(data.waiting)}</Figure>
      <Figure name={t('queue.figures.overdue')}>{format.number(data.overdue)}</Figure>
      <Figure name={t('queue.figures.oldest')}>
        {oldestSince === null ? t('queue.figures.none') : long(now - oldestSince)}
      </Figure>
      <Figure name={t('queue.figures.response')}>
        {medianResponseMs === null ? t('queue.figures.none') : long(medianResponseMs)}
        <small>{t('queue.figures.responseHelp')}</small>
      </Figure>
      <Figure name={t('queue.figures.openOffers')}>{format.number(data.openOffers)}</Figure>
      <Figure name={t('queue.figures.alerts')}>{format.number(data.alerts)}</Figure>
      <Figure name={t('queue.figures.cases')}>{format.number(data.cases)}</Figure>
    </>
  );
}

function Pipeline({ data }: PartProps) {
  const { t } = useTranslation(['desk', 'ui']);
  const format = useFormat();
  return (
    <div className={`${styles.figure} ${styles.wide}`}>
      <dt>{t('desk:queue.figures.pipeline')}</dt>
      <dd>
        {listingStatuses.map((status) => (
          <span key={status}>
            {t(`ui:status.${status}`)}{' '}
            <strong>
              {format.number(data.pipeline.find((one) => one.status === status)?.listings ?? 0)}
            </strong>
          </span>
        ))}
      </dd>
    </div>
  );
}

function Markets({ data }: PartProps) {
  const { t } = useTranslation(['desk', 'trading']);
  const format = useFormat();
  // Which phases there are is the market's to say; each has its word.
  const say = t as (key: string) => string;
  return (
    <div className={`${styles.figure} ${styles.wide}`}>
      <dt>{t('desk:queue.figures.markets')}</dt>
      <dd>
        {data.markets.length === 0 && t('desk:queue.figures.noMarkets')}
        {data.markets.map(({ phase, markets }) => (
          <span key={phase}>
            {say(`trading:phase.${phase}`)} <strong>{format.number(markets)}</strong>
          </span>
        ))}
      </dd>
    </div>
  );
}
