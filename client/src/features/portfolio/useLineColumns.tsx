import { isId, parseAmount, type CommitmentId } from '@piazza/shared/values';
import type { StatementLine } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useMyCommitments } from '../../ui/Commitment/useMyCommitments.ts';
import { cx } from '../../ui/cx.ts';
import type { Column } from '../../ui/DataTable/DataTable.tsx';
import { TradeNote } from './ContractNote.tsx';
import styles from './StatementPage.module.css';
import { useMarkets } from './useMarkets.ts';

const kinds = [
  'top_up',
  'capture',
  'release',
  'delivery',
  'settlement',
  'trade_buy',
  'trade_sell',
  'charge',
  'refund',
  'funding',
  'withdrawal',
  'payout',
  'sent_back',
  'dispute',
  'chargeback',
  'fee',
  'vat',
  'distribution',
] as const;

/** What a line is about, by the titles of one's own commitments and holdings. */
function useTitles(): (line: StatementLine) => string | undefined {
  const { items = [] } = useMyCommitments();
  const holdings = useApi('holdings.mine').data?.items ?? [];
  const markets = useMarkets();
  const titles = new Map<string, string>([
    ...items.map(({ id, title }) => [id, title] as const),
    ...holdings.map(({ listingId, title }) => [listingId, title] as const),
    // What was sold in full is no holding any more.
    ...[...markets].map(([listingId, { title }]) => [listingId, title] as const),
  ]);
  return ({ subject }) => titles.get(subject['commitment'] ?? '') ?? titles.get(subject['listing'] ?? '');
}

/** Writes what changed, or is available, in the asset of its line. */
function useQuantity(): (line: StatementLine, text: string) => string {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  return ({ asset }, text) =>
    asset === 'EUR'
      ? format.moneyExact(parseAmount(text))
      : t('statement.unitsOf', { count: Number(text), replace: { count: format.number(Number(text)) } });
}

/** The columns of the statement. */
export function useLineColumns(): readonly Column<StatementLine>[] {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const titleOf = useTitles();
  const quantity = useQuantity();
  return [
    {
      key: 'at',
      title: t('statement.at'),
      cell: ({ at }) => (
        <time dateTime={new Date(at).toISOString()} className={styles.when}>
          {format.date(at)}, {format.time(at)}
        </time>
      ),
    },
    {
      key: 'what',
      title: t('statement.what'),
      cell: (line) => <What line={line} title={titleOf(line) ?? t('statement.offer')} />,
    },
    {
      key: 'change',
      title: t('statement.change'),
      numeric: true,
      cell: (line) => {
        const out = line.change.startsWith('-');
        return (
          <span className={cx(out ? styles.out : styles.in)}>
            {!out && '+'}
            {quantity(line, line.change)}
          </span>
        );
      },
    },
    {
      key: 'balance',
      title: t('statement.balance'),
      numeric: true,
      cell: (line) => quantity(line, line.balance),
    },
  ];
}

function What({ line, title }: { readonly line: StatementLine; readonly title: string }) {
  const { t } = useTranslation('portfolio');
  const kind = kinds.find((each) => each === line.kind);
  const text = t(`statement.${kind ?? 'other'}`, { title });
  const id = line.subject['commitment'];
  if (id === undefined || !isId('commitment', id))
    return (
      <span>
        {text} <TradeNote line={line} />
      </span>
    );
  return (
    <Link to="/portfolio/commitments/$commitmentId" params={{ commitmentId: id as CommitmentId }}>
      {text}
    </Link>
  );
}
