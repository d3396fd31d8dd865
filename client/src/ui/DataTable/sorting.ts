import { useMemo, useState } from 'react';
import type { Column } from './DataTable.tsx';

export interface Sorting {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b) : Number(a) - Number(b);

/** The rows in the order chosen by a header: ascending, descending, then as they came. */
export function useSorting<Row>(columns: readonly Column<Row>[], rows: readonly Row[]) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const sorted = useMemo(() => {
    const by = columns.find(({ key }) => key === sorting?.key)?.sortBy;
    if (by === undefined || sorting === null) return rows;
    const sign = sorting.direction === 'ascending' ? 1 : -1;
    return rows.toSorted((a, b) => sign * compare(by(a), by(b)));
  }, [columns, rows, sorting]);
  const toggle = (key: string) =>
    setSorting((now) => {
      if (now?.key !== key) return { key, direction: 'ascending' };
      return now.direction === 'ascending' ? { key, direction: 'descending' } : null;
    });
  return { sorted, sorting, toggle };
}
