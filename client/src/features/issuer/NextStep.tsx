import { Button } from '@mantine/core';
import type { ListingView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { venueNow } from '../../realtime/index.ts';
import { standingRequest } from './draft/comments.ts';
import { termProblems } from './draft/terms.ts';
import { approvalsOf, nextSteps } from './turns.ts';
import styles from './NextStep.module.css';
import { Publish } from './wizard/Publish.tsx';
import { ReasonedAct } from './wizard/ReasonedAct.tsx';

interface NextStepProps {
  readonly listing: ListingView;
  /** Whether this stands on the listing's own page of the issuer, so that no link needs to lead there. */
  readonly here?: boolean;
}

const withdrawable: ReadonlySet<string> = new Set(['submitted', 'under_review', 'approved']);

/** The status, told apart where the same status asks for something else of the issuer. */
function situationOf(listing: ListingView): ListingView['status'] | 'lapsed' | 'revising' {
  const { status, draft } = listing;
  if (status === 'approved' && termProblems(draft.facts, venueNow()).length > 0) return 'lapsed';
  return status === 'changes_requested' && standingRequest(listing) === null ? 'revising' : status;
}

/** What comes next for a listing, who has to do it, and the button for it where it is the issuer. */
export function NextStep({ listing, here = false }: NextStepProps) {
  const { t } = useTranslation('issuer');
  const { status, gaps, offerId, id } = listing;
  const situation = situationOf(listing);
  const { waitsFor, action } = nextSteps[status];
  const count = status === 'draft' ? gaps.length : approvalsOf(listing);
  return (
    <div className={styles.next}>
      <p className={styles.waits}>{t(`list.waits.${waitsFor}`)}</p>
      <p>{t(`next.${situation}`, { count })}</p>
      {situation === 'approved' && <Publish listing={listing} />}
      {(situation === 'lapsed' || (here && status === 'approved')) && (
        <ReasonedAct listing={listing} act="revise" primary={situation === 'lapsed'} />
      )}
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
      {here && withdrawable.has(status) && <ReasonedAct listing={listing} act="withdraw" />}
    </div>
  );
}
