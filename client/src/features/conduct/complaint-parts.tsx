import { Checkbox, NativeSelect, Textarea, TextInput, type TextInputProps } from '@mantine/core';
import { complaintServices } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import styles from './Conduct.module.css';
import type { Typed } from './form.ts';

/** A field that is typed as text. */
export type TextField = { [K in keyof Typed]: Typed[K] extends string ? K : never }[keyof Typed];

const complainant = ['name', 'registration', 'address', 'email', 'phone'] as const;
const representative = [
  'repName',
  'repRegistration',
  'repAddress',
  'repEmail',
  'repPhone',
  'authority',
] as const;

/** What joins a field of text to what was typed. */
type Bind = (field: TextField) => Pick<TextInputProps, 'id' | 'label' | 'value' | 'required' | 'error'> & {
  readonly onChange: (event: { readonly currentTarget: { readonly value: string } }) => void;
};

interface Props {
  readonly typed: Typed;
  readonly set: (change: Partial<Typed>) => void;
  readonly bind: Bind;
}

/** Who complains. */
export function Complainant({ typed, set, bind }: Props) {
  const { t } = useTranslation('conduct');
  return (
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
  );
}

/** Who complains for them. */
export function Representative({ bind }: Pick<Props, 'bind'>) {
  const { t } = useTranslation('conduct');
  return (
    <fieldset>
      <legend>{t('form.representative')}</legend>
      {representative.map((field) => (
        <TextInput key={field} {...bind(field)} maxLength={200} />
      ))}
    </fieldset>
  );
}

/** What the complaint is about; the listing, where its author came from there. */
export function Subject({ typed, set, bind, listingId }: Props & { readonly listingId: ListingId | null }) {
  const { t } = useTranslation('conduct');
  return (
    <fieldset>
      <legend>{t('form.about')}</legend>
      {listingId !== null && <About listingId={listingId} />}
      <NativeSelect
        label={t('field.service')}
        value={typed.service}
        data={complaintServices.map((value) => ({ value, label: t(`service.${value}`) }))}
        onChange={(event) => set({ service: event.currentTarget.value as Typed['service'] })}
      />
      <TextInput {...bind('reference')} description={t('form.referenceHelp')} maxLength={200} />
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
