import { useTranslation } from 'react-i18next';
import { useMarket } from '../../realtime/index.ts';
import { Tape } from '../../ui/Tape/Tape.tsx';
import styles from './MarketPage.module.css';
import type { PanelOf } from './panels.ts';
import { Panel } from './Panel.tsx';

/** The trades as they come, and all of them to take away. */
export function TapePanel({ listingId, titleHidden = false }: PanelOf) {
  const { t } = useTranslation('market');
  const trades = useMarket(listingId, (live) => live.trades);
  const isEmpty = trades.length === 0;
  const csv = (
    <a href={`/api/v1/markets/${listingId}/trades.csv`} download className={styles.csv}>
      {t('tape.csv')}
    </a>
  );
  return (
    <Panel title={t('panel.trades')} titleHidden={titleHidden} tools={isEmpty ? undefined : csv}>
      {isEmpty ? <p className={styles.quiet}>{t('tape.emptyText')}</p> : <Tape trades={trades} />}
    </Panel>
  );
}
