import { Button, Textarea } from '@mantine/core';
import type { ClassCase } from '@piazza/shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { policy } from '@piazza/shared/policy';
import { queryClient, queryKey, useApi, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Facts } from '../../ui/Facts/Facts.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Onboarding.module.css';

/** Requests for the class. Granting is proposed here and agreed to by another person in the queue. */
export function ClassRequests() {
  const { t } = useTranslation('onboarding');
  const read = useApi('protection.classes', { query: { limit: 50 } });
  const [done, setDone] = useState('');
  if (read.isPending) return <Skeletons shape="rows" count={2} />;
  if (read.isError) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  return (
    <>
      {read.data.items.length === 0 && <EmptyState title={t('desk.none')}>{t('desk.noneText')}</EmptyState>}
      <div className={styles.cases}>
        {read.data.items.map((request) => (
          <ClassCaseCard key={request.personId} request={request} onDone={setDone} />
        ))}
      </div>
      <LiveRegion text={done} />
    </>
  );
}

interface ClassCaseCardProps {
  readonly request: ClassCase;
  readonly onDone: (said: string) => void;
}

function ClassCaseCard({ request, onDone }: ClassCaseCardProps) {
  const { t } = useTranslation('onboarding');
  const format = useFormat();
  const { personId, displayName: name, status, criteria, evidence, identity, at, own } = request;
  const sums = {
    income: format.money(policy.classIncomeCents),
    portfolio: format.money(policy.classPortfolioCents),
    ownFunds: format.money(policy.classOwnFundsCents),
    turnover: format.money(policy.classTurnoverCents),
    balanceSheet: format.money(policy.classBalanceSheetCents),
  };
  return (
    <section className={styles.card} aria-labelledby={`class-of-${personId}`}>
      <h3 id={`class-of-${personId}`} className={styles.name}>
        {name}
      </h3>
      <Facts
        facts={[
          { label: t('desk.status'), value: t(`desk.statuses.${status}`) },
          { label: t('desk.since'), value: format.dateTime(at) },
          { label: t('desk.identityOf'), value: t(`desk.statuses.${identity ?? 'none'}`) },
          {
            label: t('desk.criteria'),
            value: format.list(criteria.map((criterion) => t(`investorClass.criteria.${criterion}`, sums))),
          },
          { label: t('desk.evidence'), value: evidence },
        ]}
      />
      {status === 'waiting' && own && <p>{t('desk.own')}</p>}
      {status === 'waiting' && !own && <Decision request={request} onDone={onDone} />}
    </section>
  );
}

const shortestReason = 3;

function Decision({ request, onDone }: ClassCaseCardProps) {
  const { t } = useTranslation('onboarding');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const propose = useCommand('protection.proposeClass');
  const refuse = useCommand('protection.refuseClass');
  const { personId, number, displayName: name } = request;
  const give = (command: typeof propose | typeof refuse, said: string) => {
    setAsked(true);
    if (reason.trim().length < shortestReason) return;
    const input = { params: { personId }, body: { request: number, reason: reason.trim() } };
    const onSuccess = () => {
      onDone(said);
      void queryClient.invalidateQueries({ queryKey: queryKey('protection.classes') });
    };
    (command as typeof propose).mutate(input, { onSuccess });
  };
  const refusal = propose.error ?? refuse.error;
  return (
    <div className={styles.form}>
      {refusal !== null && <ErrorState error={refusal} />}
      {propose.isSuccess && <p className={styles.told}>{t('desk.proposed')}</p>}
      <Textarea
        label={t('desk.decide', { name })}
        description={t('desk.reasonHelp')}
        value={reason}
        error={asked && reason.trim().length < shortestReason ? t('desk.reasonMissing') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={2}
        required
      />
      <div className={styles.acts}>
        <Button loading={propose.isPending} onClick={() => give(propose, t('desk.proposed'))}>
          {t('desk.propose')}
        </Button>
        <Button variant="default" loading={refuse.isPending} onClick={() => give(refuse, t('desk.refused'))}>
          {t('desk.refuse')}
        </Button>
      </div>
    </div>
  );
}
