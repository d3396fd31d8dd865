import type { Level } from '@piazza/shared/depth';
import type { PriceCents } from '@piazza/shared/values';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { cx } from '../cx.ts';
import styles from './Ladder.module.css';
import { LadderRow } from './LadderRow.tsx';
import { rowsOf, scaleOf } from './rows.ts';
import { keyOf, useRoving } from './useRoving.ts';

interface LadderProps {
  /** Best first. */
  readonly bids: readonly Level[];
  readonly asks: readonly Level[];
  /** Price of the call if it ended now: rows that would trade are marked. */
  readonly indicative?: PriceCents | null;
  /** Own units that wait, by side and price. */
  readonly own?: OwnUnits | undefined;
  /** Levels shown of each side. */
  readonly places?: number;
  /** Give the same function every time: with another one every row is drawn again. */
  readonly onPick: (price: PriceCents, side: 'bid' | 'ask') => void;
}

export interface OwnUnits {
  readonly bid: ReadonlyMap<number, number>;
  readonly ask: ReadonlyMap<number, number>;
}
const none: ReadonlyMap<number, number> = new Map();

/** The order book by price: sell orders above, buy orders below, the best of both in the middle. */
export function Ladder({ bids, asks, indicative = null, own, places = 10, onPick }: LadderProps) {
  const { t } = useTranslation('trading');
  const format = useFormat();
  const words = useMemo(() => ({ t, format }), [t, format]);
  const hint = useId();
  const ends = { bid: Math.min(bids.length, places), ask: Math.min(asks.length, places) };
  const { active, setActive } = useRoving(ends);
  const sides = {
    ask: rowsOf(asks, places, (price) => indicative !== null && price <= indicative),
    bid: rowsOf(bids, places, (price) => indicative !== null && price >= indicative),
  };
  const scale = scaleOf(Math.max(...[...sides.ask, ...sides.bid].map((row) => row?.quantity ?? 0)));
  const draw = (side: 'bid' | 'ask', at: number) => {
    const row = sides[side][at] ?? null;
    return (
      <LadderRow
        key={at}
        words={words}
        side={side}
        at={at}
        price={row?.price ?? null}
        quantity={row?.quantity ?? 0}
        total={row?.total ?? 0}
        share={row === null ? 0 : Math.ceil((row.quantity / scale) * 100)}
        meets={row?.meets ?? false}
        mine={row === null ? 0 : ((own?.[side] ?? none).get(row.price) ?? 0)}
        tabbable={active === keyOf(side, at)}
        onPick={onPick}
        onFocus={setActive}
      />
    );
  };
  const positions = Array.from({ length: places }, (_, at) => at);
  return (
    <div className={styles.frame}>
      <table className={styles.ladder} aria-describedby={hint}>
        <caption className="visually-hidden">{t('ladder.caption')}</caption>
        <Head />
        <tbody aria-label={t('ladder.asks')}>{positions.toReversed().map((at) => draw('ask', at))}</tbody>
        <Middle bids={bids} asks={asks} />
        <tbody aria-label={t('ladder.bids')}>{positions.map((at) => draw('bid', at))}</tbody>
      </table>
      <p id={hint} className={styles.hint}>
        {t('ladder.hint')}
      </p>
    </div>
  );
}

function Head() {
  const { t } = useTranslation('trading');
  return (
    <thead>
      <tr>
        <th scope="col">{t('ladder.mine')}</th>
        <th scope="col">{t('ladder.total')}</th>
        <th scope="col">{t('ladder.quantity')}</th>
        <th scope="col">{t('ladder.price')}</th>
      </tr>
    </thead>
  );
}

/** What lies between both sides: the spread, or that they overlap. */
function Middle({ bids, asks }: Pick<LadderProps, 'bids' | 'asks'>) {
  const { t } = useTranslation('trading');
  const format = useFormat();
  const bid = bids[0]?.[0];
  const ask = asks[0]?.[0];
  const text =
    bid === undefined || ask === undefined
      ? t('ladder.oneSided')
      : bid >= ask
        ? t('ladder.crossed')
        : t('ladder.spread', { spread: format.moneyExact(ask - bid) });
  return (
    <tbody>
      <tr className={styles.middle}>
        <td
          colSpan={4}
          className={cx(bid !== undefined && ask !== undefined && bid >= ask && styles.crossed)}
        >
          {text}
        </td>
      </tr>
    </tbody>
  );
}
