import type { Indicative, MarketView } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useMarket } from '../../realtime/index.ts';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { useThrottled } from '../../ui/LiveRegion/useThrottled.ts';
import styles from './CallPanel.module.css';

const saidMs = 10_000;

/** In a call: what would come of it if it ended now, in large and in words. */
export function CallPanel({ market: { listingId, terms } }: { readonly market: MarketView }) {
  const { t } = useTranslation('market');
  const indicative = useMarket(listingId, (live) => live.indicative);
  const reference = useMarket(listingId, (live) => live.reference);
  const said = useThrottled(indicative, saidMs);
  const write = useWords();
  return (
    <section aria-labelledby="call" className={styles.call}>
      <h2 id="call" className={styles.title}>
        {t('call.title')}
      </h2>
      <Figures indicative={indicative} />
      <p className={styles.words}>{write(indicative)}</p>
      {indicative !== null && reference !== null && (
        <Outside
          price={indicative.price}
          reference={reference}
          width={terms?.collarBps ?? policy.auctionCollar}
        />
      )}
      <LiveRegion text={said.value === said.before ? '' : write(said.value)} />
    </section>
  );
}

/** The call in a sentence or two. */
function useWords(): (indicative: Indicative | null) => string {
  const { t } = useTranslation('market');
  const format = useFormat();
  const units = (count: number) => t('call.units', { count, units: format.number(count) });
  return (indicative) => {
    if (indicative === null) return t('call.nothing');
    const { price, volume, surplus } = indicative;
    const left = { units: units(Math.abs(surplus)) };
    return t('call.inWords', {
      units: units(volume),
      price: format.moneyExact(price),
      surplus:
        surplus === 0
          ? t('call.leftNobody')
          : surplus > 0
            ? t('call.leftBuyers', left)
            : t('call.leftSellers', left),
    });
  };
}

function Figures({ indicative }: { readonly indicative: Indicative | null }) {
  const { t } = useTranslation('market');
  const format = useFormat();
  const surplus = indicative?.surplus ?? 0;
  const left = { units: format.number(Math.abs(surplus)) };
  return (
    <dl className={styles.figures}>
      <div>
        <dt>{t('call.price')}</dt>
        <dd className={styles.price}>{indicative === null ? '–' : format.moneyExact(indicative.price)}</dd>
      </div>
      <div>
        <dt>{t('call.volume')}</dt>
        <dd>{indicative === null ? '–' : format.number(indicative.volume)}</dd>
      </div>
      <div>
        <dt>{t('call.surplus')}</dt>
        <dd>
          {indicative === null
            ? '–'
            : surplus === 0
              ? t('call.even')
              : surplus > 0
                ? t('call.buyers', left)
                : t('call.sellers', left)}
        </dd>
      </div>
    </dl>
  );
}

interface OutsideProps {
  readonly price: number;
  readonly reference: number;
  /** Of the collar, in hundredths of a percent. */
  readonly width: number;
}

/** Warns while the price of the call lies where the call would be extended. */
function Outside({ price, reference, width }: OutsideProps) {
  const { t } = useTranslation('market');
  const format = useFormat();
  const low = Math.ceil((reference * (10_000 - width)) / 10_000);
  const high = Math.floor((reference * (10_000 + width)) / 10_000);
  if (price >= low && price <= high) return null;
  return (
    <p className={styles.outside}>
      {t('call.outside', { low: format.moneyExact(low), high: format.moneyExact(high) })}
    </p>
  );
}
