import type { CommitmentView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { RenewalNotice } from '../../ui/Commitment/RenewalNotice.tsx';
import { RevokeButton } from '../../ui/Commitment/RevokeButton.tsx';
import { Countdown } from '../../ui/Countdown/Countdown.tsx';
import { StatusBadge } from '../../ui/StatusBadge/StatusBadge.tsx';
import styles from './MyCommitment.module.css';

/** A commitment of the reader's to the offer on the page: where it stands, and how to take it back. */
export function MyCommitment({ commitment }: { readonly commitment: CommitmentView }) {
  const { t } = useTranslation('commit');
  const format = useFormat();
  const { id, status, reflectionEndsAt, allottedUnits } = commitment;
  const amount = format.money(commitment.amount);
  const given = allottedUnits > 0;
  const units = format.number(given ? allottedUnits : commitment.units);
  return (
    <li className={styles.commitment}>
      <div className={styles.line}>
        <strong className="figures">
          {given
            ? t('action.allottedOf', { amount: format.money(commitment.allottedAmount), units })
            : t('action.unitsOf', { amount, units })}
        </strong>
        <StatusBadge status={status} />
      </div>
      {status === 'pledged' && reflectionEndsAt !== null && (
        <p className={styles.left}>
          <Countdown to={reflectionEndsAt} /> {t('action.until')}
        </p>
      )}
      <RenewalNotice commitment={commitment} />
      <div className={styles.acts}>
        <RevokeButton commitment={commitment} size="sm" />
        <Link
          to="/portfolio/commitments/$commitmentId"
          params={{ commitmentId: id }}
          aria-label={t('action.detailsOf', { amount })}
        >
          {t('action.details')}
        </Link>
      </div>
    </li>
  );
}
