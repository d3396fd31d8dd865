import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { Slot } from '../../slots/slots.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { StatusBadge } from '../../ui/StatusBadge/StatusBadge.tsx';
import { Content } from './Content.tsx';
import { Panel } from './Panel.tsx';
import { PastReviews } from './PastReviews.tsx';
import { DeskItem } from './queue/DeskItem.tsx';
import { Requested } from './Requested.tsx';
import styles from './Review.module.css';
import { standing } from './standing.ts';

/** Comments by the path of their field, until they are sent. */
export type Comments = Readonly<Record<string, string>>;

/** One listing under review: what the issuer wrote on one side, the decision on the other. */
export function ReviewPage() {
  const { t } = useTranslation('desk');
  const { listingId } = useParams({ from: '/desk/listings/$listingId' });
  const format = useFormat();
  const listing = useApi('listings.read', { params: { listingId } });
  const [comments, setComments] = useState<Comments>({});
  if (listing.isPending) return <Skeletons shape="page" />;
  if (listing.isError)
    return <ErrorState error={listing.error} size="page" onRetry={() => void listing.refetch()} />;
  const { data } = listing;
  const title = data.draft.texts.title === '' ? t('queue.untitled') : data.draft.texts.title;
  const since = data.transitions.at(-1)?.at ?? data.savedAt;
  const { mine, approved } = standing(data);
  const mayComment = data.status === 'under_review' && mine && !approved;
  const comment = (path: string, text: string | null) =>
    setComments(({ [path]: _before, ...others }) => (text === null ? others : { ...others, [path]: text }));
  return (
    <>
      <PageHeader
        eyebrow={<Link to="/desk">{t('review.back')}</Link>}
        title={t('review.title', { title })}
        lead={`${data.organisation.name} · ${t('review.waits', { date: format.dateTime(since) })}`}
        actions={<StatusBadge status={data.status} />}
      />
      <div className={styles.sides}>
        <Content listing={data} comments={comments} {...(mayComment ? { onComment: comment } : {})} />
        <aside className={styles.aside} aria-label={t('review.panel')}>
          <Panel key={data.contentHash} listing={data} comments={comments} onSent={() => setComments({})} />
          <Requested listing={data} />
          <Slot name="reviewChecks" listing={data} />
          <DeskItem object={data.id} />
          <PastReviews listing={data} />
        </aside>
      </div>
      <Slot name="dueDiligence" listing={data} />
    </>
  );
}
