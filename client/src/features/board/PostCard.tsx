import type { PostView } from '@piazza/shared/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import { cx } from '../../ui/cx.ts';
import styles from './Board.module.css';
import { usePostText } from './usePostText.ts';

interface PostCardProps {
  readonly post: PostView;
  /** What the reader can do with it. */
  readonly children?: ReactNode;
}

/** A post as everybody sees it. */
export function PostCard({ post, children }: PostCardProps) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const now = useVenueNow(30_000);
  const text = usePostText();
  const { side, note, postedAt, expiresAt } = post;
  return (
    <li className={cx(styles.post, side === 'buy' ? styles.buying : styles.selling)}>
      <p className={styles.wish}>
        <strong className={styles[side]}>{text.wish(post)}</strong> <span>{text.price(post)}</span>
      </p>
      {note !== '' && <blockquote className={styles.note}>{note}</blockquote>}
      <p className={styles.when} title={format.dateTime(postedAt)}>
        {t('when', { ago: format.ago(postedAt, now), until: format.date(expiresAt) })}
      </p>
      {children}
    </li>
  );
}
