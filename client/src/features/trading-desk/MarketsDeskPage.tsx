import { Button } from '@mantine/core';
import type { MarketView, ProposalView } from '@piazza/shared/contract';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { cx } from '../../ui/cx.ts';
import { DeskPage } from '../../ui/DeskPage/DeskPage.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { ActDialog } from './ActDialog.tsx';
import { Blocks, type Stopped } from './Blocks.tsx';
import { CancelOrdersDialog } from './CancelOrdersDialog.tsx';
import { KillDialog } from './KillDialog.tsx';
import { MarketsTable, type Chosen } from './MarketsTable.tsx';
import { OpenDialog } from './OpenDialog.tsx';
import { ReleaseDialog } from './ReleaseDialog.tsx';
import { SeeProposal, TermsDialog } from './TermsDialog.tsx';
import styles from './TradingDesk.module.css';

/** What an operator is about to do. */
type Doing =
  | { readonly what: 'open' }
  | { readonly what: 'kill' }
  | { readonly what: 'act'; readonly market: MarketView; readonly act: Chosen }
  | { readonly what: 'release'; readonly stopped: Stopped };

/** The markets as those who run them see them: phases, acts, and the kill switch. */
export function MarketsDeskPage() {
  const { t } = useTranslation('tradingDesk');
  const { data, error, refetch } = useApi('markets.list', { query: { limit: 100 } });
  const [doing, setDoing] = useState<Doing | null>(null);
  const [done, setDone] = useState('');
  const [proposed, setProposed] = useState<ProposalView | null>(null);
  const said = useRef<HTMLOutputElement>(null);
  const markets = data?.items ?? [];
  const finish = (text: string, proposal?: ProposalView) => {
    setDoing(null);
    setDone(text);
    setProposed(proposal ?? null);
    void refetch();
    requestAnimationFrame(() => said.current?.focus());
  };
  return (
    <DeskPage title={t('title')} lead={t('lead')}>
      <output ref={said} tabIndex={-1} className={cx(styles.done, done === '' && 'visually-hidden')}>
        {done} {proposed !== null && <SeeProposal proposal={proposed} />}
      </output>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('table.title')}</h2>
        <Button onClick={() => setDoing({ what: 'open' })}>{t('open.button')}</Button>
        <Button color="vino" onClick={() => setDoing({ what: 'kill' })}>
          {t('kill.button')}
        </Button>
      </div>
      {data === undefined && error === null && <Skeletons shape="rows" />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && markets.length === 0 && (
        <EmptyState title={t('table.none')}>{t('table.noneText')}</EmptyState>
      )}
      {markets.length > 0 && (
        <MarketsTable markets={markets} onChoose={(market, act) => setDoing({ what: 'act', market, act })} />
      )}
      <section aria-labelledby="stopped" className={styles.section}>
        <h2 id="stopped" className={styles.title}>
          {t('blocks.title')}
        </h2>
        <Blocks markets={markets} onRelease={(stopped) => setDoing({ what: 'release', stopped })} />
      </section>
      {doing !== null && (
        <Dialog doing={doing} markets={markets} onDone={finish} onClose={() => setDoing(null)} />
      )}
    </DeskPage>
  );
}

interface DialogProps {
  readonly doing: Doing;
  readonly markets: readonly MarketView[];
  readonly onDone: (text: string, proposal?: ProposalView) => void;
  readonly onClose: () => void;
}

function Dialog({ doing, markets, ...then }: DialogProps) {
  switch (doing.what) {
    case 'open':
      return <OpenDialog markets={markets} {...then} />;
    case 'kill':
      return <KillDialog markets={markets} {...then} />;
    case 'release':
      return <ReleaseDialog {...doing.stopped} {...then} />;
    case 'act':
      return <ActOn market={doing.market} act={doing.act} markets={markets} {...then} />;
  }
}

interface ActOnProps extends Omit<DialogProps, 'doing'> {
  readonly market: MarketView;
  readonly act: Chosen;
}

function ActOn({ market, act, markets, ...then }: ActOnProps) {
  const { listingId, title: name } = market;
  switch (act) {
    case 'configure':
      return <OpenDialog markets={markets} market={market} {...then} />;
    case 'block':
      return <KillDialog markets={markets} market={market} {...then} />;
    case 'unblock':
      return <ReleaseDialog target={{ scope: 'listing', listingId }} name={name} {...then} />;
    case 'terms':
      return <TermsDialog market={market} {...then} />;
    case 'cancelOrders':
      return <CancelOrdersDialog market={market} {...then} />;
    default:
      return <ActDialog market={market} act={act} {...then} />;
  }
}
