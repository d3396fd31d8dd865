import type { ListingView } from '@piazza/shared/contract';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi, useCommand, useMe } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import styles from './Review.module.css';
import type { Comments } from './ReviewPage.tsx';

export interface PanelProps {
  readonly listing: ListingView;
  readonly comments: Comments;
  readonly onSent: () => void;
}

/** What this operator can do with the listing now. */
export function Panel({ listing, comments, onSent }: PanelProps) {
  const { t } = useTranslation(['desk', 'ui']);
  const me = useMe();
  const { data: queue } = useApi('review.queue');
  const mine =
    queue?.items.find(({ id }) => id === listing.id)?.reviewers.some((reviewer) => reviewer.mine) ?? false;
  const round = listing.reviews.slice(lastHandIn(listing));
  const approved = round.some(
    ({ verdict, reviewerName }) => verdict === 'approved' && reviewerName === me?.displayName,
  );
  const open = listing.status === 'submitted' || listing.status === 'under_review';
  return (
    <div className={styles.panel}>
      <h2>{t('review.panel')}</h2>
      {!open && <p>{t('review.notWaiting', { status: t(`ui:status.${listing.status}`).toLowerCase() })}</p>}
      {open && !mine && <Take listing={listing} />}
      {open && mine && approved && <p>{t('review.approvedByMe')}</p>}
      {open && mine && !approved && (
        <DecisionForm
          listing={listing}
          comments={comments}
          onSent={onSent}
          second={round.some(({ verdict }) => verdict === 'approved')}
        />
      )}
      <p className={styles.fingerprint}>
        {t('review.fingerprint')}: <code>{listing.contentHash.slice(0, 12)}</code>
        <br />
        <Link to="/desk/audit" search={{ object: listing.id }}>
          {t('audit.of')}
        </Link>
      </p>
    </div>
  );
}

/** Index of the first review after the listing was last handed in. */
function lastHandIn({ transitions, reviews }: ListingView): number {
  const handedIn = transitions.findLast(({ to }) => to === 'submitted')?.at ?? 0;
  const first = reviews.findIndex(({ at }) => at >= handedIn);
  return first === -1 ? reviews.length : first;
}

function Take({ listing }: { readonly listing: ListingView }) {
  const { t } = useTranslation('desk');
  const take = useCommand('review.take');
  return (
    <>
      <p>{t('review.takeLead')}</p>
      <Button loading={take.isPending} onClick={() => take.mutate({ params: { listingId: listing.id } })}>
        {t('review.take')}
      </Button>
      {take.isError && <ErrorState error={take.error} />}
    </>
  );
}
