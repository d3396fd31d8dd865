import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import styles from './DataTable.module.css';
import { useSorting, type Sorting } from './sorting.ts';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Makes the header a button that sorts by this value. */
  readonly sortBy?: (row: Row) => string | number;
  readonly numeric?: boolean;
}

interface DataTableProps<Row> {
  /** Says what the table shows; read first by a screen reader. */
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** A table that becomes a list of cards on a phone, where every value keeps the name of its column. */
export function DataTable<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
}: DataTableProps<Row>) {
  const { sorted, sorting, toggle } = useSorting(columns, rows);
  return (
    <table className={styles.table}>
      <caption className={captionHidden ? 'visually-hidden' : styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Header key={column.key} column={column} sorting={sorting} onToggle={() => toggle(column.key)} />
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ key, title, cell, numeric }) => (
              <td key={key} data-title={title} className={cx(numeric && styles.numeric)}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HeaderProps<Row> {
  readonly column: Column<Row>;
  readonly sorting: Sorting | null;
  readonly onToggle: () => void;
}

function Header<Row>({ column, sorting, onToggle }: HeaderProps<Row>) {
  const { t } = useTranslation('ui');
  const direction = sorting?.key === column.key ? sorting.direction : undefined;
  return (
    <th
      scope="col"
      className={cx(column.numeric && styles.numeric)}
      {...(direction === undefined ? {} : { 'aria-sort': direction })}
    >
      {column.sortBy === undefined ? (
        column.title
      ) : (
        <button
          type="button"
          className={styles.sort}
          onClick={onToggle}
          title={t('table.sortBy', { column: column.title })}
        >
          {column.title}
          <span aria-hidden="true" className={styles.arrow}>
            {direction === 'ascending' ? '↑' : direction === 'descending' ? '↓' : '↕'}
          </span>
        </button>
      )}
    </th>
  );
}
