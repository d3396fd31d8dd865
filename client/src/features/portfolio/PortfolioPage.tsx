import { useTranslation } from 'react-i18next';
import { useApi, useMe } from '../../api/index.ts';
import { useMyCommitments } from '../../ui/Commitment/useMyCommitments.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { TopUpButton } from '../../ui/Wallet/TopUpButton.tsx';
import { Allocation } from './Allocation.tsx';
import { Begin } from './Begin.tsx';
import { ComingUp } from './ComingUp.tsx';
import { Holdings } from './Holdings.tsx';
import styles from './PortfolioPage.module.css';
import { PortfolioTabs } from './PortfolioTabs.tsx';
import { WalletPanel } from './WalletPanel.tsx';

/** Everything that is one's own at a glance: money, units, and the dates that come. */
export function PortfolioPage() {
  const { t } = useTranslation('portfolio');
  const investor = useMe()?.roles.includes('investor') ?? false;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={investor && <TopUpButton />} />
      <PortfolioTabs />
      <Overview />
    </>
  );
}

function Overview() {
  const wallet = useApi('wallet.read');
  const holdings = useApi('holdings.mine');
  const commitments = useMyCommitments();
  const failed = wallet.error ?? holdings.error ?? commitments.error;
  if (wallet.data === undefined || holdings.data === undefined || commitments.items === undefined) {
    const retry = () => {
      void Promise.all([wallet.refetch(), holdings.refetch()]);
      commitments.retry();
    };
    return failed === null ? (
      <Skeletons shape="rows" count={5} />
    ) : (
      <ErrorState error={failed} onRetry={retry} />
    );
  }
  const { items } = holdings.data;
  const invested = items.reduce((sum, { cost }) => sum + cost, 0);
  const empty = items.length === 0 && commitments.items.length === 0;
  return (
    <>
      <WalletPanel wallet={wallet.data} invested={invested} />
      {empty ? (
        <Begin />
      ) : (
        <div className={styles.columns}>
          <Holdings holdings={items} />
          <div className={styles.aside}>
            <ComingUp commitments={commitments.items} />
            {items.length > 0 && <Allocation holdings={items} />}
          </div>
        </div>
      )}
    </>
  );
}
