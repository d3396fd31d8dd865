import type { AllotmentView, OfferView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useOfferProgress } from '../../realtime/index.ts';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Allotment.module.css';

type TierRow = AllotmentView['tiers'][number];

/** Once an offer is allotted: who got how much by which rule, and the reader's own share explained. */
export function Allotment({ offer }: { readonly offer: OfferView }) {
  const { t } = useTranslation('venture');
  const format = useFormat();
  const { status } = useOfferProgress(offer);
  const decided = status === 'funded' || status === 'allotting';
  const allotment = useApi('offers.allotment', { params: { offerId: offer.id } }, { enabled: decided });
  if (!decided) return null;
  if (allotment.isPending) return <Skeletons shape="rows" />;
  if (allotment.isError)
    return <ErrorState error={allotment.error} onRetry={() => void allotment.refetch()} />;
  const { totalUnits, requestedUnits, tiers, mine } = allotment.data;
  return (
    <section aria-labelledby="allotment">
      <h2 id="allotment" className={styles.title}>
        {t('allotment.title')}
      </h2>
      <p>
        {t('allotment.lead', {
          total: format.number(totalUnits),
          requested: format.number(requestedUnits),
        })}
      </p>
      {mine.length > 0 && <Mine mine={mine} />}
      <TierTable tiers={tiers.filter((tier) => tier.requestedUnits > 0)} />
    </section>
  );
}

function Mine({ mine }: Pick<AllotmentView, 'mine'>) {
  const { t } = useTranslation('venture');
  const format = useFormat();
  return (
    <div className={styles.mine}>
      <h3>{t('allotment.mine')}</h3>
      {mine.map(({ commitmentId, requestedUnits, allottedUnits, reason }) => (
        <p key={commitmentId}>
          <strong>
            {t('allotment.mineLine', {
              requested: format.number(requestedUnits),
              allotted: format.number(allottedUnits),
            })}
          </strong>{' '}
          {t(`allotment.reason.${reason}`)}
        </p>
      ))}
    </div>
  );
}

function TierTable({ tiers }: { readonly tiers: readonly TierRow[] }) {
  const { t } = useTranslation(['venture', 'ui']);
  const format = useFormat();
  const figure = (key: string, title: string, read: (row: TierRow) => number): Column<TierRow> => ({
    key,
    title,
    cell: (row) => format.number(read(row)),
    numeric: true,
  });
  return (
    <DataTable
      caption={t('venture:allotment.caption')}
      captionHidden
      rows={tiers}
      rowKey={({ tier }) => tier}
      columns={[
        { key: 'tier', title: t('venture:allotment.tier'), cell: ({ tier }) => t(`ui:tier.${tier}`) },
        figure('offered', t('venture:allotment.offered'), (row) => row.offeredUnits),
        figure('requested', t('venture:allotment.requested'), (row) => row.requestedUnits),
        figure('allotted', t('venture:allotment.allotted'), (row) => row.allottedUnits),
        figure('level', t('venture:allotment.level'), (row) => row.levelUnits),
        figure('commitments', t('venture:allotment.commitments'), (row) => row.commitments),
      ]}
    />
  );
}
