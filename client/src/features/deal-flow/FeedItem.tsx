import type { DealFlowItem } from '@piazza/shared/contract';
import {
  IconArrowBackUp,
  IconArrowsExchange,
  IconBuildingArch,
  IconCalendarEvent,
  IconCoinEuro,
  IconDoor,
  IconDoorExit,
  IconFlag,
  IconFlagCheck,
  IconGavel,
  IconPlayerPause,
  IconPlayerPlay,
  IconTrophy,
  IconX,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../locale/use-format.ts';
import { cx } from '../../ui/cx.ts';
import styles from './Feed.module.css';
import { useSentence } from './sentence.ts';

const looks = {
  listing_admitted: [IconBuildingArch, 'news'],
  offer_scheduled: [IconCalendarEvent, 'news'],
  offer_opened: [IconDoor, 'news'],
  committed: [IconCoinEuro, 'money'],
  revoked: [IconArrowBackUp, 'quiet'],
  soft_cap_reached: [IconFlag, 'good'],
  hard_cap_reached: [IconFlagCheck, 'good'],
  offer_closing: [IconDoorExit, 'news'],
  offer_funded: [IconTrophy, 'good'],
  offer_failed: [IconX, 'quiet'],
  offer_cancelled: [IconX, 'quiet'],
  trading_opened: [IconArrowsExchange, 'news'],
  auction_result: [IconGavel, 'money'],
  trading_halted: [IconPlayerPause, 'quiet'],
  trading_resumed: [IconPlayerPlay, 'news'],
  call_terms_set: [IconGavel, 'news'],
} as const satisfies Record<DealFlowItem['kind'], unknown>;

interface FeedItemProps {
  readonly item: DealFlowItem;
  /** Came while the reader was looking: it slides in. */
  readonly fresh: boolean;
}

/** One thing that happened, with a link to where. */
export function FeedItem({ item, fresh }: FeedItemProps) {
  const format = useFormat();
  const sentence = useSentence();
  const [Icon, tone] = looks[item.kind];
  const link = styles.link;
  return (
    <li className={cx(styles.item, fresh && styles.fresh)}>
      <div className={styles.row}>
        <span className={cx(styles.icon, styles[tone])}>
          <Icon size={20} aria-hidden="true" />
        </span>
        <div className={styles.what}>
          <strong>{sentence(item)}</strong>
          <div className={styles.venture}>
            {item.offerId === null ? (
              <Link to="/listings/$listingId" params={{ listingId: item.listingId }} className={link}>
                {item.title}
              </Link>
            ) : (
              <Link to="/offers/$offerId" params={{ offerId: item.offerId }} className={link}>
                {item.title}
              </Link>
            )}
            <span className={styles.organisation}> · {item.organisationName}</span>
          </div>
        </div>
        <time
          dateTime={new Date(item.at).toISOString()}
          title={format.dateTime(item.at)}
          className={styles.at}
        >
          {format.time(item.at)}
        </time>
      </div>
    </li>
  );
}
