import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ListingTexts } from '@piazza/shared/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../locale/use-format.ts';
import { EuroInput } from '../../../ui/EuroInput/EuroInput.tsx';
import type { FactField, TextField } from '../draft/fields.ts';
import { maxLength } from '../draft/form.ts';
import { FieldFrame } from './FieldFrame.tsx';
import styles from './Fields.module.css';
import { useField } from './useField.ts';

type Told = Exclude<keyof ListingTexts, 'title' | 'tagline' | 'indicatorUnit' | 'accounts'>;

function useCounter(name: TextField, value: string): string {
  const { t } = useTranslation('issuerFields');
  const format = useFormat();
  const max = maxLength(name.slice('texts.'.length) as keyof ListingTexts);
  return t('note.counter', { count: value.trim().length, max: format.number(max) });
}

/** A text of one line. Too much is marked, never cut. */
export function LineField({
  name,
}: {
  readonly name: 'texts.title' | 'texts.tagline' | 'texts.indicatorUnit' | 'texts.accounts';
}) {
  const { input, set, comments, edited } = useField(name);
  const counter = useCounter(name, input.value);
  return (
    <FieldFrame note={counter} {...{ comments, edited }}>
      <TextInput {...input} onChange={(event) => set(event.currentTarget.value)} autoComplete="off" />
    </FieldFrame>
  );
}

/** A text of any number of lines, as tall as what stands in it. */
export function ProseField({ name, rows = 4 }: { readonly name: `texts.${Told}`; readonly rows?: number }) {
  const { t } = useTranslation('issuerFields');
  const { input, set, comments, edited } = useField(name);
  const counter = useCounter(name, input.value);
  return (
    <FieldFrame example={t(`${name}.example`)} note={counter} {...{ comments, edited }}>
      <Textarea
        {...input}
        onChange={(event) => set(event.currentTarget.value)}
        autosize
        minRows={rows}
        maxRows={24}
      />
    </FieldFrame>
  );
}

interface ChoiceFieldProps {
  readonly name: 'facts.sector' | 'facts.instrument' | 'facts.transferability' | 'facts.accrual';
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Explains what is chosen. */
  readonly note?: ReactNode;
}

export function ChoiceField({ name, options, note }: ChoiceFieldProps) {
  const { t } = useTranslation('issuerFields');
  const { input, set, comments, edited } = useField(name);
  return (
    <FieldFrame {...{ note, comments, edited }}>
      <NativeSelect
        {...input}
        onChange={(event) => set(event.currentTarget.value)}
        data={[{ value: '', label: t('choose') }, ...options]}
      />
    </FieldFrame>
  );
}

type FigureName = Extract<
  FactField,
  | 'facts.price'
  | 'facts.lot'
  | 'facts.softCap'
  | 'facts.hardCap'
  | 'facts.minimumTicket'
  | 'facts.couponBps'
  | 'facts.ownFunds'
  | 'facts.baseline'
  | 'facts.target'
>;

interface FigureFieldProps {
  readonly name: FigureName;
  readonly of?: 'euro' | 'units';
  /** How what was typed is understood. */
  readonly note?: ReactNode;
}

/** An amount or a number, kept as typed and read strictly. */
export function FigureField({ name, of = 'units', note }: FigureFieldProps) {
  const { input, set, comments, edited } = useField(name);
  const { onFocus, onBlur, ...rest } = input;
  return (
    <FieldFrame {...{ note, comments, edited }}>
      <div className={styles.figure} onFocus={onFocus} onBlur={onBlur}>
        <EuroInput {...rest} onChange={set} of={of} />
      </div>
    </FieldFrame>
  );
}

interface DateFieldProps {
  readonly name: 'facts.opensAt' | 'facts.closesAt' | 'facts.targetDate' | 'facts.maturityDate';
  readonly type: 'date' | 'datetime-local';
  readonly note?: ReactNode;
}

export function DateField({ name, type, note }: DateFieldProps) {
  const { input, set, comments, edited } = useField(name);
  return (
    <FieldFrame {...{ note, comments, edited }}>
      <TextInput {...input} type={type} onChange={(event) => set(event.currentTarget.value)} />
    </FieldFrame>
  );
}
