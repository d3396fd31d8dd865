import type { ComplaintView } from '@piazza/shared/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useCommand } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Conduct.module.css';

/** Whom of the desk the complaint is about: an operator names who then decides no more on it. */
export function Naming({
  complaint: { id, named, colleagues, barred, endedAt },
}: {
  readonly complaint: ComplaintView;
}) {
  const { t } = useTranslation('conduct');
  const [chosen, setChosen] = useState('');
  const name = useCommand('complaints.name');
  const others = colleagues.filter((one) => named.every((known) => known.id !== one.id));
  const open = !barred && endedAt === null;
  const person = others.find((one) => one.id === chosen)?.id ?? others[0]?.id;
  const send = () => {
    if (person === undefined) return;
    const onSuccess = () => {
      setChosen('');
      void queryClient.invalidateQueries({ queryKey: ['complaints.read'] });
    };
    name.mutate({ params: { complaintId: id }, body: { person } }, { onSuccess });
  };
  return (
    <section aria-labelledby="named" className={styles.panel}>
      <h2 id="named">{t('naming.title')}</h2>
      {named.length === 0 ? (
        <p>{t('naming.nobody')}</p>
      ) : (
        <ul className={styles.list}>
          {named.map((one) => (
            <li key={one.id}>{one.name}</li>
          ))}
        </ul>
      )}
      {open && others.length > 0 && (
        <div className={styles.acts}>
          <NativeSelect
            label={t('naming.whom')}
            description={t('naming.help')}
            value={person}
            data={others.map((one) => ({ value: one.id as string, label: one.name }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <Button variant="default" loading={name.isPending} onClick={send}>
            {t('naming.send')}
          </Button>
        </div>
      )}
      {name.isError && <ErrorState error={name.error} />}
    </section>
  );
}
