import type { CaseView } from '@piazza/shared/contract';
import { caseOutcomes, type CaseOutcome } from '@piazza/shared/policy';
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Surveillance.module.css';

interface PartProps {
  readonly one: CaseView;
}

/** How a case ended, or the proposal to end it. */
export function Closing({ one }: PartProps) {
  const { t } = useTranslation('surveillance');
  const format = useFormat();
  const { closed, proposals } = one;
  if (closed !== null)
    return (
      <>
        <p>{t('case.closed', { outcome: t(`outcome.${closed.outcome}`) })}</p>
        <p>{closed.words}</p>
        <p className={styles.hint}>
          {t('case.closedBy', {
            maker: closed.maker,
            checker: closed.checker,
            at: format.dateTime(closed.at),
          })}
        </p>
      </>
    );
  if (proposals.length === 0) return <Propose one={one} />;
  return (
    <>
      {proposals.map(({ id, maker }) => (
        <p key={id}>
          {t('case.waiting', { name: maker.name })}{' '}
          <Link to="/desk/proposals/$proposalId" params={{ proposalId: id }}>
            {t('case.toProposal')}
          </Link>
        </p>
      ))}
    </>
  );
}

function Propose({ one }: PartProps) {
  const { t } = useTranslation('surveillance');
  const close = useCommand('cases.close');
  const [outcome, setOutcome] = useState<CaseOutcome>('no_abuse');
  const [words, setWords] = useState('');
  return (
    <form
      className={styles.player}
      onSubmit={(event) => {
        event.preventDefault();
        close.mutate({ params: { caseId: one.id }, body: { outcome, words } });
      }}
    >
      <p>{t('case.closeText')}</p>
      <NativeSelect
        label={t('case.outcome')}
        value={outcome}
        data={caseOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        onChange={(event) =>
          setOutcome(caseOutcomes.find((known) => known === event.currentTarget.value) ?? 'no_abuse')
        }
      />
      <Textarea
        label={t('case.words')}
        value={words}
        maxLength={4000}
        autosize
        minRows={2}
        required
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {close.isError && <ErrorState error={close.error} />}
      <div className={styles.acts}>
        <Button type="submit" loading={close.isPending} disabled={words.trim().length < 3}>
          {t('case.propose')}
        </Button>
      </div>
    </form>
  );
}
