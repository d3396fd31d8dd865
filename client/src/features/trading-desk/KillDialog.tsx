import { Button, Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import type { BlockTarget, MarketView } from '@piazza/shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useCommand, usePages } from '../../api/index.ts';
import type { DialogOf } from './ActDialog.tsx';
import { DeskDialog } from './DeskDialog.tsx';

type Scope = BlockTarget['scope'];

interface KillDialogProps extends DialogOf {
  readonly markets: readonly MarketView[];
  /** The market it begins with; none chosen where absent. */
  readonly market?: MarketView;
}

const scopes = ['account', 'listing', 'venue'] as const;

/** What tells the targets of one scope apart. */
function idOf(target: BlockTarget): string {
  if (target.scope === 'account') return target.personId;
  return target.scope === 'listing' ? target.listingId : '';
}

interface Aim {
  readonly target: BlockTarget;
  readonly name: string;
}

/** The kill switch: stops one account, one market or the venue, and says what that means before it does. */
export function KillDialog({ markets, market, onDone, onClose }: KillDialogProps) {
  const { t } = useTranslation('tradingDesk');
  const [scope, setScope] = useState<Scope>(market === undefined ? 'account' : 'listing');
  const [chosen, setChosen] = useState<string>(market?.listingId ?? '');
  const [cancelOrders, setCancelOrders] = useState(false);
  const pages = usePages('people.list', { query: { limit: 100 } });
  const people = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const command = useCommand('desk.blockTrading');
  const aims: Record<Scope, readonly Aim[]> = {
    account: people.map(({ id, displayName: name }) => ({
      target: { scope: 'account', personId: id },
      name,
    })),
    listing: markets.map(({ listingId, title: name }) => ({ target: { scope: 'listing', listingId }, name })),
    venue: [{ target: { scope: 'venue' }, name: t('kill.venueName') }],
  };
  const aim = aims[scope].find(({ target }) => idOf(target) === chosen);
  const send = (reason: string) => {
    if (aim === undefined) return;
    const body = {
      target: aim.target,
      blocked: true,
      cancelOrders: cancelOrders || scope === 'account',
      reason,
    };
    command.mutate(
      { body },
      {
        onSuccess: (blocks) => {
          queryClient.setQueryData(queryKey('desk.tradingBlocks'), blocks);
          onDone(t('kill.done', { name: aim.name }));
        },
      },
    );
  };
  return (
    <DeskDialog
      title={t('kill.title')}
      confirm={t('kill.confirm')}
      dangerous
      ready={aim !== undefined}
      busy={command.isPending}
      error={command.error}
      onConfirm={send}
      onClose={onClose}
    >
      <SegmentedControl
        fullWidth
        aria-label={t('kill.scope')}
        value={scope}
        onChange={(next) => {
          setScope(next);
          setChosen('');
        }}
        data={scopes.map((value) => ({ value, label: t(`kill.${value}`) }))}
      />
      {scope !== 'venue' && (
        <NativeSelect
          label={t(scope === 'account' ? 'kill.person' : 'kill.market')}
          value={chosen}
          data={[
            { value: '', label: t('kill.choose') },
            ...aims[scope].map(({ target, name }) => ({ value: idOf(target), label: name })),
          ]}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      {scope === 'account' && pages.hasNextPage && (
        <Button
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('kill.morePeople')}
        </Button>
      )}
      {scope !== 'account' && (
        <Checkbox
          label={t('kill.cancelToo')}
          checked={cancelOrders}
          onChange={(event) => setCancelOrders(event.currentTarget.checked)}
        />
      )}
      {aim !== undefined && <output>{t(`kill.consequence.${scope}`, { name: aim.name })}</output>}
    </DeskDialog>
  );
}
