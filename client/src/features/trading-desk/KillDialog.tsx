import { Button, Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import type { MarketView } from '@piazza/shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useCommand } from '../../api/index.ts';
import type { DialogOf } from './ActDialog.tsx';
import { DeskDialog } from './DeskDialog.tsx';
import { idOf, useAims, type Aims, type Scope } from './useAims.ts';

interface KillDialogProps extends DialogOf {
  readonly markets: readonly MarketView[];
  /** The market it begins with; none chosen where absent. */
  readonly market?: MarketView;
}

interface Choice {
  readonly scope: Scope;
  /** Id of the account or the listing; empty while none is chosen, and for the venue. */
  readonly chosen: string;
  readonly cancelOrders: boolean;
}

/** The kill switch: stops one account, one market or the venue, and says what that means before it does. */
export function KillDialog({ markets, market, onDone, onClose }: KillDialogProps) {
  const { t } = useTranslation('tradingDesk');
  const [choice, setChoice] = useState<Choice>({
    scope: market === undefined ? 'account' : 'listing',
    chosen: market?.listingId ?? '',
    cancelOrders: false,
  });
  const aims = useAims(markets);
  const command = useCommand('desk.blockTrading');
  const { scope, chosen } = choice;
  const aim = aims.of[scope].find(({ target }) => idOf(target) === chosen);
  const send = (reason: string) => {
    if (aim === undefined) return;
    const { target, name } = aim;
    // A blocked account always loses its orders.
    const cancelOrders = choice.cancelOrders || scope === 'account';
    const onSuccess = (blocks: object) => {
      queryClient.setQueryData(queryKey('desk.tradingBlocks'), blocks);
      onDone(t('kill.done', { name }));
    };
    command.mutate({ body: { target, blocked: true, cancelOrders, reason } }, { onSuccess });
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
      <Fields aims={aims} choice={choice} onChange={setChoice} />
      {aim !== undefined && <output>{t(`kill.consequence.${scope}`, { name: aim.name })}</output>}
    </DeskDialog>
  );
}

const scopes = ['account', 'listing', 'venue'] as const;

interface FieldsProps {
  readonly aims: Aims;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

function Fields({ aims, choice, onChange }: FieldsProps) {
  const { t } = useTranslation('tradingDesk');
  const { scope, chosen, cancelOrders } = choice;
  const names = aims.of[scope].map(({ target, name }) => ({ value: idOf(target), label: name }));
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={t('kill.scope')}
        value={scope}
        onChange={(next) => onChange({ ...choice, scope: next, chosen: '' })}
        data={scopes.map((value) => ({ value, label: t(`kill.${value}`) }))}
      />
      {scope !== 'venue' && (
        <NativeSelect
          label={t(scope === 'account' ? 'kill.person' : 'kill.market')}
          value={chosen}
          data={[{ value: '', label: t('kill.choose') }, ...names]}
          onChange={(event) => onChange({ ...choice, chosen: event.currentTarget.value })}
        />
      )}
      {scope === 'account' && aims.more !== null && (
        <Button variant="default" loading={aims.busy} onClick={aims.more}>
          {t('kill.morePeople')}
        </Button>
      )}
      {scope !== 'account' && (
        <Checkbox
          label={t('kill.cancelToo')}
          checked={cancelOrders}
          onChange={(event) => onChange({ ...choice, cancelOrders: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
