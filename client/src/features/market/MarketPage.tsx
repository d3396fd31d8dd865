import type { MarketView } from '@piazza/shared/contract';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useMarket } from '../../realtime/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { SessionBar } from '../../ui/SessionBar/SessionBar.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { useFollowTrades } from '../../ui/Tape/useFollowTrades.ts';
import { Slot } from '../../slots/slots.ts';
import { AuctionsPanel } from './AuctionsPanel.tsx';
import { CallPanel } from './CallPanel.tsx';
import { CallTerms } from './CallTerms.tsx';
import { HowItWorks } from './HowItWorks.tsx';
import { MarketBody } from './MarketBody.tsx';
import { MarketHeader } from './MarketHeader.tsx';
import styles from './MarketPage.module.css';
import { Quote } from './Quote.tsx';

/** The page of one market, live. */
export function MarketPage() {
  const { listingId } = useParams({ from: '/markets/$listingId' });
  const market = useApi('markets.read', { params: { listingId } });
  useFollowTrades(listingId);
  if (market.isPending) return <Skeletons shape="page" />;
  if (market.isError)
    return <ErrorState error={market.error} onRetry={() => void market.refetch()} size="page" />;
  // Another market begins with a page of its own: nothing of the last one may be left in it.
  return <Market key={listingId} market={market.data} />;
}

function Market({ market }: { readonly market: MarketView }) {
  const { listingId } = market;
  return (
    <>
      <MarketHeader market={market} />
      <Quote market={market} />
      <Notes market={market} />
      <CallTerms market={market} />
      <Slot name="marketNotice" listingId={listingId} />
      {market.model === 'bulletin' ? (
        <Slot name="marketBoard" listingId={listingId} />
      ) : (
        <>
          <Standing market={market} />
          <MarketBody market={market} />
          <div className={styles.foot}>
            <AuctionsPanel listingId={listingId} />
            <HowItWorks model={market.model} />
          </div>
        </>
      )}
    </>
  );
}

function Notes({ market }: { readonly market: MarketView }) {
  const { t } = useTranslation('market');
  // A board says itself what is stopped there.
  return market.blocked && market.model !== 'bulletin' ? (
    <p className={styles.warning}>{t('blocked')}</p>
  ) : null;
}

/** Where the session stands; in a call, what would come of it. */
function Standing({ market }: { readonly market: MarketView }) {
  const { t } = useTranslation('trading');
  const session = useMarket(market.listingId, (live) => live.session) ?? market.session;
  const isCall = session.phase === 'call' || session.phase === 'freeze';
  return (
    <div className={isCall ? styles.standingCall : styles.standing}>
      <section aria-label={t('session.label')} className={styles.session}>
        <SessionBar session={session} model={market.model} />
      </section>
      {isCall && <CallPanel market={market} />}
    </div>
  );
}
