import { Button } from '@mantine/core';
import type { OfferView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { TopUpForm } from '../../ui/Wallet/TopUpForm.tsx';
import { affordable, type Size } from './amounts.ts';
import styles from './Shortfall.module.css';

interface ShortfallProps {
  readonly offer: OfferView;
  /** Cents that the chosen size takes, and what an amount would take, the fee of the venue included. */
  readonly due: number;
  readonly dueOf: (cents: number) => number;
  /** Cents that are free now. */
  readonly free: number;
  readonly choose: (size: Size) => void;
  /** The place of the focus is gone with the shortfall: the caller finds it another. */
  readonly onToppedUp: () => void;
}

/** What to do when the wallet does not reach: top it up on the spot, or take the size that it pays for. */
export function Shortfall({ offer, due, dueOf, free, choose, onToppedUp }: ShortfallProps) {
  const { t } = useTranslation(['commit', 'wallet']);
  const format = useFormat();
  const missing = due - free;
  const instead = affordable(offer, free, dueOf);
  return (
    <section className={styles.short} aria-label={t('commit:amount.short')}>
      <p className={styles.title}>{t('commit:amount.short')}</p>
      <p className={styles.text}>
        {t('commit:amount.shortText', { free: format.money(free), missing: format.money(missing) })}
      </p>
      {instead !== null && (
        <p className={styles.text}>
          {t('commit:amount.instead')}{' '}
          <Button size="compact-md" variant="default" onClick={() => choose(instead)}>
            {t('commit:amount.choice', {
              amount: format.money(instead.amount),
              units: format.number(instead.units),
            })}
          </Button>
        </p>
      )}
      <TopUpForm key={missing} missing={missing} onDone={onToppedUp} />
    </section>
  );
}
