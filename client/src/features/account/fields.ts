import { useState, type ChangeEvent, type FormEvent } from 'react';
import type { FieldError } from '../../ui/FormErrors/FormErrors.tsx';

type Values = Readonly<Record<string, string>>;
type Check<T extends Values> = (values: T) => Partial<Record<keyof T, string>>;

/** A small form of texts: what is typed, what is wrong with it once it was sent, in the order of the fields. */
export function useFields<T extends Values>(initial: T, check: Check<T>) {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const set = (name: keyof T & string, value: string) =>
    setValues((before) => ({ ...before, [name]: value }));
  const inspect = (): readonly FieldError[] => {
    const wrong = check(values);
    return Object.keys(initial).flatMap((field) => {
      const text = wrong[field];
      return text === undefined ? [] : [{ field, text }];
    });
  };
  return {
    values,
    errors,
    set,
    /** What an input needs; its id is the field's name, so that the summary of errors can lead to it. */
    bind: (name: keyof T & string) => ({
      id: name,
      name,
      value: values[name],
      error: errors.find(({ field }) => field === name)?.text,
      onChange: (event: ChangeEvent<HTMLInputElement>) => set(name, event.currentTarget.value),
    }),
    onSubmit: (send: (values: T) => void) => (event: FormEvent) => {
      event.preventDefault();
      const found = inspect();
      setErrors(found);
      if (found.length === 0) send(values);
    },
  };
}

/** Loose on purpose: the address is proved by a message, not by a pattern. */
export const looksLikeEmail = (text: string): boolean => /^\S+@\S+\.\S+$/.test(text.trim());
export const minPasswordLength = 12;
