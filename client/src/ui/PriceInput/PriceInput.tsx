import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { readEuro, writeEuro } from '../EuroInput/read.ts';
import styles from './PriceInput.module.css';
import { nearPrices, neighbour } from './ticks.ts';

interface PriceInputProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Where the first step goes from an empty field, in cents. */
  readonly start: number;
  /** Prices that are taken at all, in cents, both included. */
  readonly bounds?: { readonly low: number; readonly high: number };
  readonly description?: ReactNode;
  readonly error?: ReactNode;
}

/**
 * A field for a price. Its buttons and the arrow keys move by a tick; what stands between two ticks is never corrected,
 * the prices beside it are offered.
 */
export function PriceInput(props: PriceInputProps) {
  const { id, label, value, onChange, start, description, error } = props;
  const { locale } = useFormat();
  const cents = readEuro(value, locale);
  const write = (price: number) => onChange(writeEuro(price, locale));
  const step = (by: 1 | -1) => {
    const to = cents === null ? start : neighbour(cents, by);
    if (to !== null) write(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    step(event.key === 'ArrowUp' ? 1 : -1);
  };
  return (
    <div>
      <TextInput
        id={id}
        label={label}
        description={description}
        error={error}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        inputMode="decimal"
        autoComplete="off"
        enterKeyHint="next"
        maxLength={12}
        leftSectionWidth={42}
        rightSectionWidth={42}
        leftSection={<Step by={-1} of={label} onStep={step} />}
        rightSection={<Step by={1} of={label} onStep={step} />}
        classNames={{ input: styles.input ?? '' }}
      />
      <Near {...props} cents={cents} onChoose={write} />
    </div>
  );
}

interface StepProps {
  readonly by: 1 | -1;
  readonly of: string;
  readonly onStep: (by: 1 | -1) => void;
}

function Step({ by, of, onStep }: StepProps) {
  const { t } = useTranslation('ui');
  const Icon = by === 1 ? IconPlus : IconMinus;
  return (
    <ActionIcon
      variant="subtle"
      color="var(--ink)"
      size={34}
      aria-label={t(by === 1 ? 'tick.up' : 'tick.down', { of })}
      onClick={() => onStep(by)}
    >
      <Icon size={18} aria-hidden="true" />
    </ActionIcon>
  );
}

interface NearProps extends Pick<PriceInputProps, 'bounds'> {
  readonly cents: number | null;
  readonly onChoose: (price: number) => void;
}

/** The prices beside one that lies between two ticks. */
function Near({ cents, bounds, onChoose }: NearProps) {
  const { t } = useTranslation('ui');
  const { moneyExact } = useFormat();
  const near = (cents === null ? [] : nearPrices(cents)).filter(
    (price) => bounds === undefined || (price >= bounds.low && price <= bounds.high),
  );
  if (near.length === 0) return null;
  return (
    <p className={styles.near}>
      {t('tick.near')}
      {near.map((price) => (
        <Button key={price} size="compact-md" variant="default" onClick={() => onChoose(price)}>
          {moneyExact(price)}
        </Button>
      ))}
    </p>
  );
}
