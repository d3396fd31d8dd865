import type { QueueKind } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../api/index.ts';
import { useFormat } from '../../../locale/use-format.ts';
import type { DeskSearch } from '../search.ts';
import styles from './Queue.module.css';

interface QueueFiltersProps {
  readonly counts: Output<'queue.list'>['counts'];
  readonly chosen: DeskSearch;
}

/** Ways to see a part of the queue. They are addresses, so that a reload or the way back keeps the choice. */
export function QueueFilters({ counts, chosen }: QueueFiltersProps) {
  const { t } = useTranslation('desk');
  const { kind, show } = chosen;
  const ofKind = counts.kinds.find((one) => one.kind === kind) ?? counts;
  const whose = [
    { show: undefined, label: t('queue.all'), count: ofKind.waiting },
    { show: 'mine' as const, label: t('queue.mine'), count: ofKind.mine },
    { show: 'unassigned' as const, label: t('queue.unassigned'), count: ofKind.unassigned },
    { show: 'overdue' as const, label: t('queue.late'), count: ofKind.overdue },
  ];
  const kinds: readonly { readonly kind: QueueKind | undefined; readonly count: number }[] = [
    { kind: undefined, count: counts.waiting },
    ...counts.kinds.map((one) => ({ kind: one.kind, count: one.waiting })),
  ];
  return (
    <div className={styles.filters}>
      <nav aria-label={t('queue.whose')}>
        <ul>
          {whose.map((one) => (
            <Filter key={one.label} search={searchOf(kind, one.show)} label={one.label} count={one.count} />
          ))}
        </ul>
      </nav>
      <nav aria-label={t('queue.kinds')}>
        <ul>
          {kinds.map((one) => (
            <Filter
              key={one.kind ?? 'all'}
              search={searchOf(one.kind, show)}
              label={one.kind === undefined ? t('queue.all') : t(`queue.kind.${one.kind}`)}
              count={one.count}
            />
          ))}
        </ul>
      </nav>
    </div>
  );
}

const searchOf = (kind: DeskSearch['kind'], show: DeskSearch['show']): DeskSearch => ({
  ...(kind === undefined ? {} : { kind }),
  ...(show === undefined ? {} : { show }),
});

interface FilterProps {
  readonly search: DeskSearch;
  readonly label: string;
  readonly count: number;
}

function Filter({ search, label, count }: FilterProps) {
  const format = useFormat();
  return (
    <li>
      <Link
        to="/desk"
        search={search}
        resetScroll={false}
        className={styles.filter}
        activeOptions={{ exact: true }}
      >
        {label} ({format.number(count)})
      </Link>
    </li>
  );
}
