import { useApi, useMe } from '../../api/index.ts';
import { DemoAccounts } from '../../ui/DemoAccounts/DemoAccounts.tsx';
import { ClosingSoon } from './ClosingSoon.tsx';
import styles from './DealFlowPage.module.css';
import { Feed } from './Feed.tsx';
import { Hero } from './Hero.tsx';

/** The home page of everybody: what happens on the venue, as it happens. */
export function DealFlowPage() {
  const me = useMe();
  const { data: venue } = useApi('venue.read');
  const accounts = venue?.demoAccounts ?? [];
  return (
    <>
      <Hero />
      <div className={styles.columns}>
        <Feed />
        <div className={styles.side}>
          {me === null && accounts.length > 0 && <DemoAccounts accounts={accounts} />}
          <ClosingSoon />
        </div>
      </div>
    </>
  );
}
