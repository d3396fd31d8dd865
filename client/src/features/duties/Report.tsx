import { Button, Textarea } from '@mantine/core';
import type { DutyReport } from '@piazza/shared/contract';
import type { OrganisationId } from '@piazza/shared/values';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { Slot } from '../../slots/slots.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Duties.module.css';
import { Filing } from './Filing.tsx';
import { readAgain } from './read-again.ts';

interface Props {
  readonly report: DutyReport;
  readonly indicator: string;
  readonly issuer: boolean;
  readonly operator: boolean;
  /** Whose it is; undefined while that is read. */
  readonly organisationId: OrganisationId | undefined;
}

/** One report: when it is due, what it says, and what the reader can do with it. */
export function Report({ report, indicator, issuer, operator, organisationId }: Props) {
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
      {filing !== null && (
        <Slot name="reportDocuments" listingId={report.listingId} documents={filing.documents} />
      )}
      {asked && <p>{t('asked', { words: decided.words })}</p>}
      {issuer && status !== 'accepted' && organisationId !== undefined && (
        <Filing report={report} organisationId={organisationId} />
      )}
      {operator && status !== 'accepted' && <Deciding report={report} />}
    </li>
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
