import { Button } from '@mantine/core';
import type { OrderUpdate } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useOrderLog } from '../../realtime/index.ts';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { useThrottled } from '../../ui/LiveRegion/useThrottled.ts';
import styles from './MyOrders.module.css';
import { useOrderWords } from './useOrderWords.ts';

interface HistoryProps {
  /** Only of this market, and no more than a few. */
  readonly listingId?: ListingId;
}

const shownHere = 6;
const pageSize = 50;
const sayEveryMs = 4_000;

/** What happened to own orders, newest first, live; older updates are read on demand. */
export function History({ listingId }: HistoryProps) {
  const { t } = useTranslation('myOrders');
  const log = useOrderLog();
  const { happened } = useOrderWords();
  const earlier = useEarlier();
  const live = log.items;
  const oldest = live.at(-1)?.seq ?? Number.MAX_SAFE_INTEGER;
  const whole = [...live, ...earlier.items.filter(({ seq }) => seq < oldest)];
  const items =
    listingId === undefined ? whole : whole.filter((one) => one.listingId === listingId).slice(0, shownHere);
  const newest = live[0];
  const fresh = newest !== undefined && newest.seq >= log.liveFrom ? newest : undefined;
  const said = useThrottled(fresh, sayEveryMs).value;
  const first = whole.at(-1)?.seq;
  const more = listingId === undefined && log.newest !== null && log.newest > 0 && first !== 1;
  return (
    <>
      {items.length === 0 ? (
        <p className={styles.soft}>{t('history.none')}</p>
      ) : (
        <ol className={styles.history} aria-label={t('history.caption')}>
          {items.map((update) => (
            <Line key={update.seq} update={update} named={listingId === undefined} />
          ))}
        </ol>
      )}
      {more && (
        <Button variant="default" loading={earlier.busy} onClick={() => earlier.read(first)}>
          {t('history.more')}
        </Button>
      )}
      <LiveRegion text={said === undefined ? '' : `${said.title}: ${happened(said)}`} />
    </>
  );
}

interface LineProps {
  readonly update: OrderUpdate;
  readonly named: boolean;
}

function Line({ update, named }: LineProps) {
  const { happened } = useOrderWords();
  const { dateTime } = useFormat();
  const { kind, listingId, title, at } = update;
  return (
    <li className={styles[kind]}>
      <span>
        {named && (
          <>
            <Link to="/markets/$listingId" params={{ listingId }}>
              {title}
            </Link>{' '}
          </>
        )}
        {happened(update)}
      </span>
      <time dateTime={new Date(at).toISOString()}>{dateTime(at)}</time>
    </li>
  );
}

/** Updates from before the log, page by page. */
function useEarlier() {
  const [items, setItems] = useState<readonly OrderUpdate[]>([]);
  const [busy, setBusy] = useState(false);
  const read = (before: number | undefined) => {
    setBusy(true);
    const query = { limit: pageSize, ...(before === undefined ? {} : { before }) };
    void api('orders.updates', { query })
      .then((page) => setItems((known) => [...known, ...page.items]))
      .catch(() => undefined)
      .finally(() => setBusy(false));
  };
  return { items, busy, read };
}
