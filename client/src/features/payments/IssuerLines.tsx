import type { IssuerStatement } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import { useSigned } from './use-signed.ts';

type Line = IssuerStatement['lines'][number];

/** Movements of an issuer's money, the newest first. */
export function IssuerLines({ lines }: Pick<IssuerStatement, 'lines'>) {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const signed = useSigned();
  const columns: readonly Column<Line>[] = [
    { key: 'at', title: t('account.at'), cell: ({ at }) => format.dateTime(at) },
    {
      key: 'what',
      title: t('account.what'),
      cell: ({ kind, title }) => `${t(`account.kind.${kind}`)}${title === '' ? '' : ` · ${title}`}`,
    },
    { key: 'change', title: t('account.change'), numeric: true, cell: ({ change }) => signed(change) },
    { key: 'balance', title: t('account.balance'), numeric: true, cell: ({ balance }) => signed(balance) },
    { key: 'reference', title: t('account.reference'), cell: ({ reference }) => reference },
  ];
  // Lines of one moment have nothing of their own but their place.
  const rows = lines.map((line, at) => ({ ...line, place: lines.length - at }));
  return (
    <DataTable
      caption={t('account.lines')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ place }: Line & { readonly place: number }) => String(place)}
    />
  );
}
