import { ActionIcon, Popover, Text } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FieldHelpProps {
  /** The word being explained; part of the button's name. */
  readonly about: string;
  readonly children: ReactNode;
}

/** Explains a word beside it, on demand, by click or keyboard: a tooltip would be lost on a phone. */
export function FieldHelp({ about, children }: FieldHelpProps) {
  const { t } = useTranslation('ui');
  return (
    <Popover width={280} position="top" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="transparent"
          size="sm"
          color="var(--ink-soft)"
          aria-label={`${about}: ${t('help')}`}
        >
          <IconHelpCircle size={18} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={about}>
        <Text size="sm" tabIndex={-1} data-autofocus>
          {children}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
