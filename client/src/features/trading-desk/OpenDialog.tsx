import { NativeSelect } from '@mantine/core';
import { marketModels, type MarketModel, type MarketView } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useCommand } from '../../api/index.ts';
import type { DialogOf } from './ActDialog.tsx';
import { calendarProblem, usualCalendar, type Calendar } from './calendar.ts';
import { CalendarEditor } from './CalendarEditor.tsx';
import { DeskDialog } from './DeskDialog.tsx';
import { Preview } from './Preview.tsx';
import styles from './TradingDesk.module.css';

interface TermsOfTrading {
  readonly model: MarketModel;
  readonly calendar: Calendar;
}

interface OpenDialogProps extends DialogOf {
  readonly markets: readonly MarketView[];
  /** The market to change; absent where a funded issue is opened. */
  readonly market?: MarketView;
}

/** How an issue trades: model and calendar, for one that is opened and for one that trades already. */
export function OpenDialog({ markets, market, onDone, onClose }: OpenDialogProps) {
  const { t } = useTranslation('tradingDesk');
  const [listingId, setListingId] = useState<ListingId | null>(market?.listingId ?? null);
  const [terms, setTerms] = useState<TermsOfTrading>({
    model: market?.model ?? 'auction',
    calendar: market?.calendar ?? usualCalendar,
  });
  const { model, calendar } = terms;
  const [title, setTitle] = useState(market?.title ?? '');
  const open = useCommand('markets.open');
  const configure = useCommand('markets.configure');
  const command = market === undefined ? open : configure;
  const said = market === undefined ? 'open.opened' : 'open.configured';
  const send = (reason: string) => {
    if (listingId === null) return;
    const input = { params: { listingId }, body: { ...terms, reason } };
    command.mutate(input, { onSuccess: () => onDone(t(said, { title })) });
  };
  return (
    <DeskDialog
      title={market === undefined ? t('open.title') : t('open.configure', { title })}
      confirm={t(market === undefined ? 'open.open' : 'open.save')}
      ready={listingId !== null && (model === 'bulletin' || calendarProblem(calendar) === null)}
      busy={command.isPending}
      error={command.error}
      wide
      onConfirm={send}
      onClose={onClose}
    >
      {market === undefined && (
        <IssueChoice
          markets={markets}
          chosen={listingId}
          onChoose={(id, name) => {
            setListingId(id);
            setTitle(name);
          }}
        />
      )}
      {listingId !== null && <Terms terms={terms} onChange={setTerms} />}
    </DeskDialog>
  );
}

interface TermsProps {
  readonly terms: TermsOfTrading;
  readonly onChange: (terms: TermsOfTrading) => void;
}

/** Model and calendar, with the sessions they would give. The board has none. */
function Terms({ terms, onChange }: TermsProps) {
  const { t } = useTranslation(['tradingDesk', 'trading']);
  const { model, calendar } = terms;
  return (
    <>
      <NativeSelect
        label={t('tradingDesk:open.model')}
        description={t(`tradingDesk:open.modelHelp.${model}`)}
        value={model}
        data={marketModels.map((value) => ({ value, label: t(`trading:model.${value}`) }))}
        onChange={(event) => onChange({ ...terms, model: event.currentTarget.value as MarketModel })}
      />
      {model !== 'bulletin' && (
        <>
          <CalendarEditor calendar={calendar} onChange={(next) => onChange({ ...terms, calendar: next })} />
          <Preview calendar={calendar} />
        </>
      )}
    </>
  );
}

interface IssueChoiceProps {
  readonly markets: readonly MarketView[];
  readonly chosen: ListingId | null;
  readonly onChoose: (listingId: ListingId | null, title: string) => void;
}

/** The funded issues that are not traded yet, and what the terms of the chosen one allow. */
function IssueChoice({ markets, chosen, onChoose }: IssueChoiceProps) {
  const { t } = useTranslation('tradingDesk');
  const offers = useApi('offers.list', { query: { status: 'funded', limit: 100 } }).data?.items ?? [];
  const issues = offers.filter((offer) => markets.every(({ listingId }) => listingId !== offer.listingId));
  if (issues.length === 0) return <p className={styles.soft}>{t('open.none')}</p>;
  return (
    <>
      <NativeSelect
        label={t('open.issue')}
        value={chosen ?? ''}
        data={[
          { value: '', label: t('open.choose') },
          ...issues.map(({ listingId, title }) => ({ value: listingId as string, label: title })),
        ]}
        onChange={(event) => {
          const issue = issues.find(({ listingId }) => listingId === event.currentTarget.value);
          onChoose(issue?.listingId ?? null, issue?.title ?? '');
        }}
      />
      {chosen !== null && <Transferability listingId={chosen} />}
    </>
  );
}

function Transferability({ listingId }: { readonly listingId: ListingId }) {
  const { t } = useTranslation('tradingDesk');
  const listing = useApi('listings.read', { params: { listingId } }).data;
  if (listing === undefined) return null;
  const { transferability } = listing.draft.facts;
  return <p className={styles.soft}>{t(`open.transfer.${transferability ?? 'none'}`)}</p>;
}
