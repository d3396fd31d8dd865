import { Button } from '@mantine/core';
import type { PostView } from '@piazza/shared/contract';
import type { PostId } from '@piazza/shared/values';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useApi, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Board.module.css';
import { Contact } from './Contact.tsx';
import { PostCard } from './PostCard.tsx';
import { usePostText } from './usePostText.ts';

interface OwnPostProps {
  readonly post: PostView;
  /** The post is about to go, and with it all that could say so. */
  readonly onWithdraw: () => void;
}

/** An own post with its answers. */
export function OwnPost({ post, onWithdraw }: OwnPostProps) {
  const { t } = useTranslation('board');
  const { number } = useFormat();
  const { id, replies } = post;
  return (
    <PostCard post={post}>
      {replies === 0 ? (
        <p className={styles.soft}>{t('own.none')}</p>
      ) : (
        <>
          <h4 className={styles.count}>{t('own.count', { count: replies, number: number(replies) })}</h4>
          <Replies postId={id} />
        </>
      )}
      <Withdraw post={post} onWithdraw={onWithdraw} />
    </PostCard>
  );
}

function Replies({ postId }: { readonly postId: PostId }) {
  const { t } = useTranslation('board');
  const { ago, dateTime } = useFormat();
  const now = useVenueNow(30_000);
  const { data, error, refetch } = useApi('board.replies', { params: { postId } });
  if (data === undefined)
    return error === null ? (
      <Skeletons shape="lines" />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    );
  return (
    <ol className={styles.replies}>
      {data.items.map(({ at, message, contact }) => (
        <li key={`${at} ${contact.email}`}>
          <p className={styles.soft} title={dateTime(at)}>
            {t('own.wrote', { name: contact.displayName, ago: ago(at, now) })}
          </p>
          {message !== '' && <blockquote className={styles.note}>{message}</blockquote>}
          <Contact {...contact} />
        </li>
      ))}
    </ol>
  );
}

function Withdraw({ post, onWithdraw }: OwnPostProps) {
  const { t } = useTranslation('board');
  const { number } = useFormat();
  const { name } = usePostText();
  const [asking, setAsking] = useState(false);
  const withdraw = useCommand('board.withdraw');
  const done = () => {
    setAsking(false);
    void queryClient.invalidateQueries({ queryKey: ['board.list'] });
  };
  return (
    <>
      <Button
        variant="default"
        className={styles.act ?? ''}
        aria-label={t('own.withdrawOf', { post: name(post) })}
        onClick={() => setAsking(true)}
      >
        {t('own.withdraw')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('own.sureTitle')}
        confirm={t('own.withdraw')}
        dangerous
        busy={withdraw.isPending}
        error={withdraw.error}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          onWithdraw();
          withdraw.mutate({ params: { postId: post.id } }, { onSuccess: done });
        }}
      >
        <p className={styles.about}>{name(post)}</p>
        <p>{t('own.sureText')}</p>
        {post.replies > 0 && (
          <p>{t('own.sureReplies', { count: post.replies, number: number(post.replies) })}</p>
        )}
      </ConfirmDialog>
    </>
  );
}
