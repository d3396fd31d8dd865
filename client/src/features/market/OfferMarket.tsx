import { Button } from '@mantine/core';
import type { MarketView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useMarket } from '../../realtime/index.ts';
import type { SlotProps } from '../../slots/slots.ts';
import { PhaseBadge } from '../../ui/SessionBar/PhaseBadge.tsx';
import { When } from '../../ui/SessionBar/SessionBar.tsx';
import styles from './OfferMarket.module.css';

const most = 100;

/** On the page of a funded offer: where its units trade now, if they do. */
export function OfferMarket({ offer }: SlotProps['offerAction']) {
  const isFunded = offer.progress.status === 'funded';
  // The list knows which issues trade; asking for one that does not would be an error.
  const markets = useApi('markets.list', { query: { limit: most } }, { enabled: isFunded }).data?.items;
  const market = markets?.find(({ listingId }) => listingId === offer.listingId);
  return isFunded && market !== undefined ? <Trades market={market} /> : null;
}

function Trades({ market }: { readonly market: MarketView }) {
  const { t } = useTranslation('market');
  const format = useFormat();
  const { listingId } = market;
  const session = useMarket(listingId, (live) => live.session) ?? market.session;
  const last = useMarket(listingId, (live) => live.last) ?? market.last?.price ?? null;
  return (
    <section aria-labelledby="offer-market" className={styles.market}>
      <h2 id="offer-market" className={styles.title}>
        {t('offer.title')}
      </h2>
      {market.model === 'bulletin' ? (
        <p>{t('offer.board')}</p>
      ) : (
        <>
          <p className={styles.session}>
            <PhaseBadge phase={session.phase} /> <When session={session} />
          </p>
          {last !== null && <p>{t('offer.last', { price: format.moneyExact(last) })}</p>}
        </>
      )}
      <Button
        variant="default"
        renderRoot={(props) => <Link to="/markets/$listingId" params={{ listingId }} {...props} />}
      >
        {t('offer.go')}
      </Button>
    </section>
  );
}
