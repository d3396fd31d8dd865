import { Button, TextInput } from '@mantine/core';
import type { Passkey, SecurityView } from '@piazza/shared/contract';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, makePasskey, passkeysWork, queryClient, queryKey } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import { useAct } from '../../ui/Proof/guard.ts';
import { Problem } from '../../ui/Proof/Problem.tsx';
import styles from './Security.module.css';

const readAgain = () => queryClient.invalidateQueries({ queryKey: queryKey('security.read') });

/** Passkeys: made, renamed, removed. */
export function Passkeys({ view }: { readonly view: SecurityView }) {
  const { t } = useTranslation('security');
  const [renaming, setRenaming] = useState<Passkey | null>(null);
  const [removing, setRemoving] = useState<Passkey | null>(null);
  const columns = useColumns(setRenaming, setRemoving);
  return (
    <section aria-labelledby="passkeys" className={styles.section}>
      <h2 id="passkeys">{t('passkeys.title')}</h2>
      <p className={styles.hint}>{t('passkeys.why')}</p>
      {view.passkeys.length === 0 ? (
        <p>{t('passkeys.none')}</p>
      ) : (
        <DataTable
          caption={t('passkeys.caption')}
          captionHidden
          columns={columns}
          rows={view.passkeys}
          rowKey={({ id }) => id}
        />
      )}
      {passkeysWork() ? <Add /> : <p>{t('passkeys.unavailable')}</p>}
      {renaming !== null && <Rename passkey={renaming} onClose={() => setRenaming(null)} />}
      {removing !== null && <Remove passkey={removing} onClose={() => setRemoving(null)} />}
    </section>
  );
}

type Pick = (passkey: Passkey) => void;

function useColumns(rename: Pick, remove: Pick): readonly Column<Passkey>[] {
  const { t } = useTranslation('security');
  const format = useFormat();
  return [
    { key: 'name', title: t('passkeys.name'), cell: ({ name }) => name },
    { key: 'made', title: t('passkeys.made'), cell: ({ createdAt }) => format.date(createdAt) },
    {
      key: 'used',
      title: t('passkeys.used'),
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('passkeys.never') : format.dateTime(lastUsedAt)),
    },
    {
      key: 'acts',
      title: t('passkeys.acts'),
      cell: (passkey) => (
        <span className={styles.acts}>
          <Button
            variant="default"
            size="xs"
            aria-label={t('passkeys.renameOf', { name: passkey.name })}
            onClick={() => rename(passkey)}
          >
            {t('passkeys.rename')}
          </Button>
          <Button
            variant="default"
            size="xs"
            aria-label={t('passkeys.removeOf', { name: passkey.name })}
            onClick={() => remove(passkey)}
          >
            {t('passkeys.remove')}
          </Button>
        </span>
      ),
    },
  ];
}

function Add() {
  const { t } = useTranslation('security');
  const { run, busy, error } = useAct();
  const [name, setName] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      const { ceremony, options } = await api('security.beginPasskey');
      const credential = await makePasskey(options);
      await api('security.addPasskey', { body: { ceremony, credential, name: name.trim() } });
      setName('');
      await readAgain();
    });
  };
  return (
    <form noValidate onSubmit={send} className={styles.form}>
      <Problem error={error} />
      <TextInput
        label={t('passkeys.nameOf')}
        description={t('passkeys.nameHint')}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        autoComplete="off"
        maxLength={60}
        required
      />
      <Button type="submit" className={styles.act ?? ''} loading={busy} disabled={name.trim() === ''}>
        {t('passkeys.add')}
      </Button>
    </form>
  );
}

interface OneProps {
  readonly passkey: Passkey;
  readonly onClose: () => void;
}

function Rename({ passkey, onClose }: OneProps) {
  const { t } = useTranslation('security');
  const { run, busy, error } = useAct();
  const [name, setName] = useState(passkey.name);
  const save = () =>
    run(async () => {
      const params = { passkeyId: passkey.id };
      await api('security.renamePasskey', { params, body: { name: name.trim() } });
      onClose();
      await readAgain();
    });
  return (
    <ConfirmDialog
      opened
      title={t('passkeys.renameOf', { name: passkey.name })}
      confirm={t('passkeys.save')}
      busy={busy}
      onConfirm={save}
      onClose={onClose}
    >
      <Problem error={error} />
      <TextInput
        label={t('passkeys.nameOf')}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        maxLength={60}
        required
        data-autofocus
      />
    </ConfirmDialog>
  );
}

function Remove({ passkey, onClose }: OneProps) {
  const { t } = useTranslation('security');
  const { run, busy, error } = useAct();
  const remove = () =>
    run(async () => {
      await api('security.removePasskey', { params: { passkeyId: passkey.id } });
      onClose();
      await readAgain();
    });
  return (
    <ConfirmDialog
      opened
      dangerous
      title={t('passkeys.removeTitle', { name: passkey.name })}
      confirm={t('passkeys.removeConfirm')}
      busy={busy}
      onConfirm={remove}
      onClose={onClose}
    >
      <p>{t('passkeys.removeText')}</p>
      <Problem error={error} />
    </ConfirmDialog>
  );
}
