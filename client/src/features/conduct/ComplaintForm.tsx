import { Button } from '@mantine/core';
import type { Me } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { FormErrors } from '../../ui/FormErrors/FormErrors.tsx';
import { Complainant, Representative, Subject, type TextField } from './complaint-parts.tsx';
import styles from './Conduct.module.css';
import { asComplaint, emptyForm, wrongFields, type Typed } from './form.ts';

const optional: readonly TextField[] = [
  'registration',
  'phone',
  'repRegistration',
  'repPhone',
  'reference',
  'people',
];

interface Props {
  readonly me: Me;
  /** What the complaint is about, where its author came from there. */
  readonly listingId: ListingId | null;
}

/** The standard template as a form; sent, it leads to the complaint with its reference. */
export function ComplaintForm({ me, listingId }: Props) {
  const { t } = useTranslation('conduct');
  const navigate = useNavigate();
  const [typed, setTyped] = useState(() => emptyForm(me.displayName, me.email));
  const [wrong, setWrong] = useState<readonly (keyof Typed)[]>([]);
  const file = useCommand('complaints.file');
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fields = wrongFields(typed);
    setWrong(fields);
    if (fields.length > 0) return;
    file.mutate(
      { body: asComplaint(typed, listingId) },
      {
        onSuccess: ({ id }) => void navigate({ to: '/complaints/$complaintId', params: { complaintId: id } }),
      },
    );
  };
  // Two parties have the same fields: an error says whose it is.
  const nameOf = (field: TextField): string =>
    field.startsWith('rep') ? `${t('form.representative')}, ${t(`field.${field}`)}` : t(`field.${field}`);
  const bind = (field: TextField) => ({
    id: `complaint-${field}`,
    label: t(`field.${field}`),
    value: typed[field],
    required: !optional.includes(field) && field !== 'damage' && field !== 'other' && field !== 'documents',
    error: wrong.includes(field) ? t('needed') : undefined,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      set({ [field]: event.currentTarget.value }),
  });
  return (
    <form noValidate className={styles.form} onSubmit={submit} aria-label={t('form.title')}>
      <FormErrors
        errors={wrong.map((field) => ({
          field: `complaint-${field}`,
          text: `${nameOf(field as TextField)}: ${t('needed')}`,
        }))}
      />
      <Complainant typed={typed} set={set} bind={bind} />
      {typed.represented && <Representative bind={bind} />}
      <Subject typed={typed} set={set} bind={bind} listingId={listingId} />
      {file.isError && <ErrorState error={file.error} />}
      <div>
        <Button type="submit" loading={file.isPending}>
          {t('form.send')}
        </Button>
      </div>
    </form>
  );
}
