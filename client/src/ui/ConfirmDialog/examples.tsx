import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Examples } from '../examples.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';

function Demonstration() {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button onClick={open}>Revoke</Button>
      <ConfirmDialog
        opened={opened}
        title="Revoke this commitment?"
        confirm="Revoke the commitment"
        dangerous
        onConfirm={close}
        onClose={close}
      >
        No money has been taken. The units go back to the offer.
      </ConfirmDialog>
    </>
  );
}

export const confirmDialog: Examples = {
  title: 'Confirm dialog',
  examples: [{ name: 'dangerous', render: () => <Demonstration /> }],
};
