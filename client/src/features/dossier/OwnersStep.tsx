import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { owners as schema, type Owners } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { countries, type Country } from '@piazza/shared/values';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { FormErrors, type FieldError } from '../../ui/FormErrors/FormErrors.tsx';
import { useCountries } from './countries.ts';
import styles from './Dossier.module.css';
import type { StepProps } from './DossierPage.tsx';
import { readShare, writeShare } from './share.ts';
import { useSaved } from './useSave.ts';

interface TypedOwner {
  readonly name: string;
  readonly birthDate: string;
  readonly residence: Country;
  readonly share: string;
}
interface Typed {
  readonly someone: boolean;
  readonly owners: readonly TypedOwner[];
  readonly name: string;
  readonly position: string;
}

const blank: TypedOwner = { name: '', birthDate: '', residence: 'IT', share: '' };
const most = Math.floor(10_000 / policy.beneficialOwnerBps);

function open({ owners, seniorManager }: Owners): Typed {
  return {
    someone: owners.length > 0,
    owners:
      owners.length === 0 ? [blank] : owners.map((one) => ({ ...one, share: writeShare(one.shareBps) })),
    name: seniorManager?.name ?? '',
    position: seniorManager?.position ?? '',
  };
}

const close = ({ someone, owners, name, position }: Typed): unknown =>
  someone
    ? {
        owners: owners.map(({ share, ...one }) => ({ ...one, shareBps: readShare(share) })),
        seniorManager: null,
      }
    : { owners: [], seniorManager: { name, position } };

/** Who owns a quarter or more, or who leads where nobody does. */
export function OwnersStep({ dossier }: StepProps) {
  const { t } = useTranslation('dossier');
  const [typed, setTyped] = useState<Typed>(() => open(dossier.owners));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const save = useCommand('dossier.saveOwners');
  const saved = useSaved();
  const send = (event: FormEvent) => {
    event.preventDefault();
    const parsed = schema.safeParse(close(typed));
    const wrong = new Set(parsed.error?.issues.map(({ path }) => path.join('.')));
    setErrors([...wrong].map((path) => ({ field: path, text: t(`owners.wrong.${lastOf(path)}`) })));
    const params = { organisationId: dossier.organisation.id };
    if (parsed.success) save.mutate({ params, body: parsed.data }, { onSuccess: saved });
  };
  const change = (changes: Partial<Typed>) => setTyped((old) => ({ ...old, ...changes }));
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      <FormErrors errors={errors} />
      <Radio.Group
        label={t('owners.question', { share: policy.beneficialOwnerBps / 100 })}
        value={typed.someone ? 'yes' : 'no'}
        onChange={(value) => change({ someone: value === 'yes' })}
      >
        <div className={styles.choices}>
          <Radio value="yes" label={t('owners.yes')} />
          <Radio value="no" label={t('owners.no')} />
        </div>
      </Radio.Group>
      {typed.someone ? (
        <OwnerList owners={typed.owners} errors={errors} onChange={(owners) => change({ owners })} />
      ) : (
        <SeniorManager typed={typed} errors={errors} onChange={change} />
      )}
      {save.error !== null && <ErrorState error={save.error} />}
      <Button type="submit" size="lg" loading={save.isPending}>
        {t('save')}
      </Button>
    </form>
  );
}

type WrongName = 'name' | 'birthDate' | 'residence' | 'shareBps' | 'position';
const lastOf = (path: string): WrongName => (path.split('.').at(-1) ?? 'name') as WrongName;

const errorAt = (errors: readonly FieldError[], path: string) =>
  errors.find(({ field }) => field === path)?.text;

interface OwnerListProps {
  readonly owners: readonly TypedOwner[];
  readonly errors: readonly FieldError[];
  readonly onChange: (owners: readonly TypedOwner[]) => void;
}

function OwnerList({ owners, errors, onChange }: OwnerListProps) {
  const { t } = useTranslation('dossier');
  return (
    <>
      {owners.map((owner, at) => (
        <Owner
          // eslint-disable-next-line react/no-array-index-key -- rows have no name of their own while they are typed
          key={at}
          at={at}
          owner={owner}
          errors={errors}
          onChange={(changes) =>
            onChange(owners.map((one, index) => (index === at ? { ...one, ...changes } : one)))
          }
          {...(owners.length > 1
            ? { onRemove: () => onChange(owners.filter((_, index) => index !== at)) }
            : {})}
        />
      ))}
      {owners.length < most && (
        <Button variant="default" onClick={() => onChange([...owners, blank])}>
          {t('owners.add')}
        </Button>
      )}
    </>
  );
}

interface OwnerProps {
  readonly at: number;
  readonly owner: TypedOwner;
  readonly errors: readonly FieldError[];
  readonly onChange: (changes: Partial<TypedOwner>) => void;
  readonly onRemove?: () => void;
}

function Owner({ at, owner, errors, onChange, onRemove }: OwnerProps) {
  const { t } = useTranslation('dossier');
  const nameOf = useCountries();
  const given = (name: 'name' | 'birthDate' | 'shareBps') => ({
    id: `owners.${at}.${name}`,
    label: t(`owners.${name}`),
    error: errorAt(errors, `owners.${at}.${name}`),
    autoComplete: 'off',
  });
  return (
    <fieldset className={styles.row}>
      <legend>{t('owners.one', { number: at + 1 })}</legend>
      <TextInput
        {...given('name')}
        value={owner.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        {...given('birthDate')}
        type="date"
        value={owner.birthDate}
        onChange={(event) => onChange({ birthDate: event.currentTarget.value })}
      />
      <NativeSelect
        id={`owners.${at}.residence`}
        label={t('owners.residence')}
        value={owner.residence}
        onChange={(event) => onChange({ residence: event.currentTarget.value as Country })}
        data={countries.map((value) => ({ value, label: nameOf(value) }))}
      />
      <TextInput
        {...given('shareBps')}
        inputMode="decimal"
        rightSection="%"
        value={owner.share}
        onChange={(event) => onChange({ share: event.currentTarget.value })}
      />
      {onRemove !== undefined && (
        <Button variant="subtle" color="vino" onClick={onRemove}>
          {t('owners.remove', { number: at + 1 })}
        </Button>
      )}
    </fieldset>
  );
}

interface ManagerProps {
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly onChange: (changes: Partial<Typed>) => void;
}

function SeniorManager({ typed, errors, onChange }: ManagerProps) {
  const { t } = useTranslation('dossier');
  return (
    <fieldset className={styles.row}>
      <legend>{t('owners.manager')}</legend>
      {(['name', 'position'] as const).map((name) => (
        <TextInput
          key={name}
          id={`seniorManager.${name}`}
          label={t(`owners.${name}`)}
          error={errorAt(errors, `seniorManager.${name}`)}
          autoComplete="off"
          value={typed[name]}
          onChange={(event) => onChange({ [name]: event.currentTarget.value })}
        />
      ))}
    </fieldset>
  );
}
