import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LiveRegion } from '../LiveRegion/LiveRegion.tsx';

/** Copies a text and says so, to the eye and to the ear. */
export function CopyButton({ value, label }: { readonly value: string; readonly label?: string }) {
  const { t } = useTranslation('ui');
  const { copied, copy } = useClipboard({ timeout: 2_000 });
  const Icon = copied ? IconCheck : IconCopy;
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<Icon size={16} aria-hidden="true" />}
        onClick={() => copy(value)}
      >
        {copied ? t('copy.copied') : (label ?? t('copy.copy'))}
      </Button>
      <LiveRegion text={copied ? t('copy.copied') : ''} />
    </>
  );
}
