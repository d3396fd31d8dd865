import { Button, NativeSelect, Textarea } from '@mantine/core';
import { contract, type DossierView } from '@piazza/shared/contract';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useCommand } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Dossier.module.css';
import { useSaved } from './useSave.ts';

const { reason } = contract['dossier.check'].body.shape;

interface CheckFormProps {
  readonly item: DossierView['openChecks'][number];
  readonly dossier: DossierView;
}

/** Ticks one point with a reason and, where there is one, the evidence; or takes the tick back. */
export function CheckForm({ item, dossier }: CheckFormProps) {
  const { t } = useTranslation('dossier');
  const [opened, setOpened] = useState(false);
  const ticked = !dossier.openChecks.includes(item);
  const name = t(`diligence.item.${item}.name`);
  if (!opened)
    return (
      <Button
        size="sm"
        variant="default"
        aria-label={t(ticked ? 'diligence.takeBackOf' : 'diligence.tickOf', { name })}
        onClick={() => setOpened(true)}
      >
        {t(ticked ? 'diligence.takeBack' : 'diligence.tick')}
      </Button>
    );
  return <Open item={item} dossier={dossier} ticked={ticked} onClose={() => setOpened(false)} />;
}

interface OpenProps extends CheckFormProps {
  readonly ticked: boolean;
  readonly onClose: () => void;
}

function Open({ item, dossier, ticked, onClose }: OpenProps) {
  const { t } = useTranslation('dossier');
  const [text, setText] = useState('');
  const [evidence, setEvidence] = useState('');
  const [tried, setTried] = useState(false);
  const check = useCommand('dossier.check');
  const saved = useSaved();
  const params = { organisationId: dossier.organisation.id };
  const documents = useApi('documents.ofOrganisation', { params }).data?.items ?? [];
  const there = documents.filter(({ removedAt }) => removedAt === null);
  const good = reason.safeParse(text).success;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!good) return document.getElementById(`check-${item}`)?.focus();
    const documentId = there.find(({ id }) => id === evidence)?.id ?? null;
    check.mutate(
      { params, body: { item, clear: !ticked, documentId: ticked ? null : documentId, reason: text } },
      {
        onSuccess: (view) => {
          saved(view);
          onClose();
        },
      },
    );
  };
  return (
    <form className={styles.inner} noValidate onSubmit={send}>
      {!ticked && <Evidence of={there} value={evidence} set={setEvidence} />}
      <Textarea
        id={`check-${item}`}
        label={t('diligence.reason')}
        error={tried && !good ? t('documents.reasonWrong') : undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={2}
        data-autofocus
      />
      {check.error !== null && <ErrorState error={check.error} />}
      <div className={styles.buttons}>
        <Button type="submit" size="sm" loading={check.isPending}>
          {t(ticked ? 'diligence.takeBack' : 'diligence.tick')}
        </Button>
        <Button variant="subtle" size="sm" onClick={onClose}>
          {t('diligence.leave')}
        </Button>
      </div>
    </form>
  );
}

interface EvidenceProps {
  readonly of: readonly { readonly id: string; readonly name: string }[];
  readonly value: string;
  readonly set: (id: string) => void;
}

/** The document that shows it, where there is one. */
function Evidence({ of, value, set }: EvidenceProps) {
  const { t } = useTranslation('dossier');
  return (
    <NativeSelect
      label={t('diligence.evidence')}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      data={[
        { value: '', label: t('diligence.noEvidence') },
        ...of.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
