import { Button, Checkbox } from '@mantine/core';
import { declarationNames, type Declarations } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Dossier.module.css';
import type { StepProps } from './DossierPage.tsx';
import { useSaved } from './useSave.ts';

/** What the issuer declares of itself; each must be so before a listing is handed in. */
export function DeclarationsStep({ dossier }: StepProps) {
  const { t } = useTranslation('dossier');
  const [typed, setTyped] = useState<Declarations>(dossier.declarations);
  const save = useCommand('dossier.declare');
  const saved = useSaved();
  const send = (event: FormEvent) => {
    event.preventDefault();
    const params = { organisationId: dossier.organisation.id };
    save.mutate({ params, body: typed }, { onSuccess: saved });
  };
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      <fieldset className={styles.choices}>
        <legend className={styles.hidden}>{t('step.declarations.title')}</legend>
        {declarationNames.map((name) => (
          <Checkbox
            key={name}
            label={t(`declarations.${name}`, { share: policy.platformShareBps / 100 })}
            checked={typed[name]}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              setTyped((old) => ({ ...old, [name]: checked }));
            }}
          />
        ))}
      </fieldset>
      {save.error !== null && <ErrorState error={save.error} />}
      <Button type="submit" size="lg" loading={save.isPending}>
        {t('declarations.declare')}
      </Button>
    </form>
  );
}
