import type { Wallet } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { FieldHelp } from '../../ui/FieldHelp/FieldHelp.tsx';
import { MovingNumber } from '../../ui/MovingNumber/MovingNumber.tsx';
import { cx } from '../../ui/cx.ts';
import { freeCents } from '../../ui/Wallet/free.ts';
import { OrderHolds } from './OrderHolds.tsx';
import styles from './WalletPanel.module.css';

interface WalletPanelProps {
  readonly wallet: Wallet;
  /** Cents paid for what is held. */
  readonly invested: number;
}

const kinds = ['free', 'pledged', 'held', 'invested'] as const;
type Kind = (typeof kinds)[number];

/** Where the money is: four sums that move, and a band that shows them against each other. */
export function WalletPanel({ wallet, invested }: WalletPanelProps) {
  const { t } = useTranslation(['portfolio', 'wallet']);
  const format = useFormat();
  const sums: Record<Kind, number> = {
    free: freeCents(wallet),
    pledged: wallet.pledged,
    held: wallet.held,
    invested,
  };
  const total = kinds.reduce((sum, kind) => sum + sums[kind], 0);
  const nameOf = (kind: Kind): string =>
    kind === 'invested' ? t('portfolio:wallet.invested') : t(`wallet:${kind}`);
  const helpOf = (kind: Kind): string =>
    kind === 'invested' ? t('portfolio:wallet.investedHelp') : t(`wallet:${kind}Help`);
  return (
    <section className={styles.panel} aria-label={t('portfolio:wallet.band')}>
      <dl className={styles.sums}>
        {kinds.map((kind) => (
          <div key={kind} className={cx(styles.sum, kind === 'free' && styles.first)}>
            <dt>
              <span className={cx(styles.key, styles[kind])} aria-hidden="true" />
              {nameOf(kind)}
              <FieldHelp about={nameOf(kind)}>{helpOf(kind)}</FieldHelp>
            </dt>
            <dd>
              <MovingNumber value={sums[kind]} write={format.money} />
            </dd>
          </div>
        ))}
      </dl>
      <OrderHolds />
      <div className={styles.band} aria-hidden="true">
        {total > 0 &&
          kinds.map((kind) => (
            <div
              key={kind}
              className={cx(styles.part, styles[kind])}
              style={{ width: `${((sums[kind] / total) * 100).toFixed(2)}%` }}
            />
          ))}
      </div>
    </section>
  );
}
