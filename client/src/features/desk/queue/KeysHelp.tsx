import { Button, Checkbox, Kbd, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './Queue.module.css';

interface KeysHelpProps {
  readonly opened: boolean;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly onClose: () => void;
}

const keys = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['a', 'assign'],
  ['?', 'help'],
] as const;

/** Says which keys there are, and turns them off. */
export function KeysHelp({ opened, on, onChange, onClose }: KeysHelpProps) {
  const { t } = useTranslation('desk');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('queue.keys.title')}
      closeButtonProps={{ 'aria-label': t('queue.keys.close') }}
    >
      <dl className={styles.help}>
        {keys.map(([key, act]) => (
          <KeyLine key={key} name={key} does={t(`queue.keys.${act}`)} />
        ))}
      </dl>
      <Checkbox
        label={t('queue.keys.on')}
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <Button mt="lg" variant="default" onClick={onClose}>
        {t('queue.keys.close')}
      </Button>
    </Modal>
  );
}

function KeyLine({ name, does }: { readonly name: string; readonly does: string }) {
  return (
    <>
      <dt>
        <Kbd>{name}</Kbd>
      </dt>
      <dd>{does}</dd>
    </>
  );
}
