import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

const pauseMs = 300;

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Takes over what is typed after a short pause, so that not every letter becomes an address. */
export function SearchField({ value, onChange }: SearchFieldProps) {
  const { t } = useTranslation('offers');
  const [typed, setTyped] = useState(value);
  const [taken, setTaken] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address may change without us: a cleared filter, a step back.
  if (value !== taken) {
    setTaken(value);
    setTyped(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (next: string) => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setTaken(next.trim());
      onChange(next.trim());
    }, pauseMs);
  };
  return (
    <TextInput
      type="search"
      label={t('filters.q')}
      placeholder={t('filters.qHint')}
      maxLength={80}
      leftSection={<IconSearch size={18} aria-hidden="true" />}
      value={typed}
      onChange={({ currentTarget }) => type(currentTarget.value)}
    />
  );
}
