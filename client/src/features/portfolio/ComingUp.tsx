import type { CommitmentView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import { Countdown } from '../../ui/Countdown/Countdown.tsx';
import { comingUp, type Coming } from './coming.ts';
import styles from './ComingUp.module.css';
import { useOffers } from './useOffers.ts';

const shown = 8;
const minuteMs = 60_000;

/** The dates that come, soonest first. */
export function ComingUp({ commitments }: { readonly commitments: readonly CommitmentView[] }) {
  const { t } = useTranslation('portfolio');
  const now = useVenueNow(minuteMs);
  const offers = useOffers(commitments);
  const dates = comingUp(commitments, offers, now).slice(0, shown);
  return (
    <section aria-labelledby="coming">
      <h2 id="coming" className={styles.title}>
        {t('coming.title')}
      </h2>
      {dates.length === 0 ? (
        <p className={styles.none}>{t('coming.none')}</p>
      ) : (
        <ol className={styles.dates}>
          {dates.map((coming) => (
            <Entry key={coming.key} coming={coming} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Entry({ coming }: { readonly coming: Coming }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const { kind, at, latest, commitment } = coming;
  const amount = format.money(commitment.amount);
  return (
    <li className={styles.date}>
      <div className={styles.when}>
        {/* What ends at midnight belongs, to people, to the day before. */}
        {format.date(kind === 'closing' ? at : at - 1)}
        <span className={styles.left}>
          <Countdown to={at} />
          {latest && `, ${t('coming.latest')}`}
        </span>
      </div>
      <div className={styles.what}>
        <div>{t(`coming.${kind}`, { amount })}</div>
        <Link to="/portfolio/commitments/$commitmentId" params={{ commitmentId: commitment.id }}>
          {commitment.title}
        </Link>
      </div>
    </li>
  );
}
