import type { AllotmentView, CommitmentView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { AllotmentBar } from './AllotmentBar.tsx';
import styles from './Allotment.module.css';

type TierLine = AllotmentView['tiers'][number];
type Mine = AllotmentView['mine'][number];

/** Why this commitment received what it received, in plain words, and how the whole offer was shared out. */
export function Allotment({ commitment }: { readonly commitment: CommitmentView }) {
  const { t } = useTranslation('portfolio');
  const { offerId } = commitment;
  const { data, error, refetch } = useApi('offers.allotment', { params: { offerId } });
  return (
    <section aria-labelledby="allotment" className={styles.allotment}>
      <h2 id="allotment" className={styles.title}>
        {t('allotment.title')}
      </h2>
      {data === undefined && error === null && <Skeletons shape="lines" />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <Explained allotment={data} commitment={commitment} />}
    </section>
  );
}

interface ExplainedProps {
  readonly allotment: AllotmentView;
  readonly commitment: CommitmentView;
}

function Explained({ allotment, commitment }: ExplainedProps) {
  const { t } = useTranslation('portfolio');
  const mine = allotment.mine.find(({ commitmentId }) => commitmentId === commitment.id);
  const tier = allotment.tiers.find((each) => each.tier === mine?.tier);
  const columns = useColumns(mine?.tier);
  const why = useWhy();
  return (
    <>
      {mine !== undefined && tier !== undefined && (
        <div className={styles.mine}>
          <p className={styles.why}>{why(mine, tier)}</p>
          {allotment.mine.length > 1 && <p>{t('allotment.together')}</p>}
          <AllotmentBar
            requested={mine.requestedUnits}
            allotted={mine.allottedUnits}
            level={tier.levelUnits}
          />
        </div>
      )}
      <p className={styles.rules}>{t('allotment.rules')}</p>
      <DataTable
        caption={t('allotment.caption')}
        columns={columns}
        rows={allotment.tiers}
        rowKey={(each) => each.tier}
      />
    </>
  );
}

function useWhy(): (mine: Mine, tier: TierLine) => string {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  return (mine, tier) => {
    const everybody = tier.requestedUnits === tier.allottedUnits;
    return t(`allotment.${mine.reason === 'filled' && everybody ? 'filledAll' : mine.reason}`, {
      requested: format.number(mine.requestedUnits),
      allotted: format.number(mine.allottedUnits),
      level: format.number(tier.levelUnits),
    });
  };
}

function useColumns(own: TierLine['tier'] | undefined): readonly Column<TierLine>[] {
  const { t } = useTranslation(['portfolio', 'ui']);
  const format = useFormat();
  const numbers = [
    ['reserved', 'reservedUnits'],
    ['requested', 'requestedUnits'],
    ['allotted', 'allottedUnits'],
    ['level', 'levelUnits'],
    ['commitments', 'commitments'],
  ] as const;
  return [
    {
      key: 'tier',
      title: t('portfolio:allotment.columns.tier'),
      cell: ({ tier }) => (
        <strong>
          {t(`ui:tier.${tier}`)}
          {tier === own && <span className={styles.own}> · {t('portfolio:allotment.yours')}</span>}
        </strong>
      ),
    },
    ...numbers.map(([key, field]): Column<TierLine> => {
      return {
        key,
        title: t(`portfolio:allotment.columns.${key}`),
        numeric: true,
        cell: (line) => format.number(line[field]),
      };
    }),
  ];
}
