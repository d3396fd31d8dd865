import type { OrderView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useRef, useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { cx } from '../../ui/cx.ts';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import styles from './MyOrders.module.css';
import { OrderCards } from './OrderCards.tsx';
import { RowActs } from './RowActs.tsx';
import { useOrderWords } from './useOrderWords.ts';

interface OpenOrdersProps {
  readonly orders: readonly OrderView[];
  /** `table` names the market of each; `cards` fit beside the book of one. */
  readonly form: 'table' | 'cards';
}

/** Own orders that wait in a book. What was done last is said above them, and takes the focus of a row that went. */
export function OpenOrders({ orders, form }: OpenOrdersProps) {
  const [done, setDone] = useState('');
  const said = useRef<HTMLOutputElement>(null);
  const say = (text: string) => {
    setDone(text);
    said.current?.focus();
  };
  return (
    <>
      <output ref={said} tabIndex={-1} className={cx(styles.done, done === '' && 'visually-hidden')}>
        {done}
      </output>
      {orders.length > 0 && form === 'cards' && <OrderCards orders={orders} onDone={say} />}
      {orders.length > 0 && form === 'table' && <Table orders={orders} onDone={say} />}
    </>
  );
}

function Table({ orders, onDone }: ComponentProps<typeof OrderCards>) {
  const { t } = useTranslation('myOrders');
  return (
    <DataTable
      caption={t('open.caption')}
      captionHidden
      columns={useColumns(onDone)}
      rows={orders}
      rowKey={({ id }) => id}
    />
  );
}

function useColumns(onDone: (text: string) => void): readonly Column<OrderView>[] {
  const { t } = useTranslation('myOrders');
  const { moneyExact, number, dateTime } = useFormat();
  const { time } = useOrderWords();
  return [
    {
      key: 'market',
      title: t('column.market'),
      sortBy: ({ title }) => title,
      cell: ({ listingId, title }) => (
        <Link to="/markets/$listingId" params={{ listingId }} className={styles.name}>
          {title}
        </Link>
      ),
    },
    {
      key: 'side',
      title: t('column.side'),
      cell: ({ side }) => <strong className={styles[side]}>{t(`side.${side}`)}</strong>,
    },
    { key: 'price', title: t('column.price'), numeric: true, cell: ({ price }) => moneyExact(price) },
    {
      key: 'units',
      title: t('column.units'),
      numeric: true,
      cell: ({ remaining, quantity }) =>
        t('left', { remaining: number(remaining), quantity: number(quantity) }),
    },
    { key: 'time', title: t('column.time'), cell: time },
    { key: 'placed', title: t('column.placed'), cell: ({ placedAt }) => dateTime(placedAt) },
    { key: 'acts', title: t('column.acts'), cell: (order) => <RowActs order={order} onDone={onDone} /> },
  ];
}
