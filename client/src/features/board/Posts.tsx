import { Button } from '@mantine/core';
import type { PostView } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import type { ListingId, PostId } from '@piazza/shared/values';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, usePages } from '../../api/index.ts';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Board.module.css';
import { OthersPost } from './OthersPost.tsx';
import { OwnPost } from './OwnPost.tsx';

const pageSize = 50;
const dayMs = 86_400_000;

/** What stands on the board now: own posts first, then those of others, newest first. */
export function Posts({ listingId }: { readonly listingId: ListingId }) {
  const { t } = useTranslation('board');
  const pages = usePages('board.list', { params: { listingId }, query: { limit: pageSize } });
  const posts = pages.data?.pages.flatMap(({ items }) => items);
  return (
    <section aria-labelledby="board-posts" className={styles.posts}>
      <div className={styles.head}>
        <h2 id="board-posts" className={styles.title}>
          {t('posts.title')}
        </h2>
        <a href="#board-write" className={styles.jump}>
          {t('posts.jump')}
        </a>
      </div>
      {pages.isPending && <Skeletons shape="rows" count={3} />}
      {posts === undefined && pages.isError && (
        <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
      )}
      {posts !== undefined && <Standing posts={posts} />}
      {pages.hasNextPage && (
        <Button
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('posts.more')}
        </Button>
      )}
    </section>
  );
}

function Standing({ posts }: { readonly posts: readonly PostView[] }) {
  const { t } = useTranslation('board');
  const mayReply = useMe()?.roles.includes('investor') ?? false;
  const [withdrawn, setWithdrawn] = useState<PostId | null>(null);
  const said = useRef<HTMLOutputElement>(null);
  const gone = withdrawn !== null && posts.every(({ id }) => id !== withdrawn);
  // Only then, since the dialog gives the focus back to a button that goes with the post.
  useEffect(() => {
    if (gone) said.current?.focus();
  }, [gone]);
  const own = posts.filter(({ mine }) => mine);
  const others = posts.filter(({ mine }) => !mine);
  return (
    <>
      <output ref={said} tabIndex={-1} className={cx(styles.done, !gone && 'visually-hidden')}>
        {gone && t('own.withdrawn')}
      </output>
      {posts.length === 0 && (
        <EmptyState title={t('posts.emptyTitle')}>
          <p>{t('posts.emptyText', { days: policy.postLifeMs / dayMs })}</p>
        </EmptyState>
      )}
      {own.length > 0 && <h3 className={styles.subtitle}>{t('posts.mine')}</h3>}
      <ul className={styles.list} hidden={own.length === 0}>
        {own.map((post) => (
          <OwnPost key={post.id} post={post} onWithdraw={() => setWithdrawn(post.id)} />
        ))}
      </ul>
      {own.length > 0 && <h3 className={styles.subtitle}>{t('posts.others')}</h3>}
      {own.length > 0 && others.length === 0 && <p className={styles.soft}>{t('posts.noOthers')}</p>}
      <ul className={styles.list} hidden={others.length === 0}>
        {others.map((post) => (
          <OthersPost key={post.id} post={post} mayReply={mayReply} />
        ))}
      </ul>
    </>
  );
}
