import { Button, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { readWhole } from '../../ui/EuroInput/read.ts';
import styles from './OrderTicket.module.css';
import type { PartProps } from './TicketForm.tsx';
import { useProblemText } from './useProblemText.ts';

interface QuantityFieldProps extends PartProps {
  readonly error: string | undefined;
}

/** Units that what is free would reach for; null while unknown, or without a price to count with. */
function reach({ ground, ticket: { draft, reading } }: PartProps): number | null {
  if (draft.side === 'sell') return ground.freeUnits ?? null;
  const { price } = reading;
  return price === null || ground.freeCents === undefined ? null : Math.floor(ground.freeCents / price);
}

/** How many units, what is free for them, and a button for all of it. */
export function QuantityField(props: QuantityFieldProps) {
  const { ground, ticket, error } = props;
  const { t } = useTranslation('orderTicket');
  const { locale, number, moneyExact } = useFormat();
  const problemText = useProblemText(ground);
  const { draft, change, reading } = ticket;
  const most = reach(props);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const units = (readWhole(draft.quantity, locale) ?? 0) + (event.key === 'ArrowUp' ? 1 : -1);
    change({ quantity: String(Math.max(1, units)) });
  };
  const free =
    draft.side === 'sell'
      ? ground.freeUnits !== undefined &&
        t('quantity.freeUnits', { count: ground.freeUnits, units: number(ground.freeUnits) })
      : ground.freeCents !== undefined && t('quantity.freeCash', { amount: moneyExact(ground.freeCents) });
  // What does not reach is said while one types, not only after pressing.
  const short = reading.problems.find(({ kind }) => kind === 'cash_short' || kind === 'units_short');
  return (
    <div>
      <TextInput
        id="ticket-quantity"
        label={t('quantity.label')}
        description={free}
        value={draft.quantity}
        error={error ?? (short === undefined ? undefined : problemText(short))}
        onChange={(event) => change({ quantity: event.currentTarget.value })}
        onKeyDown={onKeyDown}
        inputMode="numeric"
        autoComplete="off"
        enterKeyHint="send"
        maxLength={13}
        classNames={{ input: styles.figure ?? '' }}
        rightSectionWidth="auto"
        rightSection={
          most !== null && most > 0 ? (
            <Button
              size="compact-sm"
              variant="subtle"
              mr="xs"
              aria-label={t('quantity.allOf', { count: most, units: number(most) })}
              onClick={() => change({ quantity: String(most) })}
            >
              {t('quantity.all')}
            </Button>
          ) : undefined
        }
      />
    </div>
  );
}
