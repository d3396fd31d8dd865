import { Button, Checkbox, TextInput } from '@mantine/core';
import type { InsiderView } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Duties.module.css';
import { readAgain } from './read-again.ts';

const blank = { name: '', email: '', why: '', from: '', until: '' };

interface Props {
  readonly listingId: ListingId;
  /** The entry of which the next version is written; null for a new one. */
  readonly insider: InsiderView | null;
  readonly onDone?: () => void;
}

const typedOf = (insider: InsiderView | null): typeof blank =>
  insider === null
    ? blank
    : { name: insider.name, email: '', why: insider.why, from: insider.from, until: insider.until ?? '' };

/** Enters somebody in the insider list, or writes what an entry says from now on; what it said before is kept. */
export function InsiderForm({ listingId, insider, onDone }: Props) {
  const { t } = useTranslation(['duties', 'ui']);
  const [typed, setTyped] = useState(typedOf(insider));
  const [manager, setManager] = useState(insider?.manager ?? false);
  const enter = useCommand('insiders.enter');
  const amend = useCommand('insiders.amend');
  const { isPending, isError, error } = insider === null ? enter : amend;
  const label = insider === null ? t('duties:enter') : t('duties:amendNamed', { name: insider.name });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { name, why, from } = typed;
    const email = typed.email === '' ? null : typed.email;
    const until = typed.until === '' ? null : typed.until;
    const body = { name, email, why, manager, from, until };
    const onSuccess = () => {
      if (insider === null) setTyped(blank);
      readAgain();
      onDone?.();
    };
    if (insider === null) enter.mutate({ params: { listingId }, body }, { onSuccess });
    else amend.mutate({ params: { listingId, entry: insider.entry }, body }, { onSuccess });
  };
  const field = (name: keyof typeof blank, type = 'text', description?: string) => (
    <TextInput
      type={type}
      label={t(`duties:${name}`)}
      description={description}
      value={typed[name]}
      autoComplete="off"
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
    />
  );
  const missing = typed.name.trim().length < 2 || typed.why.trim().length < 3 || typed.from === '';
  return (
    <form className={styles.form} noValidate onSubmit={send} aria-label={label}>
      {field('name')}
      {field('email', 'email', insider === null ? undefined : t('duties:emailKept'))}
      {field('why')}
      <Checkbox
        label={t('duties:manager')}
        checked={manager}
        onChange={(event) => setManager(event.currentTarget.checked)}
      />
      <div className={styles.pair}>
        {field('from', 'date')}
        {field('until', 'date')}
      </div>
      {isError && <ErrorState error={error} />}
      <div className={styles.acts}>
        <Button type="submit" loading={isPending} disabled={missing}>
          {insider === null ? t('duties:enter') : t('duties:amendSave')}
        </Button>
        {onDone !== undefined && (
          <Button variant="default" onClick={onDone}>
            {t('ui:confirm.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
