import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { legalForms, organisationProfile, type OrganisationProfile } from '@piazza/shared/contract';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrors, type FieldError } from '../../ui/FormErrors/FormErrors.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './OrganisationForm.module.css';

type Name = keyof OrganisationProfile;
type Typed = Readonly<Record<Name, string>>;

const blank: Typed = { name: '', legalForm: '', place: '', website: '', about: '' };

interface OrganisationFormProps {
  readonly given?: OrganisationProfile;
  /** Names the act. */
  readonly submit: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: (profile: OrganisationProfile) => void;
}

/** The profile of an organisation, created or changed. */
export function OrganisationForm({ given, submit, busy, error, onSubmit }: OrganisationFormProps) {
  const { t } = useTranslation('issuer');
  const [typed, setTyped] = useState<Typed>(given ?? blank);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const parsed = organisationProfile.safeParse({ ...typed, website: typed.website.trim() });
    const wrong = new Set(parsed.error?.issues.map(({ path }) => path[0] as Name));
    setErrors(
      [...wrong].map((name) => ({ field: `organisation.${name}`, text: t(`organisations.wrong.${name}`) })),
    );
    if (parsed.success) onSubmit(parsed.data);
  };
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      <FormErrors errors={errors} />
      <Inputs
        typed={typed}
        errors={errors}
        onType={(name, value) => setTyped((old) => ({ ...old, [name]: value }))}
      />
      {error !== null && <ErrorState error={error} />}
      <Button type="submit" size="lg" loading={busy}>
        {submit}
      </Button>
    </form>
  );
}

interface InputsProps {
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly onType: (name: Name, value: string) => void;
}

function Inputs({ typed, errors, onType }: InputsProps) {
  const { t } = useTranslation(['issuer', 'ui']);
  const given = (name: Name) => ({
    id: `organisation.${name}`,
    label: t(`issuer:organisations.${name}`),
    value: typed[name],
    error: errors.find(({ field }) => field === `organisation.${name}`)?.text,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onType(name, event.currentTarget.value),
  });
  return (
    <>
      <TextInput
        {...given('name')}
        description={t('issuer:organisations.nameHelp')}
        autoComplete="organization"
        required
      />
      <NativeSelect
        {...given('legalForm')}
        required
        data={[
          { value: '', label: t('issuer:organisations.choose') },
          ...legalForms.map((value) => ({ value, label: t(`ui:legalForm.${value}`) })),
        ]}
      />
      <TextInput {...given('place')} description={t('issuer:organisations.placeHelp')} />
      <TextInput
        {...given('website')}
        description={t('issuer:organisations.websiteHelp')}
        type="url"
        inputMode="url"
        placeholder="https://"
      />
      <Textarea
        {...given('about')}
        description={t('issuer:organisations.aboutHelp')}
        autosize
        minRows={4}
        maxRows={16}
      />
    </>
  );
}
