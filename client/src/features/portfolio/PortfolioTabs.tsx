import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './PortfolioTabs.module.css';

const tabs = [
  { to: '/portfolio', label: 'overview' },
  { to: '/portfolio/commitments', label: 'commitments' },
  { to: '/portfolio/statement', label: 'statement' },
  { to: '/portfolio/payments', label: 'payments' },
] as const;

/** The rooms of the portfolio. */
export function PortfolioTabs() {
  const { t } = useTranslation('portfolio');
  return (
    <nav aria-label={t('tabs.label')} className={styles.tabs}>
      {tabs.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          className={styles.tab}
          activeOptions={{ exact: to === '/portfolio', includeSearch: false }}
        >
          {t(`tabs.${label}`)}
        </Link>
      ))}
    </nav>
  );
}
