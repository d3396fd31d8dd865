import { Button, NumberInput, Textarea } from '@mantine/core';
import type { DutyReport } from '@piazza/shared/contract';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Duties.module.css';

interface Props {
  readonly report: DutyReport;
  readonly indicator: string;
  readonly issuer: boolean;
  readonly operator: boolean;
}

export const readAgain = (): void => {
  for (const name of ['duties.read', 'insiders.list'])
    void queryClient.invalidateQueries({ queryKey: [name] });
};

/** One report: when it is due, what it says, and what the reader can do with it. */
export function Report({ report, indicator, issuer, operator }: Props) {
  const { t } = useTranslation('duties');
  const format = useFormat();
  const { kind, number, dueOn, status, late, filing, decided } = report;
  const asked = status === 'changes_requested' && decided !== null && decided.words !== '';
  return (
    <li className={styles.item}>
      <h3>{t(`kind.${kind}`, { number })}</h3>
      <p>
        {t('due', { date: format.longDate(Date.parse(`${dueOn}T12:00:00Z`)) })} · {t(`status.${status}`)}{' '}
        {late && <span className={styles.late}>({t('late')})</span>}
      </p>
      {filing !== null && <p>{filing.words}</p>}
      {filing?.figure !== null && filing?.figure !== undefined && (
        <p>{t('figure', { indicator, figure: format.number(filing.figure) })}</p>
      )}
      {asked && <p>{t('asked', { words: decided.words })}</p>}
      {issuer && status !== 'accepted' && <Filing report={report} />}
      {operator && status !== 'accepted' && <Deciding report={report} />}
    </li>
  );
}

function Filing({ report }: Pick<Props, 'report'>) {
  const { t } = useTranslation('duties');
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [figure, setFigure] = useState<number | string>('');
  const file = useCommand('duties.file');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const body = { words, figure: typeof figure === 'number' ? figure : null, documents: [] };
    const onSuccess = () => {
      setOpen(false);
      readAgain();
    };
    file.mutate({ params: { reportId: report.id }, body }, { onSuccess });
  };
  if (!open)
    return (
      <div>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('file')}
        </Button>
      </div>
    );
  return (
    <form className={styles.form} noValidate onSubmit={send} aria-label={t('file')}>
      <Textarea
        label={t('words')}
        value={words}
        minRows={4}
        autosize
        maxLength={20_000}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {report.kind === 'impact' && (
        <NumberInput label={t('figureField')} value={figure} onChange={setFigure} hideControls />
      )}
      {file.isError && <ErrorState error={file.error} />}
      <div>
        <Button type="submit" loading={file.isPending} disabled={words.trim().length < 20}>
          {t('send')}
        </Button>
      </div>
    </form>
  );
}

function Deciding({ report }: Pick<Props, 'report'>) {
  const { t } = useTranslation('duties');
  const [reason, setReason] = useState('');
  const decide = useCommand('duties.decide');
  const end = useCommand('duties.endClosedPeriod');
  const params = { reportId: report.id };
  const contentHash = report.filing?.contentHash ?? '';
  const say = (accept: boolean) =>
    decide.mutate({ params, body: { accept, contentHash, reason } }, { onSuccess: readAgain });
  const missing = reason.trim().length < 3;
  return (
    <div className={styles.form}>
      <Textarea
        label={t('reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {decide.isError && <ErrorState error={decide.error} />}
      {end.isError && <ErrorState error={end.error} />}
      <div className={styles.acts}>
        {report.status === 'filed' && (
          <>
            <Button disabled={missing} loading={decide.isPending} onClick={() => say(true)}>
              {t('accept')}
            </Button>
            <Button variant="default" disabled={missing} onClick={() => say(false)}>
              {t('changes')}
            </Button>
          </>
        )}
        <Button
          variant="default"
          disabled={missing}
          onClick={() => end.mutate({ params, body: { reason } }, { onSuccess: readAgain })}
        >
          {t('endClosed')}
        </Button>
      </div>
    </div>
  );
}
