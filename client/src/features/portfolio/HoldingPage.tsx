import type { Holding } from '@piazza/shared/contract';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Facts } from '../../ui/Facts/Facts.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './CommitmentPage.module.css';
import { useInstrumentName } from './Holdings.tsx';
import { InstrumentTerms } from './InstrumentTerms.tsx';
import { MarketValue } from './MarketValue.tsx';
import { Origin } from './Origin.tsx';
import { useMarkets } from './useMarkets.ts';

/** One holding: how much of which issue, on what terms, and where it came from. */
export function HoldingPage() {
  const { t } = useTranslation('portfolio');
  const { listingId } = useParams({ from: '/portfolio/holdings/$listingId' });
  const { data, error, refetch } = useApi('holdings.mine');
  const holding = data?.items.find((each) => each.listingId === listingId);
  if (holding !== undefined) return <Detail holding={holding} />;
  if (data === undefined && error === null) return <Skeletons shape="page" />;
  return (
    <>
      <PageHeader eyebrow={<Link to="/portfolio">{t('holding.back')}</Link>} title={t('holding.facts')} />
      {data === undefined ? (
        <ErrorState error={error} onRetry={() => void refetch()} size="page" />
      ) : (
        <EmptyState title={t('holding.gone')}>{t('holding.goneText')}</EmptyState>
      )}
    </>
  );
}

function Detail({ holding }: { readonly holding: Holding }) {
  const { t } = useTranslation('portfolio');
  const { listingId } = holding;
  const listing = useApi('listings.read', { params: { listingId } }).data;
  const offerId = listing?.offerId ?? null;
  return (
    <>
      <PageHeader
        eyebrow={<Link to="/portfolio">{t('holding.back')}</Link>}
        title={holding.title}
        lead={holding.organisationName}
      />
      <div className={styles.columns}>
        <div>
          <HoldingFacts holding={holding} />
          <Origin holding={holding} />
        </div>
        <section aria-labelledby="terms" className={styles.facts}>
          <h2 id="terms" className={styles.title}>
            {t('holding.terms')}
          </h2>
          {listing === undefined ? <Skeletons shape="lines" /> : <InstrumentTerms listing={listing} />}
          <p className={styles.links}>
            <Link to="/listings/$listingId" params={{ listingId }}>
              {t('holding.listing')}
            </Link>
            {offerId !== null && (
              <Link to="/offers/$offerId" params={{ offerId }}>
                {t('holding.offer')}
              </Link>
            )}
          </p>
        </section>
      </div>
    </>
  );
}

function HoldingFacts({ holding }: { readonly holding: Holding }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const nameOf = useInstrumentName();
  const { units, cost, sharePerMille, since, instrument } = holding;
  const markets = useMarkets();
  return (
    <section aria-labelledby="held">
      <h2 id="held" className={styles.title}>
        {t('holding.facts')}
      </h2>
      <Facts
        facts={[
          { label: t('holdings.units'), value: format.number(units) },
          { label: t('holdings.instrument'), value: nameOf(instrument) },
          { label: t('holdings.share'), value: format.rate(sharePerMille * 10) },
          { label: t('holdings.cost'), value: format.moneyExact(cost) },
          { label: t('holding.perUnit'), value: format.moneyExact(Math.round(cost / units)) },
          { label: t('holdings.since'), value: format.date(since) },
          {
            label: t('holdings.value'),
            value: <MarketValue holding={holding} market={markets.get(holding.listingId)} />,
          },
        ]}
      />
    </section>
  );
}
