import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { LiveRegion } from '../LiveRegion/LiveRegion.tsx';
import { freeCents } from './free.ts';
import { TopUpForm } from './TopUpForm.tsx';

interface TopUpButtonProps {
  readonly missing?: number;
  readonly variant?: 'filled' | 'default';
}

/** Opens the dialog that tops up the wallet; the outcome is announced, and the focus comes back to the button. */
export function TopUpButton({ missing, variant = 'filled' }: TopUpButtonProps) {
  const { t } = useTranslation(['wallet', 'ui']);
  const format = useFormat();
  const [opened, { open, close }] = useDisclosure();
  const [said, setSaid] = useState('');
  const playMoney = useApi('venue.read').data?.payments === 'wallet';
  return (
    <>
      <Button
        variant={variant}
        leftSection={<IconPlus size={18} aria-hidden="true" />}
        onClick={() => {
          setSaid('');
          open();
        }}
      >
        {t('wallet:topUp')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('wallet:title')}
        closeButtonProps={{ 'aria-label': t('ui:confirm.cancel') }}
      >
        {playMoney && <p>{t('wallet:lead')}</p>}
        <TopUpForm
          {...(missing === undefined ? {} : { missing })}
          onCancel={close}
          onDone={(wallet, added) => {
            const [amount, free] = [format.money(added), format.money(freeCents(wallet))];
            setSaid(t('wallet:done', { amount, free }));
            close();
          }}
        />
      </Modal>
      <LiveRegion text={said} />
    </>
  );
}
