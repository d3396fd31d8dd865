import { actKinds, tiers, roles, type Notice } from '@piazza/shared/contract';
import { parseAmount } from '@piazza/shared/values';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';

const known = [
  'commitment_placed',
  'commitment_revoked',
  'commitment_charging',
  'commitment_captured',
  'payment_processing',
  'payment_action_needed',
  'payment_declined',
  'payment_failed',
  'payment_late',
  'payment_disputed',
  'payment_charged_back',
  'payment_dispute_won',
  'refund_made',
  'refund_failed',
  'payout_waiting',
  'payout_needs_account',
  'payout_due',
  'payout_paid',
  'payout_refused',
  'payout_returned',
  'withdrawal_due',
  'withdrawal_paid',
  'withdrawal_refused',
  'withdrawal_returned',
  'funding_arrived',
  'payee_ready',
  'payee_restricted',
  'distribution_received',
  'distribution_missed',
  'commitment_capture_failed',
  'commitment_lapsed',
  'commitment_allotted',
  'commitment_settled',
  'commitment_released',
  'commitment_revoked_unpaid',
  'commitment_revoked_refunded',
  'commitment_released_unpaid',
  'commitment_released_refunded',
  'commitment_settled_paid',
  'listing_under_review',
  'listing_changes_requested',
  'listing_approved',
  'listing_live',
  'listing_funded',
  'listing_failed',
  'listing_cancelled',
  'tier_set',
  'role_granted',
  'role_withdrawn',
  'order_filled_buy',
  'order_filled_sell',
  'orders_expired',
  'orders_dead_man',
  'orders_withdrawn',
  'trading_halted',
  'trading_resumed',
  'board_reply',
  'board_expired',
  'issuer_checked',
  'representative_added',
  'representative_added_you',
  'representative_removed',
  'representative_removed_you',
  'identity_approved',
  'identity_asked_again',
  'identity_rejected',
  'class_granted',
  'class_refused',
  'class_ending',
  'class_ended',
  'proposal_waiting',
  'proposal_approved',
  'proposal_refused',
  'proposal_expired',
  'terms_changed',
  'terms_suspended',
  'terms_corrected',
  'terms_dismissed',
  'disclosure_accepted',
  'disclosure_refused',
  'defect_signalled',
  'offer_suspended',
  'defect_dismissed',
  'event_disclosed',
  'question_asked',
  'question_answered',
  'question_hidden',
  'complaint_received',
  'complaint_extended',
  'complaint_answered',
  'complaint_closed',
  'trading_stopped_report_late',
  'trading_stopped_payment',
  'trading_stopped_delisted',
  'trading_allowed',
  'payment_declared',
  'closed_period_begun',
  'manager_trade_owed',
  'manager_trade_seen',
  'impact_report_due',
  'impact_report_late',
  'financial_report_due',
  'financial_report_late',
  'report_accepted',
  'report_changes_requested',
] as const;

/** Puts a notice into the reader's language. A kind this page does not know is announced in general words. */
export function useNoticeText(): (notice: Pick<Notice, 'kind' | 'subject'>) => string {
  const { t } = useTranslation(['notices', 'ui']);
  const format = useFormat();
  // Which values a text needs depends on the kind; the venue sends them along.
  const say = t as (key: string, values: Record<string, string>) => string;
  return ({ kind, subject }) => {
    const name = known.find((each) => each === kind);
    if (name === undefined) return t('notices:other');
    const until = subject['reflectionEndsAt'];
    if (name === 'commitment_placed' && until === undefined) return t('notices:commitment_placed_firm');
    const end = subject['until'];
    const sum = subject['amount'];
    const tier = tiers.find((each) => each === subject['tier']);
    const act = actKinds.find((each) => each === subject['act']);
    const role = roles.find((each) => each === subject['role']);
    return say(`notices:${name}`, {
      ...subject,
      amount: sum === undefined ? '' : format.moneyExact(parseAmount(sum)),
      until: end === undefined ? '' : format.date(Date.parse(end)),
      reflectionEndsAt: until === undefined ? '' : format.dateTime(Date.parse(until)),
      tier: tier === undefined ? '' : t(`ui:tier.${tier}`),
      act: act === undefined ? '' : t(`ui:act.${act}`),
      role: role === undefined ? '' : t(`ui:role.${role}`),
    });
  };
}
