import { Button, Menu } from '@mantine/core';
import type { MarketAct, MarketView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useMarket } from '../../realtime/index.ts';
import { cx } from '../../ui/cx.ts';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import { PhaseBadge } from '../../ui/SessionBar/PhaseBadge.tsx';
import { When } from '../../ui/SessionBar/SessionBar.tsx';
import { useFollowListedTrades } from '../../ui/Tape/useFollowTrades.ts';
import { actsIn } from './legal.ts';
import { mayHaveTerms } from './terms.ts';
import styles from './TradingDesk.module.css';

export type Chosen = MarketAct | 'terms' | 'configure' | 'block' | 'unblock' | 'cancelOrders';

interface MarketsTableProps {
  readonly markets: readonly MarketView[];
  readonly onChoose: (market: MarketView, act: Chosen) => void;
}

/** Every market with its phase and what its call would give, live, and the acts that are legal now. */
export function MarketsTable({ markets, onChoose }: MarketsTableProps) {
  const { t } = useTranslation('tradingDesk');
  return (
    <DataTable
      caption={t('table.caption')}
      captionHidden
      columns={useColumns(onChoose)}
      rows={markets}
      rowKey={({ listingId }) => listingId}
    />
  );
}

/** The session of a market, live. */
const useSession = ({ listingId, session }: MarketView) =>
  useMarket(listingId, (live) => live.session) ?? session;

interface CellProps {
  readonly market: MarketView;
}

function PhaseCell({ market }: CellProps) {
  const session = useSession(market);
  return (
    <>
      <PhaseBadge phase={session.phase} />
      <div className={styles.small}>
        <When session={session} />
      </div>
    </>
  );
}

const ExtensionsCell = ({ market }: CellProps) => useSession(market).extensions;

function IndicativeCell({ market }: CellProps) {
  const { t } = useTranslation('tradingDesk');
  const { moneyExact, number } = useFormat();
  const indicative = useMarket(market.listingId, (live) => live.indicative);
  if (indicative === null) return <span className={styles.soft}>{t('table.noIndicative')}</span>;
  const { price, volume, surplus } = indicative;
  const over = surplus > 0 ? 'surplus' : surplus < 0 ? 'deficit' : 'even';
  return (
    <>
      {moneyExact(price)}
      <div className={styles.small}>
        {t('table.units', { count: volume, units: number(volume) })}
        <br />
        {t(`table.${over}`, { units: number(Math.abs(surplus)) })}
      </div>
    </>
  );
}

/** What has traded today; it follows the trades. */
function TodayCell({ market: { listingId, day } }: CellProps) {
  const { t } = useTranslation('tradingDesk');
  const { number, money } = useFormat();
  useFollowListedTrades(listingId);
  const units = day?.volume ?? 0;
  return (
    <>
      {t('table.units', { count: units, units: number(units) })}
      <div className={styles.small}>{money(day?.turnover ?? 0)}</div>
    </>
  );
}

function Acts({ market, onChoose }: CellProps & Pick<MarketsTableProps, 'onChoose'>) {
  const { t } = useTranslation('tradingDesk');
  const { phase } = useSession(market);
  const { model, blocked } = market;
  const choices: readonly Chosen[] = [
    ...actsIn(phase, model, blocked),
    ...(mayHaveTerms(phase, market) ? (['terms'] as const) : []),
    ...(phase === 'closed' ? (['configure'] as const) : []),
    'cancelOrders',
    blocked ? 'unblock' : 'block',
  ];
  return (
    <Menu position="bottom-end" withinPortal shadow="md">
      <Menu.Target>
        <Button size="compact-md" variant="default" aria-label={t('table.menu', { title: market.title })}>
          {t('table.choose')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((act) => (
          <Menu.Item key={act} onClick={() => onChoose(market, act)}>
            {t(act === 'terms' && phase === 'halted' ? 'act.resumeTerms' : `act.${act}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function useColumns(onChoose: MarketsTableProps['onChoose']): readonly Column<MarketView>[] {
  const { t } = useTranslation(['tradingDesk', 'trading']);
  return [
    {
      key: 'market',
      title: t('tradingDesk:table.market'),
      sortBy: ({ title }) => title,
      cell: ({ listingId, title, model }) => (
        <>
          <Link to="/markets/$listingId" params={{ listingId }} className={styles.name}>
            {title}
          </Link>
          <div className={styles.small}>{t(`trading:model.${model}`)}</div>
        </>
      ),
    },
    { key: 'phase', title: t('tradingDesk:table.phase'), cell: (market) => <PhaseCell market={market} /> },
    {
      key: 'indicative',
      title: t('tradingDesk:table.indicative'),
      cell: (market) => <IndicativeCell market={market} />,
    },
    {
      key: 'volume',
      title: t('tradingDesk:table.volume'),
      cell: (market) => <TodayCell market={market} />,
    },
    {
      key: 'extensions',
      title: t('tradingDesk:table.extensions'),
      numeric: true,
      cell: (market) => <ExtensionsCell market={market} />,
    },
    {
      key: 'standing',
      title: t('tradingDesk:table.standing'),
      cell: ({ blocked }) => (
        <span className={cx(blocked ? styles.blocked : styles.soft)}>
          {t(blocked ? 'tradingDesk:table.blocked' : 'tradingDesk:table.free')}
        </span>
      ),
    },
    {
      key: 'acts',
      title: t('tradingDesk:table.acts'),
      cell: (market) => <Acts market={market} onChoose={onChoose} />,
    },
  ];
}
