import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { useFocusKeeper } from './focus-keeper.ts';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import styles from './Layout.module.css';
import { ModeBanner } from './ModeBanner.tsx';
import { PhoneBar } from './PhoneBar.tsx';
import { RiskStrip } from './RiskStrip.tsx';
import { RouteAnnouncer } from './RouteAnnouncer.tsx';

/** What stands around every screen. */
export function Layout() {
  const { t } = useTranslation('common');
  useFocusKeeper();
  return (
    <>
      <a
        href="#main"
        className={styles.skip}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        {t('skip')}
      </a>
      <div className={styles.top}>
        <ModeBanner />
        <Header />
      </div>
      <ConnectionBanner />
      <RiskStrip />
      <main id="main" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <Footer />
      <PhoneBar />
      <RouteAnnouncer />
    </>
  );
}
