import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Feed.module.css';
import { FeedItem } from './FeedItem.tsx';
import { FeedNews } from './FeedNews.tsx';
import { groupByTime, type Group } from './groups.ts';
import { usePausableFlow } from './pausable-flow.ts';

const firstShown = 15;

/** The live list. Whoever reads it may stop it; whoever hears it is told of news now and then, not of each. */
export function Feed() {
  const { t } = useTranslation('dealFlow');
  const flow = usePausableFlow();
  const format = useFormat();
  const now = useVenueNow(10_000);
  const [shown, setShown] = useState(firstShown);
  const groups = useMemo(
    () => groupByTime(flow.items.slice(0, shown), now, format.date),
    [flow.items, shown, now, format],
  );
  return (
    <section aria-labelledby="feed-title">
      <div className={styles.head}>
        <h2 id="feed-title" className={styles.title}>
          {t('feed.title')}
        </h2>
        <PauseButton {...flow} />
      </div>
      {!flow.ready && <Skeletons shape="rows" count={6} />}
      {flow.ready && flow.items.length === 0 && (
        <EmptyState title={t('feed.emptyTitle')}>{t('feed.emptyText')}</EmptyState>
      )}
      {groups.map((group) => (
        <FeedGroup key={String(group.when)} group={group} liveFrom={flow.liveFrom} />
      ))}
      {flow.items.length > shown && (
        <Button variant="default" onClick={() => setShown((before) => before + firstShown)}>
          {t('feed.more')}
        </Button>
      )}
      {!flow.paused && <FeedNews items={flow.items} liveFrom={flow.liveFrom} />}
    </section>
  );
}

function PauseButton({ paused, waiting, toggle }: ReturnType<typeof usePausableFlow>) {
  const { t } = useTranslation('dealFlow');
  const Icon = paused ? IconPlayerPlay : IconPlayerPause;
  const label = !paused
    ? t('feed.pause')
    : waiting === 0
      ? t('feed.resume')
      : t('feed.resumeNew', { count: waiting });
  return (
    <Button variant="default" size="xs" leftSection={<Icon size={16} aria-hidden="true" />} onClick={toggle}>
      {label}
    </Button>
  );
}

function FeedGroup({ group, liveFrom }: { readonly group: Group; readonly liveFrom: number }) {
  const { t } = useTranslation('dealFlow');
  const format = useFormat();
  return (
    <>
      <h3 className={styles.when}>
        {typeof group.when === 'number' ? format.longDate(group.when) : t(`feed.${group.when}`)}
      </h3>
      <ol className={styles.list} reversed>
        {group.items.map((item) => (
          <FeedItem key={item.seq} item={item} fresh={item.seq >= liveFrom} />
        ))}
      </ol>
    </>
  );
}
