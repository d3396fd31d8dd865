import { Button, Group } from '@mantine/core';
import type { Wallet } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { cents, type Cents } from '@piazza/shared/values';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useApi, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../ErrorState/ErrorState.tsx';
import { EuroInput } from '../EuroInput/EuroInput.tsx';
import { readEuro, writeEuro } from '../EuroInput/read.ts';

const usual = 100_000;

interface TopUpFormProps {
  /** Cents that are missing for something; proposed instead of a usual sum. */
  readonly missing?: number;
  readonly onDone: (wallet: Wallet, added: Cents) => void;
  readonly onCancel?: () => void;
}

/** Adds play money. The limits are the policy's; the venue has the last word. */
export function TopUpForm({ missing, onDone, onCancel }: TopUpFormProps) {
  const { t } = useTranslation('wallet');
  const format = useFormat();
  const id = useId();
  const [text, setText] = useState(() =>
    writeEuro(Math.max(missing ?? usual, policy.topUpMinCents), format.locale),
  );
  const [shown, setShown] = useState(false);
  const topUp = useCommand('wallet.topUp');
  const mode = useApi('venue.read').data?.mode ?? 'SIMULATION';
  const amount = readEuro(text, format.locale);
  const range = { least: format.money(policy.topUpMinCents), most: format.money(policy.topUpMaxCents) };
  const inRange = amount !== null && amount >= policy.topUpMinCents && amount <= policy.topUpMaxCents;
  const wrong =
    amount === null
      ? t('unread', { example: format.moneyExact(125_050) })
      : inRange
        ? null
        : t('outOfRange', range);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setShown(true);
    if (!inRange) document.getElementById(id)?.focus();
    else if (!topUp.isPending)
      topUp.mutate(
        { body: { amount: cents(amount) } },
        {
          onSuccess: (wallet) => {
            queryClient.setQueryData(queryKey('wallet.read'), wallet);
            onDone(wallet, cents(amount));
          },
        },
      );
  };
  if (mode !== 'SIMULATION') return <p>{t('closed')}</p>;
  return (
    <form onSubmit={submit} noValidate>
      <EuroInput
        id={id}
        label={t('amount')}
        description={t('range', range)}
        error={shown ? wrong : null}
        value={text}
        onChange={setText}
      />
      {topUp.error !== null && <ErrorState error={topUp.error} />}
      <Group mt="md" gap="sm">
        <Button type="submit" loading={topUp.isPending}>
          {inRange ? t('submit', { amount: format.money(amount) }) : t('submitPlain')}
        </Button>
        {onCancel !== undefined && (
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </Group>
    </form>
  );
}
