import { Button, NativeSelect, TextInput } from '@mantine/core';
import { registration as schema, type Registration } from '@piazza/shared/contract';
import { countries, isVat } from '@piazza/shared/values';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { FormErrors, type FieldError } from '../../ui/FormErrors/FormErrors.tsx';
import { useCountries } from './countries.ts';
import styles from './Dossier.module.css';
import type { StepProps } from './DossierPage.tsx';
import { useSaved } from './useSave.ts';

type Name = keyof Registration;
const texts = [
  'formWords',
  'registerName',
  'registerNumber',
  'vatNumber',
  'street',
  'postalCode',
  'town',
] as const;

/** Where the organisation is registered and where it sits. */
export function RegistrationStep({ dossier }: StepProps) {
  const { t } = useTranslation('dossier');
  const [typed, setTyped] = useState<Registration>(dossier.registration);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const save = useCommand('dossier.saveRegistration');
  const saved = useSaved();
  const send = (event: FormEvent) => {
    event.preventDefault();
    const wrong = new Set(schema.safeParse(typed).error?.issues.map(({ path }) => path[0] as Name));
    if (typed.vatNumber.trim() !== '' && !isVat(typed.country, typed.vatNumber)) wrong.add('vatNumber');
    setErrors(
      [...wrong].map((name) => ({ field: `registration.${name}`, text: t(`registration.wrong.${name}`) })),
    );
    const params = { organisationId: dossier.organisation.id };
    if (wrong.size === 0) save.mutate({ params, body: schema.parse(typed) }, { onSuccess: saved });
  };
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      <FormErrors errors={errors} />
      <Inputs
        other={dossier.organisation.legalForm === 'other'}
        typed={typed}
        errors={errors}
        onType={(changes) => setTyped((old) => ({ ...old, ...changes }))}
      />
      {save.error !== null && <ErrorState error={save.error} />}
      <Button type="submit" size="lg" loading={save.isPending}>
        {t('save')}
      </Button>
    </form>
  );
}

interface InputsProps {
  /** Whether the legal form is one that has no name here. */
  readonly other: boolean;
  readonly typed: Registration;
  readonly errors: readonly FieldError[];
  readonly onType: (changes: Partial<Registration>) => void;
}

function Inputs({ other, typed, errors, onType }: InputsProps) {
  const { t } = useTranslation('dossier');
  const asked = texts.filter((name) => other || name !== 'formWords');
  const nameOf = useCountries();
  return (
    <>
      <NativeSelect
        id="registration.country"
        label={t('registration.country')}
        value={typed.country}
        onChange={(event) => onType({ country: event.currentTarget.value as Registration['country'] })}
        data={countries.map((value) => ({ value, label: nameOf(value) }))}
      />
      {asked.map((name) => (
        <TextInput
          key={name}
          id={`registration.${name}`}
          label={t(`registration.${name}`)}
          description={isHelped(name) ? t(`registration.help.${name}`) : undefined}
          error={errors.find(({ field }) => field === `registration.${name}`)?.text}
          value={typed[name]}
          onChange={(event) => onType({ [name]: event.currentTarget.value })}
          autoComplete="off"
        />
      ))}
    </>
  );
}

const helped = ['registerName', 'registerNumber', 'vatNumber'] as const;
type Helped = (typeof helped)[number];
const isHelped = (name: string): name is Helped => helped.some((one) => one === name);
