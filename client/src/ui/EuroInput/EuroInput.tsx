import { TextInput } from '@mantine/core';
import { IconCurrencyEuro } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './EuroInput.module.css';

interface EuroInputProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  /** `units` for a whole number of units, without the mark of the euro. */
  readonly of?: 'euro' | 'units';
}

/** A field for an amount. It keeps what was typed, letter by letter: reading it is the form's part, never correcting it. */
export function EuroInput({ id, label, value, onChange, description, error, of = 'euro' }: EuroInputProps) {
  return (
    <TextInput
      id={id}
      label={label}
      description={description}
      error={error}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      size="lg"
      inputMode={of === 'euro' ? 'decimal' : 'numeric'}
      autoComplete="off"
      enterKeyHint="next"
      maxLength={24}
      classNames={{ input: styles.input ?? '' }}
      leftSection={of === 'euro' ? <IconCurrencyEuro size={20} aria-hidden="true" /> : undefined}
    />
  );
}
