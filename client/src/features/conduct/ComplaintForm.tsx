import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { complaintServices, type Me } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useCommand } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { FormErrors } from '../../ui/FormErrors/FormErrors.tsx';
import styles from './Conduct.module.css';
import { asComplaint, emptyForm, wrongFields, type Typed } from './form.ts';

type TextField = { [K in keyof Typed]: Typed[K] extends string ? K : never }[keyof Typed];
const complainant = ['name', 'registration', 'address', 'email', 'phone'] as const;
const representative = [
  'repName',
  'repRegistration',
  'repAddress',
  'repEmail',
  'repPhone',
  'authority',
] as const;
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
      <fieldset>
        <legend>{t('form.complainant')}</legend>
        {complainant.map((field) => (
          <TextInput key={field} {...bind(field)} maxLength={200} />
        ))}
        <Checkbox
          label={t('form.represented')}
          checked={typed.represented}
          onChange={(event) => set({ represented: event.currentTarget.checked })}
        />
      </fieldset>
      {typed.represented && (
        <fieldset>
          <legend>{t('form.representative')}</legend>
          {representative.map((field) => (
            <TextInput key={field} {...bind(field)} maxLength={200} />
          ))}
        </fieldset>
      )}
      <fieldset>
        <legend>{t('form.about')}</legend>
        {listingId !== null && <About listingId={listingId} />}
        <NativeSelect
          label={t('field.service')}
          value={typed.service}
          data={complaintServices.map((value) => ({ value, label: t(`service.${value}`) }))}
          onChange={(event) => set({ service: event.currentTarget.value as Typed['service'] })}
        />
        <TextInput {...bind('reference')} maxLength={200} />
        <TextInput {...bind('people')} description={t('form.peopleHelp')} maxLength={300} />
        <Textarea
          {...bind('description')}
          description={t('form.descriptionHelp')}
          autosize
          minRows={4}
          maxLength={6000}
        />
        <TextInput {...bind('happenedOn')} maxLength={120} />
        <Textarea {...bind('damage')} autosize minRows={2} maxLength={2000} />
        <Textarea {...bind('other')} autosize minRows={2} maxLength={2000} />
        <Textarea {...bind('documents')} description={t('form.documentsHelp')} autosize minRows={2} />
      </fieldset>
      {file.isError && <ErrorState error={file.error} />}
      <div>
        <Button type="submit" loading={file.isPending}>
          {t('form.send')}
        </Button>
      </div>
    </form>
  );
}

/** The listing the complaint will name, and the way to complain about something else. */
function About({ listingId }: { readonly listingId: ListingId }) {
  const { t } = useTranslation('conduct');
  const title = useApi('listings.read', { params: { listingId } }).data?.draft.texts.title ?? '';
  return (
    <p className={styles.about}>
      {t('form.listing', { title: title === '' ? listingId : title })}{' '}
      <Link to="/complaints">{t('form.otherThan')}</Link>
    </p>
  );
}
