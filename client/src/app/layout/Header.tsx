import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/index.ts';
import { Logo } from './Logo.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import styles from './Header.module.css';
import { destinationsFor } from '../navigation.ts';
import { LanguageSwitch, SchemeSwitch } from './Preferences.tsx';
import { NoticesBell } from './NoticesBell.tsx';

export function Header() {
  const { t } = useTranslation('common');
  const me = useMe();
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <Link to="/" className={styles.brand} aria-label={t('product')}>
          <Logo />
          <span className={styles.name}>{t('product')}</span>
        </Link>
        <nav aria-label={t('nav.main')} className={styles.nav}>
          {destinationsFor(me).map(({ to, label }) => (
            <Link key={to} to={to} className={styles.link} activeOptions={{ exact: to === '/' }}>
              {t(`nav.${label}`)}
            </Link>
          ))}
        </nav>
        <div className={styles.tools}>
          <div className={styles.preferences}>
            <LanguageSwitch />
            <SchemeSwitch />
          </div>
          {me !== null && <NoticesBell />}
          <AccountMenu />
        </div>
      </div>
    </header>
  );
}
