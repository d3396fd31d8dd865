import { Button, Checkbox, Textarea } from '@mantine/core';
import type { ListingTexts } from '@piazza/shared/contract';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { FormErrors, type FieldError } from '../../ui/FormErrors/FormErrors.tsx';
import styles from './Disclosures.module.css';

/** Texts of the sheet that an issuer may ask to change, in its order. */
const changeable = [
  'story',
  'team',
  'activities',
  'responsible',
  'contact',
  'accounts',
  'figures',
  'useOfProceeds',
  'capitalChange',
  'risks',
  'riskSector',
  'riskDefault',
  'riskReturn',
  'riskLiquidity',
  'riskOther',
  'redemption',
  'interestTerms',
  'security',
  'rights',
  'spv',
  'evidencePlan',
] as const satisfies readonly (keyof ListingTexts)[];
type Name = (typeof changeable)[number];
export type Changes = Partial<Record<Name, string>>;

interface ChangeFormProps {
  readonly texts: ListingTexts;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSend: (reason: string, texts: Changes) => void;
  readonly onClose: () => void;
}

type ChoosingProps = Pick<ChangeFormProps, 'texts'> & {
  readonly changes: Changes;
  readonly onChange: (changes: Changes) => void;
};

/** Chosen texts, each with the words that stand now. */
function Choosing({ texts, changes, onChange }: ChoosingProps) {
  const { t } = useTranslation(['disclosures', 'issuerFields']);
  const toggle = (name: Name, on: boolean) => {
    const { [name]: _left, ...rest } = changes;
    onChange(on ? { ...changes, [name]: texts[name] } : rest);
  };
  return (
    <>
      <fieldset className={styles.fields}>
        <legend>{t('disclosures:desk.what')}</legend>
        <p className={styles.soft}>{t('disclosures:desk.whatHelp')}</p>
        {changeable.map((name) => (
          <Checkbox
            key={name}
            id={`change-${name}`}
            label={t(`issuerFields:texts.${name}.label`)}
            checked={changes[name] !== undefined}
            onChange={(event) => toggle(name, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      {chosenOf(changes).map((name) => (
        <Textarea
          key={name}
          label={t(`issuerFields:texts.${name}.label`)}
          value={changes[name] ?? ''}
          onChange={(event) => onChange({ ...changes, [name]: event.currentTarget.value })}
          autosize
          minRows={3}
          maxRows={20}
        />
      ))}
    </>
  );
}

const chosenOf = (changes: Changes): readonly Name[] =>
  changeable.filter((name) => changes[name] !== undefined);

/** Where an issuer writes what changes and what happened. */
export function ChangeForm({ texts, busy, error, onSend, onClose }: ChangeFormProps) {
  const { t } = useTranslation('disclosures');
  const [changes, setChanges] = useState<Changes>({});
  const [why, setWhy] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const changed = chosenOf(changes).some((name) => changes[name] !== texts[name]);
    const wrong: FieldError[] = [
      ...(changed ? [] : [{ field: `change-${changeable[0]}`, text: t('desk.needField') }]),
      ...(why.trim().length >= 3 ? [] : [{ field: 'change-why', text: t('desk.needWhy') }]),
    ];
    setErrors(wrong);
    if (wrong.length === 0) onSend(why, changes);
  };
  return (
    <form noValidate className={styles.form} onSubmit={submit} aria-label={t('desk.file')}>
      <FormErrors errors={errors} />
      <Choosing texts={texts} changes={changes} onChange={setChanges} />
      <Textarea
        id="change-why"
        label={t('desk.why')}
        description={t('desk.whyHelp')}
        value={why}
        maxLength={2000}
        onChange={(event) => setWhy(event.currentTarget.value)}
        autosize
        minRows={2}
      />
      {error !== null && error !== undefined && <ErrorState error={error} />}
      <div className={styles.acts}>
        <Button type="submit" loading={busy}>
          {t('desk.send')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('desk.cancel')}
        </Button>
      </div>
    </form>
  );
}
