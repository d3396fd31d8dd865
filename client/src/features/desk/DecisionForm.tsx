import { Button, Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import type { PanelProps } from './Panel.tsx';
import styles from './Review.module.css';

const points = ['intentional', 'measurable', 'additional', 'noConflictOfInterest'] as const;
type Points = Record<(typeof points)[number], boolean>;
const none: Points = {
  intentional: false,
  measurable: false,
  additional: false,
  noConflictOfInterest: false,
};

/** Comments that say something. */
const written = (comments: PanelProps['comments']) =>
  Object.entries(comments)
    .filter(([, text]) => text.trim() !== '')
    .map(([field, text]) => ({ field, text }));

interface DecisionFormProps extends PanelProps {
  /** Whether the other reviewer has approved already. */
  readonly second: boolean;
}

/** Approve what was read, or send it back with comments; both with a reason, both asked once more. */
export function DecisionForm(props: DecisionFormProps) {
  const { t } = useTranslation('desk');
  const [confirmed, setConfirmed] = useState(none);
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState<'approve' | 'request' | null>(null);
  const said = reason.trim().length >= 3;
  const all = points.every((point) => confirmed[point]);
  const close = () => setAsking(null);
  return (
    <>
      <p>{t('review.taken')}</p>
      <Gates confirmed={confirmed} onChange={setConfirmed} />
      <Textarea
        label={t('review.reason')}
        description={t('review.reasonHelp')}
        value={reason}
        maxLength={2000}
        autosize
        minRows={2}
        required
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <CommentCount {...props} />
      <div className={styles.decide}>
        <Button disabled={!all || !said} onClick={() => setAsking('approve')}>
          {t('review.approve')}
        </Button>
        <Button variant="default" disabled={!said} onClick={() => setAsking('request')}>
          {t('review.request')}
        </Button>
      </div>
      {(!all || !said) && <p className={styles.hint}>{t('review.conditions')}</p>}
      <Approval
        {...props}
        opened={asking === 'approve'}
        confirmed={confirmed}
        reason={reason}
        onClose={close}
      />
      <Request {...props} opened={asking === 'request'} reason={reason} onClose={close} />
    </>
  );
}

interface GatesProps {
  readonly confirmed: Points;
  readonly onChange: (confirmed: Points) => void;
}

/** The gate of the impact prospectus, and the reviewer's own independence. */
function Gates({ confirmed, onChange }: GatesProps) {
  const { t } = useTranslation('desk');
  return (
    <fieldset className={styles.gates}>
      <legend>{t('review.gates')}</legend>
      {points.map((point) => (
        <Checkbox
          key={point}
          label={t(`review.${point}`)}
          checked={confirmed[point]}
          onChange={(event) => onChange({ ...confirmed, [point]: event.currentTarget.checked })}
        />
      ))}
    </fieldset>
  );
}

function CommentCount({ comments }: Pick<PanelProps, 'comments'>) {
  const { t } = useTranslation('desk');
  const { length: count } = written(comments);
  return (
    <p className={styles.hint}>{count === 0 ? t('review.noComments') : t('review.comments', { count })}</p>
  );
}

interface AskingProps extends DecisionFormProps {
  readonly opened: boolean;
  readonly reason: string;
  readonly onClose: () => void;
}

function Approval({
  listing,
  second,
  opened,
  confirmed,
  reason,
  onClose,
  onSent,
}: AskingProps & { readonly confirmed: Points }) {
  const { t } = useTranslation('desk');
  const approve = useCommand('review.approve');
  const send = () =>
    approve.mutate(
      { params: { listingId: listing.id }, body: { contentHash: listing.contentHash, ...confirmed, reason } },
      { onSuccess: () => [onClose(), onSent()] },
    );
  return (
    <ConfirmDialog
      opened={opened}
      title={t('review.approveTitle')}
      confirm={t('review.approve')}
      busy={approve.isPending}
      error={approve.error}
      onConfirm={send}
      onClose={onClose}
    >
      {second ? t('review.approveSecond') : t('review.approveFirst')}
    </ConfirmDialog>
  );
}

function Request({ listing, comments, opened, reason, onClose, onSent }: AskingProps) {
  const { t } = useTranslation('desk');
  const request = useCommand('review.requestChanges');
  const send = () =>
    request.mutate(
      { params: { listingId: listing.id }, body: { comments: written(comments), reason } },
      { onSuccess: () => [onClose(), onSent()] },
    );
  return (
    <ConfirmDialog
      opened={opened}
      title={t('review.requestTitle')}
      confirm={t('review.request')}
      busy={request.isPending}
      error={request.error}
      onConfirm={send}
      onClose={onClose}
    >
      <p>{t('review.requestText')}</p>
      <CommentCount comments={comments} />
    </ConfirmDialog>
  );
}
