import type { ListingView } from '@piazza/shared/contract';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import styles from './Review.module.css';
import { standing } from './standing.ts';
import type { Comments } from './ReviewPage.tsx';

export interface PanelProps {
  readonly listing: ListingView;
  readonly comments: Comments;
  readonly onSent: () => void;
}

/** What this operator can do with the listing now. */
export function Panel({ listing, comments, onSent }: PanelProps) {
  const { t } = useTranslation(['desk', 'ui']);
  const { mine, approved, second } = standing(listing);
  const open = listing.status === 'submitted' || listing.status === 'under_review';
  return (
    <div className={styles.panel}>
      <h2>{t('review.panel')}</h2>
      {!open && <p>{t('review.notWaiting', { status: t(`ui:status.${listing.status}`).toLowerCase() })}</p>}
      {open && !mine && <Take listing={listing} />}
      {open && mine && approved && <p>{t('review.approvedByMe')}</p>}
      {open && mine && !approved && (
        <DecisionForm listing={listing} comments={comments} onSent={onSent} second={second} />
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
