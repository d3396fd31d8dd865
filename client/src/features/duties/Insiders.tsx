import { Button, Checkbox, TextInput } from '@mantine/core';
import type { ListingId } from '@piazza/shared/values';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, saveFile, useApi, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Duties.module.css';
import { readAgain } from './Report.tsx';

interface Props {
  readonly listingId: ListingId;
  readonly issuer: boolean;
}

/** The insider list, for its issuer and operators. */
export function Insiders({ listingId, issuer }: Props) {
  const { t } = useTranslation('duties');
  const format = useFormat();
  const list = useApi('insiders.list', { params: { listingId } }).data?.insiders ?? [];
  const day = (text: string): string => format.longDate(Date.parse(`${text}T12:00:00Z`));
  const download = async () =>
    saveFile('insiders.csv', [await api('insiders.export', { params: { listingId } })], 'text/csv');
  return (
    <section aria-labelledby="duty-insiders" className={styles.part}>
      <h2 id="duty-insiders">{t('insiders')}</h2>
      <p>{t('insidersLead')}</p>
      <ul className={styles.list}>
        {list.map(({ entry, name, why, from, until }) => (
          <li key={entry} className={styles.item}>
            <p className={styles.late}>{name}</p>
            <p>
              {why} · {t('since', { from: day(from) })}
              {until !== null && ` – ${day(until)}`}
            </p>
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        <Button variant="default" onClick={() => void download()}>
          {t('download')}
        </Button>
      </div>
      {issuer && <Enter listingId={listingId} />}
    </section>
  );
}

const blank = { name: '', email: '', why: '', from: '', until: '' };

function Enter({ listingId }: Pick<Props, 'listingId'>) {
  const { t } = useTranslation('duties');
  const [typed, setTyped] = useState(blank);
  const [manager, setManager] = useState(false);
  const enter = useCommand('insiders.enter');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { name, why, from } = typed;
    const email = typed.email === '' ? null : typed.email;
    const until = typed.until === '' ? null : typed.until;
    const onSuccess = () => {
      setTyped(blank);
      readAgain();
    };
    enter.mutate({ params: { listingId }, body: { name, email, why, manager, from, until } }, { onSuccess });
  };
  const field = (name: keyof typeof blank, type = 'text') => (
    <TextInput
      type={type}
      label={t(name)}
      value={typed[name]}
      autoComplete="off"
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
    />
  );
  const missing = typed.name.trim().length < 2 || typed.why.trim().length < 3 || typed.from === '';
  return (
    <form className={styles.form} noValidate onSubmit={send} aria-label={t('enter')}>
      {field('name')}
      {field('email', 'email')}
      {field('why')}
      <Checkbox
        label={t('manager')}
        checked={manager}
        onChange={(event) => setManager(event.currentTarget.checked)}
      />
      <div className={styles.pair}>
        {field('from', 'date')}
        {field('until', 'date')}
      </div>
      {enter.isError && <ErrorState error={enter.error} />}
      <div>
        <Button type="submit" loading={enter.isPending} disabled={missing}>
          {t('enter')}
        </Button>
      </div>
    </form>
  );
}
