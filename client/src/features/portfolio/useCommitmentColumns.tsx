import type { CommitmentView, OfferView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { Countdown } from '../../ui/Countdown/Countdown.tsx';
import type { Column } from '../../ui/DataTable/DataTable.tsx';
import { Money } from '../../ui/Money/Money.tsx';
import { StatusBadge } from '../../ui/StatusBadge/StatusBadge.tsx';
import styles from './Holdings.module.css';
import { useOffers } from './useOffers.ts';

/** The columns of a list of commitments. */
export function useCommitmentColumns(all: readonly CommitmentView[]): readonly Column<CommitmentView>[] {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const offers = useOffers(all);
  return [
    {
      key: 'offer',
      title: t('list.offer'),
      sortBy: ({ title }) => title,
      cell: ({ id, title, organisationName }) => (
        <div>
          <Link
            to="/portfolio/commitments/$commitmentId"
            params={{ commitmentId: id }}
            className={styles.name}
          >
            {title}
          </Link>
          <div className={styles.small}>{organisationName}</div>
        </div>
      ),
    },
    ...useFigures(),
    {
      key: 'status',
      title: t('list.status'),
      cell: ({ status }) => (
        <span>
          <StatusBadge status={status} />
        </span>
      ),
    },
    {
      key: 'next',
      title: t('list.next'),
      cell: (commitment) => <Next commitment={commitment} offer={offers.get(commitment.offerId)} />,
    },
    {
      key: 'placed',
      title: t('list.placed'),
      sortBy: ({ placedAt }) => placedAt,
      cell: ({ placedAt }) => (
        <time dateTime={new Date(placedAt).toISOString()} title={format.dateTime(placedAt)}>
          {format.date(placedAt)}
        </time>
      ),
    },
  ];
}

function useFigures(): readonly Column<CommitmentView>[] {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  return [
    {
      key: 'amount',
      title: t('list.amount'),
      numeric: true,
      sortBy: ({ amount }) => amount,
      cell: ({ amount }) => <Money cents={amount} form="exact" />,
    },
    {
      key: 'units',
      title: t('list.units'),
      numeric: true,
      sortBy: ({ units }) => units,
      cell: ({ units }) => format.number(units),
    },
  ];
}

interface NextProps {
  readonly commitment: CommitmentView;
  readonly offer: OfferView | undefined;
}

function Next({ commitment, offer }: NextProps) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const { status, reflectionEndsAt } = commitment;
  if (status === 'pledged' && reflectionEndsAt !== null)
    return (
      <span>
        <Countdown to={reflectionEndsAt} /> {t('list.nextRevoke')}
      </span>
    );
  if (status === 'capture_failed') return <span>{t('list.nextTopUp')}</span>;
  if (status !== 'captured' || offer === undefined) return <span aria-hidden="true">–</span>;
  const { decisionAt } = offer.progress;
  return decisionAt === null ? (
    <span>{t('list.nextClose', { date: format.date(offer.closesAt) })}</span>
  ) : (
    <span>{t('list.nextDecision', { date: format.date(decisionAt - 1) })}</span>
  );
}
