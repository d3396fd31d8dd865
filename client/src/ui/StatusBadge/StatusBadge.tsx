import type { CommitmentStatus, ListingStatus, OfferStatus } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import styles from './StatusBadge.module.css';

export type AnyStatus = CommitmentStatus | ListingStatus | OfferStatus;
type Tone = 'quiet' | 'moving' | 'good' | 'waiting' | 'bad';

const tones: Record<AnyStatus, Tone> = {
  draft: 'quiet',
  submitted: 'waiting',
  under_review: 'waiting',
  changes_requested: 'bad',
  approved: 'good',
  live: 'moving',
  scheduled: 'waiting',
  open: 'moving',
  closing: 'waiting',
  suspended: 'bad',
  allotting: 'waiting',
  funded: 'good',
  failed: 'bad',
  cancelled: 'quiet',
  delisted: 'bad',
  pledged: 'waiting',
  revoked: 'quiet',
  charging: 'moving',
  captured: 'moving',
  capture_failed: 'bad',
  lapsed: 'quiet',
  allotted: 'good',
  settled: 'good',
  released: 'quiet',
};

/** Where a listing, an offer or a commitment stands, in words; the colour only repeats it. */
export function StatusBadge({ status }: { readonly status: AnyStatus }) {
  const { t } = useTranslation('ui');
  return <span className={cx(styles.badge, styles[tones[status]])}>{t(`status.${status}`)}</span>;
}
