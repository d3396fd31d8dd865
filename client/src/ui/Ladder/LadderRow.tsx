import type { PriceCents } from '@piazza/shared/values';
import { memo } from 'react';
import type { TFunction } from 'i18next';
import type { Formats } from '../../locale/format.ts';
import { cx } from '../cx.ts';
import styles from './Ladder.module.css';
import { keyOf, moveFocus, type Place } from './useRoving.ts';

/** What rows write with: given to them, because looking it up costs each row more than the rest of it. */
export interface RowWords {
  readonly t: TFunction<'trading'>;
  readonly format: Formats;
}

interface LadderRowProps {
  readonly words: RowWords;
  readonly side: 'bid' | 'ask';
  /** Place on its side, 0 the best. */
  readonly at: number;
  /** Null where nothing waits. */
  readonly price: PriceCents | null;
  readonly quantity: number;
  readonly total: number;
  /** Length of its bar, 0…100. */
  readonly share: number;
  readonly meets: boolean;
  readonly mine: number;
  readonly tabbable: boolean;
  readonly onPick: (price: PriceCents, side: 'bid' | 'ask') => void;
  readonly onFocus: (place: Place) => void;
}

/** One place of the ladder. It is given plain values only, so that it is drawn again just when one of them changes. */
export const LadderRow = memo(function LadderRow(props: LadderRowProps) {
  const { side, price } = props;
  if (price === null)
    return (
      <tr className={styles.blank} aria-hidden="true">
        <td colSpan={4}>{'\u00a0'}</td>
      </tr>
    );
  return (
    <Level {...props} price={price} className={cx(styles.level, styles[side], props.meets && styles.meets)} />
  );
});

interface LevelProps extends LadderRowProps {
  readonly price: PriceCents;
  readonly className: string;
}

function Level({ className, ...row }: LevelProps) {
  const {
    side,
    at,
    words: { t, format },
    price,
    quantity,
    total,
    share,
    mine,
    tabbable,
    onPick,
    onFocus,
  } = row;
  const values = { price: format.moneyExact(price), quantity: format.number(quantity) };
  const name = side === 'ask' ? t('ladder.pickAsk', values) : t('ladder.pickBid', values);
  return (
    <tr className={className}>
      <td className={styles.mine}>
        {mine > 0 && (
          <>
            <span aria-hidden="true">●&#x2009;</span>
            {format.number(mine)}
          </>
        )}
      </td>
      <td>{format.number(total)}</td>
      <td className={styles.quantity}>
        <span className={styles.bar} style={{ transform: `scaleX(${share / 100})` }} />
        <span className={styles.units}>{values.quantity}</span>
      </td>
      <td className={styles.priceCell}>
        <button
          type="button"
          className={styles.price}
          data-place={keyOf(side, at)}
          tabIndex={tabbable ? 0 : -1}
          aria-label={name}
          onClick={() => onPick(price, side)}
          onKeyDown={moveFocus}
          onFocus={() => onFocus(keyOf(side, at))}
        >
          {values.price}
        </button>
      </td>
    </tr>
  );
}
