import { Button } from '@mantine/core';
import type { PostView } from '@piazza/shared/contract';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Board.module.css';
import { Contact } from './Contact.tsx';
import { PostCard } from './PostCard.tsx';
import { ReplyDialog } from './ReplyDialog.tsx';
import { usePostText } from './usePostText.ts';

interface OthersPostProps {
  readonly post: PostView;
  readonly mayReply: boolean;
}

/** Somebody's post: answered, it shows whom to write to. */
export function OthersPost({ post, mayReply }: OthersPostProps) {
  const { t } = useTranslation('board');
  const { name } = usePostText();
  const [answering, setAnswering] = useState(false);
  const answered = useRef<HTMLDivElement>(null);
  const close = () => {
    setAnswering(false);
    // The button that opened the dialog is gone once the post is answered.
    requestAnimationFrame(() => answered.current?.focus());
  };
  return (
    <PostCard post={post}>
      {post.contact !== null && (
        <div ref={answered} tabIndex={-1} className={styles.answered}>
          <p className={styles.plain}>{t('contact.answered')}</p>
          <Contact {...post.contact} />
          <p className={styles.soft}>{t('contact.note')}</p>
        </div>
      )}
      {post.contact === null && mayReply && (
        <Button
          variant="default"
          className={styles.act ?? ''}
          aria-label={t('reply.of', { post: name(post) })}
          onClick={() => setAnswering(true)}
        >
          {t('reply.button')}
        </Button>
      )}
      <ReplyDialog opened={answering} post={post} onClose={close} />
    </PostCard>
  );
}
