import type { Holding, MarketView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import styles from './Holdings.module.css';
import { useMarketPrice } from './useMarkets.ts';

interface MarketValueProps {
  readonly holding: Holding;
  /** Absent where the issue is not traded. */
  readonly market: MarketView | undefined;
}

/** What a holding would be worth at the last price, and the way to its market. */
export function MarketValue({ holding, market }: MarketValueProps) {
  const { t } = useTranslation('portfolio');
  if (market === undefined) return <span className={styles.small}>{t('holdings.notTraded')}</span>;
  return <Traded holding={holding} market={market} />;
}

function Traded({ holding: { units }, market }: { readonly holding: Holding; readonly market: MarketView }) {
  const { t } = useTranslation('portfolio');
  const { moneyExact } = useFormat();
  const price = useMarketPrice(market);
  const { listingId, title } = market;
  return (
    <>
      <span className="figures">{moneyExact(price * units)}</span>
      <div className={styles.small}>
        <Link
          to="/markets/$listingId"
          params={{ listingId }}
          aria-label={t('holdings.toMarket', { title, price: moneyExact(price) })}
        >
          {t('holdings.at', { price: moneyExact(price) })}
        </Link>
      </div>
    </>
  );
}
