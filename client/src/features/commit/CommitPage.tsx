import type { OfferView } from '@piazza/shared/contract';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useApi, useMe } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './CommitPage.module.css';
import { CommitFlow } from './CommitFlow.tsx';
import { Confirmation } from './Confirmation.tsx';
import { Obstacle } from './Obstacle.tsx';
import { ofOffer, useObstacle } from './obstacle.ts';
import { Unsure } from './Unsure.tsx';
import { usePlacement } from './usePlacement.ts';

/** The way to a commitment, from how much to the confirmation. */
export function CommitPage() {
  const { t } = useTranslation('commit');
  const { offerId } = useParams({ from: '/offers/$offerId/commit' });
  const { data: offer, error, refetch } = useApi('offers.read', { params: { offerId } });
  const { done } = useSearch({ from: '/offers/$offerId/commit' });
  const me = useMe();
  if (offer === undefined)
    return error === null ? (
      <Skeletons shape="page" />
    ) : (
      <>
        <PageHeader title={t('action.title')} />
        <ErrorState error={error} onRetry={() => void refetch()} size="page" />
      </>
    );
  return (
    <>
      <PageHeader
        eyebrow={
          <Link to="/offers/$offerId" params={{ offerId }}>
            {t('flow.back')}
          </Link>
        }
        title={
          done === undefined
            ? t('flow.title', { title: offer.title })
            : t('flow.doneTitle', { title: offer.title })
        }
      />
      {me === null ? (
        <Blocked offer={offer} kind="signed_out" />
      ) : (
        <Committing key={`${offerId}.${me.id}`} offer={offer} personId={me.id} />
      )}
    </>
  );
}

function Blocked(props: Parameters<typeof Obstacle>[0]) {
  return (
    <div className={styles.blocked}>
      <Obstacle {...props} />
    </div>
  );
}

/** Somebody signed in: what they may do here, live. */
function Committing({ offer, personId }: { readonly offer: OfferView; readonly personId: string }) {
  const { done } = useSearch({ from: '/offers/$offerId/commit' });
  const navigate = useNavigate({ from: '/offers/$offerId/commit' });
  const [doneBefore] = useState(done);
  const obstacle = useObstacle(offer);
  const [wasFree, setWasFree] = useState(obstacle === null);
  if (obstacle === null && !wasFree) setWasFree(true);
  const placing = usePlacement(personId, offer.id, (commitment) => {
    const params = { commitmentId: commitment.id };
    queryClient.setQueryData(queryKey('commitments.read', { params }), commitment);
    void queryClient.invalidateQueries({ queryKey: queryKey('commitments.mine') });
    // It was for this commitment: the next asks anew.
    queryClient.removeQueries({
      queryKey: queryKey('protection.understanding', { params: { offerId: offer.id } }),
    });
    void navigate({ search: { done: commitment.id }, replace: true });
  });
  const { placement } = placing;
  if (done !== undefined)
    return <Confirmation offer={offer} commitmentId={done} fresh={done !== doneBefore} />;
  if (placement.state === 'unsure' || placement.state === 'asking')
    return (
      <Unsure
        units={placement.units}
        asking={placement.state === 'asking'}
        fresh={placement.fresh}
        onAskAgain={placing.askAgain}
      />
    );
  if (obstacle !== null && placement.state !== 'sending')
    return <Blocked offer={offer} kind={obstacle} sudden={wasFree && ofOffer(obstacle)} />;
  return <CommitFlow offer={offer} personId={personId} {...placing} />;
}
