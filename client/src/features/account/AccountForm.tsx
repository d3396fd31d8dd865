import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { FormErrors, type FieldError } from '../../ui/FormErrors/FormErrors.tsx';
import styles from './Account.module.css';

interface AccountFormProps {
  readonly submit: string;
  readonly busy: boolean;
  readonly errors: readonly FieldError[];
  /** What the venue refused, or null. */
  readonly refusal: unknown;
  readonly onSubmit: (event: FormEvent) => void;
  readonly children: ReactNode;
}

/** A form with its errors on top, one button, and no checks of the browser that would speak another language. */
export function AccountForm({ submit, busy, errors, refusal, onSubmit, children }: AccountFormProps) {
  return (
    <form noValidate onSubmit={onSubmit} className={styles.form}>
      <FormErrors errors={errors} />
      {errors.length === 0 && refusal !== null && <ErrorState error={refusal} />}
      {children}
      <Button type="submit" loading={busy} className={styles.submit ?? ''}>
        {submit}
      </Button>
    </form>
  );
}
