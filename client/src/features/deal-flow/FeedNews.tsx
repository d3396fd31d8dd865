import type { DealFlowItem } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { useThrottled } from '../../ui/LiveRegion/useThrottled.ts';
import { useSentence } from './sentence.ts';

const everyMs = 15_000;

interface FeedNewsProps {
  readonly items: readonly DealFlowItem[];
  readonly liveFrom: number;
}

/** Tells screen readers how many things happened since the last time it spoke, and the last of them. */
export function FeedNews({ items, liveFrom }: FeedNewsProps) {
  const { t } = useTranslation('dealFlow');
  const sentence = useSentence();
  const { value: latest, before } = useThrottled(items[0], everyMs);
  if (latest === undefined || latest.seq < liveFrom) return <LiveRegion text="" />;
  const heard = Math.max(before?.seq ?? 0, liveFrom - 1);
  const last = `${sentence(latest)}, ${latest.title}`;
  return <LiveRegion text={t('feed.news', { count: Math.max(1, latest.seq - heard), last })} />;
}
