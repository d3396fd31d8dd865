import type { OfferView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useOfferProgress } from '../../realtime/index.ts';
import { CapsProgress } from '../CapsProgress/CapsProgress.tsx';
import { Countdown } from '../Countdown/Countdown.tsx';
import { cx } from '../cx.ts';
import { SdgBadge } from '../SdgBadge/SdgBadge.tsx';
import { StatusBadge } from '../StatusBadge/StatusBadge.tsx';
import { VentureMark } from '../VentureMark/VentureMark.tsx';
import styles from './OfferCard.module.css';

interface OfferCardProps {
  readonly offer: OfferView;
  /** `row` for a narrow column: title, progress, time. */
  readonly form?: 'card' | 'row';
  readonly headingLevel?: 2 | 3;
}

/** One offer at a glance, its progress live. The whole card leads to its page. */
export function OfferCard({ offer, form = 'card', headingLevel = 2 }: OfferCardProps) {
  const { t } = useTranslation('ui');
  const { title, tagline, organisation, sector, instrument, sdgTarget, softCap, hardCap } = offer;
  const progress = useOfferProgress(offer);
  const Heading = `h${headingLevel}` as const;
  return (
    <article className={cx(styles.card, styles[form])}>
      <div className={styles.head}>
        <VentureMark name={organisation.name} size={form === 'card' ? 56 : 40} />
        <div className={styles.names}>
          <Heading className={styles.title}>
            <Link to="/offers/$offerId" params={{ offerId: offer.id }} className={styles.link}>
              {title}
            </Link>
          </Heading>
          <p className={styles.organisation}>{organisation.name}</p>
        </div>
        {form === 'card' && <SdgBadge target={sdgTarget} />}
      </div>
      {form === 'card' && (
        <>
          <p className={styles.tagline}>{tagline}</p>
          <p className={styles.kind}>
            {t(`sector.${sector}`)} · {t(`instrument.${instrument}`)}
          </p>
        </>
      )}
      <CapsProgress {...progress} softCap={softCap} hardCap={hardCap} size="slim" />
      <Figures
        offer={offer}
        status={progress.status}
        committed={progress.committed}
        investors={progress.investors}
      />
    </article>
  );
}

interface FiguresProps {
  readonly offer: OfferView;
  readonly status: OfferView['progress']['status'];
  readonly committed: number;
  readonly investors: number;
}

function Figures({ offer, status, committed, investors }: FiguresProps) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  return (
    <div className={styles.figures}>
      <span>
        <strong>{t('offer.raised', { amount: format.moneyWhole(committed) })}</strong>
        <br />
        {t('offer.share', { share: format.percent(committed / offer.hardCap) })} ·{' '}
        {t('offer.investors', { count: investors })}
      </span>
      <span className={styles.when}>
        {status === 'open' ? (
          <Countdown to={offer.closesAt} verb="closesIn" />
        ) : (
          <StatusBadge status={status} />
        )}
        {status === 'scheduled' && <Countdown to={offer.opensAt} verb="opensIn" />}
      </span>
    </div>
  );
}
