import { Button } from '@mantine/core';
import type { CommitmentView, OfferView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { CommitmentTimeline } from '../../ui/Commitment/CommitmentTimeline.tsx';
import { ReflectionNotice } from '../../ui/Commitment/ReflectionNotice.tsx';
import { isOver } from '../../ui/Commitment/steps.ts';
import { RevokeButton } from '../../ui/Commitment/RevokeButton.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { StatusBadge } from '../../ui/StatusBadge/StatusBadge.tsx';
import styles from './Confirmation.module.css';
import { StepHeading } from './StepHeading.tsx';

interface ConfirmationProps {
  readonly offer: OfferView;
  readonly commitmentId: CommitmentView['id'];
  /** Whether it was placed just now, and not before this page was opened. */
  readonly fresh: boolean;
}

/** Right after committing: the notice again, the exact deadline, and what happens to the money and when. */
export function Confirmation({ offer, commitmentId, fresh }: ConfirmationProps) {
  const { t } = useTranslation('commit');
  const format = useFormat();
  const read = useApi('commitments.read', { params: { commitmentId } });
  const commitment = read.data;
  if (commitment === undefined)
    return read.error === null ? (
      <Skeletons shape="rows" />
    ) : (
      <ErrorState error={read.error} onRetry={() => void read.refetch()} />
    );
  const amount = format.money(commitment.amount);
  const units = format.number(commitment.units);
  const { status, reflectionEndsAt } = commitment;
  return (
    <section className={styles.done}>
      <StepHeading focus={fresh}>
        {t(status === 'revoked' ? 'done.revoked' : 'done.title', { amount })}
      </StepHeading>
      <p className={styles.lead}>
        {t('done.lead', { units, title: offer.title })} <StatusBadge status={status} />
      </p>
      {(status === 'pledged' || reflectionEndsAt === null) && (
        <ReflectionNotice endsAt={reflectionEndsAt} when="after" />
      )}
      <div className={styles.acts}>
        <Button
          renderRoot={(props) => (
            <Link to="/portfolio/commitments/$commitmentId" params={{ commitmentId }} {...props} />
          )}
        >
          {t('done.see')}
        </Button>
        <RevokeButton commitment={commitment} />
        <Link to="/offers/$offerId" params={{ offerId: offer.id }}>
          {t('done.back')}
        </Link>
        <Link to="/portfolio">{t('done.portfolio')}</Link>
      </div>
      <h3 className={styles.next}>{t(isOver(status) ? 'done.over' : 'done.next')}</h3>
      <CommitmentTimeline commitment={commitment} offer={offer} />
      <LiveRegion text={fresh ? t('done.said', { amount }) : ''} />
    </section>
  );
}
