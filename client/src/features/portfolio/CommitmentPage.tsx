import type { CommitmentView, OfferView } from '@piazza/shared/contract';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { CommitmentTimeline } from '../../ui/Commitment/CommitmentTimeline.tsx';
import { ReflectionNotice } from '../../ui/Commitment/ReflectionNotice.tsx';
import { RenewalNotice } from '../../ui/Commitment/RenewalNotice.tsx';
import { RevokeButton } from '../../ui/Commitment/RevokeButton.tsx';
import { Slot } from '../../slots/slots.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { StatusBadge } from '../../ui/StatusBadge/StatusBadge.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { Allotment } from './Allotment.tsx';
import { CommitmentFacts } from './CommitmentFacts.tsx';
import styles from './CommitmentPage.module.css';
import { CommitmentNote } from './ContractNote.tsx';
import { MissingMoney } from './MissingMoney.tsx';

/** One commitment: its way, what it is about, and what one can do with it. */
export function CommitmentPage() {
  const { t } = useTranslation('portfolio');
  const { commitmentId } = useParams({ from: '/portfolio/commitments/$commitmentId' });
  const { data: commitment, error, refetch } = useApi('commitments.read', { params: { commitmentId } });
  if (commitment !== undefined) return <Detail commitment={commitment} />;
  return error === null ? (
    <Skeletons shape="page" />
  ) : (
    <>
      <PageHeader
        eyebrow={<Link to="/portfolio/commitments">{t('detail.back')}</Link>}
        title={t('detail.facts')}
      />
      <ErrorState error={error} onRetry={() => void refetch()} size="page" />
    </>
  );
}

function Detail({ commitment }: { readonly commitment: CommitmentView }) {
  const { t } = useTranslation(['portfolio', 'ui']);
  const { offerId, status, reflectionEndsAt, title } = commitment;
  const offer = useApi('offers.read', { params: { offerId } }).data;
  return (
    <>
      <PageHeader
        eyebrow={<Link to="/portfolio/commitments">{t('portfolio:detail.back')}</Link>}
        title={title}
        lead={
          <>
            {commitment.organisationName} <StatusBadge status={status} />
          </>
        }
        actions={<RevokeButton commitment={commitment} />}
      />
      <div className={styles.notice}>
        <RenewalNotice commitment={commitment} />
      </div>
      {status === 'pledged' && commitment.renewal === null && (
        <div className={styles.notice}>
          <ReflectionNotice endsAt={reflectionEndsAt} when="after" />
        </div>
      )}
      {status === 'capture_failed' && <MissingMoney commitment={commitment} />}
      <div className={styles.columns}>
        <section aria-labelledby="way">
          <h2 id="way" className={styles.title}>
            {t('portfolio:detail.timeline')}
          </h2>
          <CommitmentTimeline commitment={commitment} offer={offer} />
        </section>
        <CommitmentFacts commitment={commitment} offer={offer} />
      </div>
      <CommitmentNote commitment={commitment} />
      <Slot name="commitmentMoney" commitment={commitment} offer={offer} />
      {isAllotted(commitment, offer) && <Allotment commitment={commitment} />}
      <LiveRegion text={t('portfolio:list.changed', { title, status: t(`ui:status.${status}`) })} />
    </>
  );
}

/** Whether an allotment took place in which the commitment had a part, be it nothing. */
const isAllotted = ({ timeline }: CommitmentView, offer: OfferView | undefined): boolean =>
  (offer?.progress.status === 'funded' || offer?.progress.status === 'allotting') &&
  timeline.some(({ step }) => step === 'allotted');
