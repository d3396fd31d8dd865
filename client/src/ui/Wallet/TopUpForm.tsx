import { Button, Group } from '@mantine/core';
import type { Wallet } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { cents, type Cents } from '@piazza/shared/values';
import { Link } from '@tanstack/react-router';
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

/** What is typed as an amount of play money, and what is wrong with it; the limits are the policy's. */
function useAmount(first: number) {
  const { t } = useTranslation('wallet');
  const format = useFormat();
  const [text, setText] = useState(() => writeEuro(Math.max(first, policy.topUpMinCents), format.locale));
  const typed = readEuro(text, format.locale);
  const inRange = typed !== null && typed >= policy.topUpMinCents && typed <= policy.topUpMaxCents;
  const range = { least: format.money(policy.topUpMinCents), most: format.money(policy.topUpMaxCents) };
  const unread = t('unread', { example: format.moneyExact(125_050) });
  return {
    text,
    setText,
    range: t('range', range),
    /** Null while it cannot be added. */
    amount: inRange ? cents(typed) : null,
    wrong: typed === null ? unread : inRange ? null : t('outOfRange', range),
  };
}

/** Adds play money. The venue has the last word. */
export function TopUpForm({ missing = usual, onDone, onCancel }: TopUpFormProps) {
  const { t } = useTranslation('wallet');
  const format = useFormat();
  const id = useId();
  const { text, setText, range, amount, wrong } = useAmount(missing);
  const [asked, setAsked] = useState(false);
  const topUp = useCommand('wallet.topUp');
  const venue = useApi('venue.read').data;
  const mode = venue?.mode ?? 'SIMULATION';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (amount === null) document.getElementById(id)?.focus();
    else if (!topUp.isPending)
      topUp.mutate(
        { body: { amount } },
        {
          onSuccess: (wallet) => {
            queryClient.setQueryData(queryKey('wallet.read'), wallet);
            onDone(wallet, amount);
          },
        },
      );
  };
  if (venue !== undefined && venue.payments !== 'wallet')
    return (
      <p>
        {t('byProvider')} <Link to="/portfolio/payments">{t('payments')}</Link>
      </p>
    );
  if (mode !== 'SIMULATION') return <p>{t('closed')}</p>;
  return (
    <form onSubmit={submit} noValidate>
      <EuroInput
        id={id}
        label={t('amount')}
        description={range}
        error={asked ? wrong : null}
        value={text}
        onChange={setText}
      />
      {topUp.error !== null && <ErrorState error={topUp.error} />}
      <Group mt="md" gap="sm">
        <Button type="submit" loading={topUp.isPending}>
          {amount === null ? t('submitPlain') : t('submit', { amount: format.money(amount) })}
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
