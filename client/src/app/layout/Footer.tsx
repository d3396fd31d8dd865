import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Arcade } from '../../ui/Arcade/Arcade.tsx';
import styles from './Footer.module.css';

/** The fixed notices and the credits, under the portico. */
export function Footer() {
  const { t } = useTranslation('common');
  return (
    <footer className={styles.footer}>
      <div className={styles.arcade}>
        <Arcade arches={48} />
      </div>
      <div className={styles.inner}>
        <section aria-labelledby="footer-legal">
          <h2 id="footer-legal">{t('footer.legal')}</h2>
          <p>{t('footer.noAdvice')}</p>
          <p>{t('footer.simulation')}</p>
          <p className={styles.links}>
            <Link to="/about">{t('footer.about')}</Link>
            <Link to="/complaints">{t('footer.complaints')}</Link>
          </p>
        </section>
        <section aria-labelledby="footer-credits">
          <h2 id="footer-credits">{t('footer.credits')}</h2>
          <p>
            {t('footer.source')} {t('footer.fonts')}
          </p>
          <p>{t('footer.sdg')}</p>
          <p className={styles.links}>
            <a href="https://www.tradingview.com/" rel="noopener noreferrer">
              {t('footer.chart')}
            </a>
          </p>
          <p className={styles.links}>
            <a href="/api/v1/docs">{t('footer.api')}</a>
            <Link to="/gallery">{t('footer.gallery')}</Link>
          </p>
        </section>
      </div>
    </footer>
  );
}
