import { Button } from '@mantine/core';
import type { ListingView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { approvalsOf, nextSteps } from './turns.ts';
import styles from './NextStep.module.css';
import { Publish } from './wizard/Publish.tsx';
import { Withdraw } from './wizard/Withdraw.tsx';

interface NextStepProps {
  readonly listing: ListingView;
  /** Whether this stands on the listing's own page of the issuer, so that no link needs to lead there. */
  readonly here?: boolean;
}

const withdrawable: ReadonlySet<string> = new Set(['submitted', 'under_review', 'approved']);

/** What comes next for a listing, who has to do it, and the button for it where it is the issuer. */
export function NextStep({ listing, here = false }: NextStepProps) {
  const { t } = useTranslation('issuer');
  const { status, gaps, reviews, offerId, id } = listing;
  const { waitsFor, action } = nextSteps[status];
  const count = status === 'draft' ? gaps.length : approvalsOf(reviews);
  return (
    <div className={styles.next}>
      <p className={styles.waits}>{t(`list.waits.${waitsFor}`)}</p>
      <p>{t(`next.${status}`, { count })}</p>
      {status === 'approved' && <Publish listing={listing} />}
      {action === 'offer' && offerId !== null && (
        <Button renderRoot={(props) => <Link to="/offers/$offerId" params={{ offerId }} {...props} />}>
          {t('list.offer')}
        </Button>
      )}
      {!here && (action === 'continue' || action === 'answer') && (
        <Button
          renderRoot={(props) => (
            <Link to="/issuer/listings/$listingId" params={{ listingId: id }} {...props} />
          )}
        >
          {t(`list.${action}`)}
        </Button>
      )}
      {here && withdrawable.has(status) && <Withdraw listing={listing} />}
    </div>
  );
}
