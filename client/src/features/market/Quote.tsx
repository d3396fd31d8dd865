import type { MarketView } from '@piazza/shared/contract';
import { millis, romeDay } from '@piazza/shared/values';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useMarket, useVenueNow } from '../../realtime/index.ts';
import { Change } from './Change.tsx';
import styles from './Quote.module.css';

/** The price in large, and the figures of the day. */
export function Quote({ market }: { readonly market: MarketView }) {
  const { t } = useTranslation('market');
  const { listingId, day } = market;
  const last = useMarket(listingId, (live) => live.last) ?? market.last?.price ?? null;
  const reference = useMarket(listingId, (live) => live.reference) ?? market.reference;
  return (
    <section aria-label={t('quote.label')} className={styles.quote}>
      {(last !== null || market.model !== 'bulletin') && (
        <div className={styles.last}>
          <Last last={last} reference={reference} />
        </div>
      )}
      <dl className={styles.figures}>
        <Reference market={market} reference={reference} />
        {day !== null && <Day day={day} last={last} />}
        <Others market={market} />
      </dl>
    </section>
  );
}

function Last({ last, reference }: { readonly last: number | null; readonly reference: number }) {
  const { t } = useTranslation('market');
  const format = useFormat();
  return (
    <>
      <span className={styles.label}>{t('quote.last')}</span>
      <span className={styles.price}>{last === null ? t('quote.none') : format.moneyExact(last)}</span>
      {last === null ? (
        <span className={styles.label}>{t('quote.noLast')}</span>
      ) : (
        <Change last={last} reference={reference} inWords />
      )}
    </>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly detail?: string;
}

function Figure({ label, value, detail }: FigureProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {value}
        {detail !== undefined && <span className={styles.detail}> {detail}</span>}
      </dd>
    </div>
  );
}

function Reference({ market, reference }: { readonly market: MarketView; readonly reference: number }) {
  const { t } = useTranslation('market');
  const format = useFormat();
  return (
    <Figure
      label={t('quote.reference')}
      value={format.moneyExact(reference)}
      detail={t(`quote.source.${market.referenceSource}`)}
    />
  );
}

interface DayProps {
  readonly day: NonNullable<MarketView['day']>;
  readonly last: number | null;
}

/** A price of this moment counts at once; units and turnover come with the next reading. */
function Day({ day, last }: DayProps) {
  const { t } = useTranslation('market');
  const format = useFormat();
  const today = romeDay(millis(useVenueNow(60_000))) === day.day;
  const when = today ? t('quote.today') : format.dayOfYear(Date.parse(day.day));
  const now = today && last !== null ? last : day.close;
  const range = {
    low: format.moneyExact(Math.min(day.low, now)),
    high: format.moneyExact(Math.max(day.high, now)),
  };
  return (
    <>
      <Figure
        label={t('quote.range', { when })}
        value={range.low === range.high ? range.low : t('quote.between', range)}
      />
      <Figure
        label={t('quote.volume', { when })}
        value={format.number(day.volume)}
        detail={t('quote.turnover', { turnover: format.moneyExact(day.turnover) })}
      />
    </>
  );
}

function Others({ market }: { readonly market: MarketView }) {
  const { t } = useTranslation('market');
  const format = useFormat();
  const { collar, holders } = market;
  const range = { low: format.moneyExact(collar.low), high: format.moneyExact(collar.high) };
  return (
    <>
      {market.model !== 'bulletin' && <Figure label={t('quote.collar')} value={t('quote.between', range)} />}
      <Figure label={t('quote.holders')} value={format.number(holders)} />
    </>
  );
}
