import type { OfferView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useOfferProgress } from '../../realtime/index.ts';
import { CapsProgress } from '../../ui/CapsProgress/CapsProgress.tsx';
import { Countdown } from '../../ui/Countdown/Countdown.tsx';
import { Facts } from '../../ui/Facts/Facts.tsx';
import { VentureMark } from '../../ui/VentureMark/VentureMark.tsx';
import type { Size } from './amounts.ts';
import styles from './Summary.module.css';

interface SummaryProps {
  readonly offer: OfferView;
  readonly size: Size | null;
  /** Cents; undefined until the wallet is read. */
  readonly free: number | undefined;
}

/** Beside every step: which offer this is, how it stands right now, and what has been chosen. */
export function Summary({ offer, size, free }: SummaryProps) {
  const { t } = useTranslation('commit');
  const format = useFormat();
  const { committed, captured } = useOfferProgress(offer);
  const { softCap, hardCap, organisation } = offer;
  const count = size && { units: format.number(size.units), price: format.money(offer.price) };
  const facts = [
    { label: t('summary.units'), value: count === null ? '–' : t('summary.unitsText', count) },
    { label: t('summary.amount'), value: size === null ? '–' : format.moneyExact(size.amount) },
    { label: t('summary.free'), value: free === undefined ? '…' : format.moneyExact(free) },
  ];
  return (
    <aside className={styles.summary} aria-label={t('summary.title')}>
      <div className={styles.offer}>
        <VentureMark name={organisation.name} size={44} />
        <div>
          <strong>{offer.title}</strong>
          <div className={styles.venture}>{organisation.name}</div>
        </div>
      </div>
      <CapsProgress {...{ committed, captured, softCap, hardCap }} size="slim" />
      <p className={styles.closes}>
        <Countdown to={offer.closesAt} verb="closesIn" />
      </p>
      <Facts facts={facts} />
      {committed > hardCap && <p className={styles.full}>{t('summary.full')}</p>}
    </aside>
  );
}
