import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import type { PostView } from '@piazza/shared/contract';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useCommand } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { FormErrors, type FieldError } from '../../ui/FormErrors/FormErrors.tsx';
import styles from './Board.module.css';
import { Contact } from './Contact.tsx';
import { messageLength } from './reading.ts';
import { usePostText } from './usePostText.ts';

interface ReplyDialogProps {
  readonly opened: boolean;
  readonly post: PostView;
  readonly onClose: () => void;
}

/** Where a post is answered; it ends with the author's contact. */
export function ReplyDialog({ opened, post, onClose }: ReplyDialogProps) {
  const { t } = useTranslation(['board', 'ui']);
  const { name } = usePostText();
  const [contact, setContact] = useState<PostView['contact']>(null);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={() => setContact(null)}
      title={t(contact === null ? 'board:reply.title' : 'board:contact.title')}
      closeButtonProps={{ 'aria-label': t('ui:confirm.cancel') }}
    >
      <p className={styles.about}>{name(post)}</p>
      {contact === null ? (
        <ReplyForm post={post} onClose={onClose} onDone={setContact} />
      ) : (
        <Sent contact={contact} onClose={onClose} />
      )}
    </Modal>
  );
}

interface SentProps {
  readonly contact: NonNullable<PostView['contact']>;
  readonly onClose: () => void;
}

/** Takes the focus, so that the contact is read out when it comes. */
function Sent({ contact, onClose }: SentProps) {
  const { t } = useTranslation('board');
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => said.current?.focus(), []);
  return (
    <div ref={said} tabIndex={-1} className={styles.form}>
      <p className={styles.plain}>{t('contact.sent')}</p>
      <Contact {...contact} />
      <p className={styles.soft}>{t('contact.note')}</p>
      <Button onClick={onClose}>{t('reply.close')}</Button>
    </div>
  );
}

interface ReplyFormProps extends Omit<ReplyDialogProps, 'opened'> {
  readonly onDone: (contact: PostView['contact']) => void;
}

/** What is typed, what is wrong with it once it was sent, and the sending. */
function useReplying({ post, onDone }: ReplyFormProps) {
  const { t } = useTranslation('board');
  const [message, setMessage] = useState('');
  const [consent, setConsent] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const reply = useCommand('board.reply');
  const written = message.trim();
  const { least, most } = messageLength;
  const wrong: readonly FieldError[] = [
    ...(written.length < least || written.length > most
      ? [{ field: 'reply-message', text: t('problem.message') }]
      : []),
    ...(consent ? [] : [{ field: 'reply-consent', text: t('problem.consent') }]),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setErrors(wrong);
    if (wrong.length > 0) return;
    reply.mutate(
      { params: { postId: post.id }, body: { message: written, sharesContact: true } },
      {
        onSuccess: ({ contact }) => {
          void queryClient.invalidateQueries({ queryKey: ['board.list'] });
          onDone(contact);
        },
      },
    );
  };
  /** A field that was put right says so at once; the summary stays until the next try. */
  const errorOf = (id: string) =>
    errors.some(({ field }) => field === id) ? wrong.find(({ field }) => field === id)?.text : undefined;
  return { message, setMessage, consent, setConsent, errors, errorOf, reply, submit };
}

function ReplyForm(props: ReplyFormProps) {
  const { t } = useTranslation(['board', 'ui']);
  const { message, setMessage, consent, setConsent, errors, errorOf, reply, submit } = useReplying(props);
  return (
    <form noValidate className={styles.form} onSubmit={submit}>
      <FormErrors errors={errors} />
      <Textarea
        id="reply-message"
        data-autofocus
        label={t('board:reply.message')}
        description={t('board:reply.messageHelp')}
        value={message}
        error={errorOf('reply-message')}
        onChange={(event) => setMessage(event.currentTarget.value)}
        autosize
        minRows={3}
        maxLength={messageLength.most}
      />
      <Checkbox
        id="reply-consent"
        checked={consent}
        error={errorOf('reply-consent')}
        onChange={(event) => setConsent(event.currentTarget.checked)}
        label={t('board:reply.consent')}
      />
      {reply.error !== null && <ErrorState error={reply.error} />}
      <div className={styles.buttons}>
        <Button variant="default" onClick={props.onClose}>
          {t('ui:confirm.cancel')}
        </Button>
        <Button type="submit" loading={reply.isPending}>
          {t('board:reply.send')}
        </Button>
      </div>
    </form>
  );
}
