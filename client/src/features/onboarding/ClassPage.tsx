import { Button, Checkbox, Radio, Textarea } from '@mantine/core';
import type { ClassCriterion, ClassParty, Onboarding } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useApi, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { FormErrors, type FieldError } from '../../ui/FormErrors/FormErrors.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Onboarding.module.css';
import { StepPage } from './StepPage.tsx';
import { useStepText } from './useStepText.ts';

const keep = (onboarding: Onboarding): void => {
  queryClient.setQueryData(queryKey('protection.read'), onboarding);
};

/** The class of investors: what one has, what one would give up, and how to ask. */
export function ClassPage() {
  const { t } = useTranslation('onboarding');
  const text = useStepText();
  const { data, error, refetch } = useApi('protection.read');
  const waits = data?.investorClass.request?.status === 'waiting';
  return (
    <StepPage title={t('investorClass.title')} lead={t('investorClass.lead')}>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeletons shape="rows" count={4} />}
      {data !== undefined && (
        <>
          <p className={styles.told}>{text('class', data)}</p>
          {data.investorClass.present === 'sophisticated' && <Leave />}
          <Losses />
          {!waits && <Request />}
        </>
      )}
    </StepPage>
  );
}

function Losses() {
  const { t } = useTranslation('onboarding');
  return (
    <section className={styles.warning} aria-labelledby="class-loses">
      <h2 id="class-loses">{t('investorClass.losesTitle')}</h2>
      <ul>
        <li>{t('investorClass.loses.reflection', { days: policy.reflectionDays })}</li>
        <li>{t('investorClass.loses.warnings')}</li>
        <li>{t('investorClass.loses.test')}</li>
      </ul>
    </section>
  );
}

function Leave() {
  const { t } = useTranslation('onboarding');
  const [asking, setAsking] = useState(false);
  const leave = useCommand('protection.leaveClass');
  const done = (onboarding: Onboarding) => {
    keep(onboarding);
    setAsking(false);
    void queryClient.invalidateQueries({ queryKey: queryKey('me.read') });
  };
  return (
    <>
      <Button variant="default" mb="lg" onClick={() => setAsking(true)}>
        {t('investorClass.leave')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('investorClass.leave')}
        confirm={t('investorClass.leave')}
        busy={leave.isPending}
        error={leave.error}
        onConfirm={() => leave.mutate({}, { onSuccess: done })}
        onClose={() => setAsking(false)}
      >
        {t('investorClass.leaveText')}
      </ConfirmDialog>
    </>
  );
}

const criteriaOf: Readonly<Record<ClassParty, readonly ClassCriterion[]>> = {
  person: ['income_or_portfolio', 'finance_experience', 'frequent_trades'],
  entity: ['own_funds', 'turnover', 'balance_sheet'],
};
const needed: Readonly<Record<ClassParty, number>> = {
  person: policy.classCriteriaOfPerson,
  entity: policy.classCriteriaOfEntity,
};
const shortestEvidence = 10;

interface Wish {
  readonly party: ClassParty;
  readonly criteria: readonly ClassCriterion[];
  readonly evidence: string;
  readonly attested: boolean;
}
const noWish: Wish = { party: 'person', criteria: [], evidence: '', attested: false };

function useErrors(): (wish: Wish) => readonly FieldError[] {
  const { t } = useTranslation('onboarding');
  return ({ party, criteria, evidence, attested }) => {
    const errors: FieldError[] = [];
    const count = needed[party];
    if (criteria.length < count)
      errors.push({
        field: `class-${criteriaOf[party][0] ?? ''}`,
        text: t('investorClass.error.criteria', { count }),
      });
    if (evidence.trim().length < shortestEvidence)
      errors.push({ field: 'class-evidence', text: t('investorClass.error.evidence') });
    if (!attested) errors.push({ field: 'class-attested', text: t('investorClass.error.attested') });
    return errors;
  };
}

function Request() {
  const { t } = useTranslation('onboarding');
  const errorsOf = useErrors();
  const [wish, setWish] = useState(noWish);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const request = useCommand('protection.requestClass');
  const change = (changes: Partial<Wish>) => setWish((before) => ({ ...before, ...changes }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    const found = errorsOf(wish);
    setErrors(found);
    if (found.length > 0) return;
    const body = { ...wish, criteria: [...wish.criteria], evidence: wish.evidence.trim() };
    request.mutate({ body }, { onSuccess: keep });
  };
  return (
    <form noValidate onSubmit={send} className={styles.form}>
      <FormErrors errors={errors} />
      {errors.length === 0 && request.error !== null && <ErrorState error={request.error} />}
      <Criteria wish={wish} change={change} />
      <Textarea
        id="class-evidence"
        label={t('investorClass.evidence')}
        description={t('investorClass.evidenceHelp')}
        value={wish.evidence}
        onChange={(event) => change({ evidence: event.currentTarget.value })}
        maxLength={2000}
        autosize
        minRows={3}
        required
      />
      <Checkbox
        id="class-attested"
        size="md"
        checked={wish.attested}
        onChange={(event) => change({ attested: event.currentTarget.checked })}
        label={t('investorClass.attest')}
      />
      <Button type="submit" variant="default" loading={request.isPending} className={styles.submit ?? ''}>
        {t('investorClass.send')}
      </Button>
    </form>
  );
}

interface CriteriaProps {
  readonly wish: Wish;
  readonly change: (changes: Partial<Wish>) => void;
}

/** As whom one invests, and which criteria hold. */
function Criteria({ wish, change }: CriteriaProps) {
  const { t } = useTranslation('onboarding');
  const format = useFormat();
  const sums = {
    income: format.money(policy.classIncomeCents),
    portfolio: format.money(policy.classPortfolioCents),
    ownFunds: format.money(policy.classOwnFundsCents),
    turnover: format.money(policy.classTurnoverCents),
    balanceSheet: format.money(policy.classBalanceSheetCents),
  };
  const toggle = (criterion: ClassCriterion, holds: boolean) => {
    const others = wish.criteria.filter((one) => one !== criterion);
    change({ criteria: holds ? [...others, criterion] : others });
  };
  const title = wish.party === 'person' ? 'criteriaOfPerson' : 'criteriaOfEntity';
  return (
    <>
      <Radio.Group
        label={t('investorClass.party')}
        value={wish.party}
        onChange={(party) => change({ party, criteria: [] })}
      >
        <div className={styles.options}>
          <Radio value="person" size="md" label={t('investorClass.person')} />
          <Radio value="entity" size="md" label={t('investorClass.entity')} />
        </div>
      </Radio.Group>
      <fieldset className={styles.question}>
        <legend>{t(`investorClass.${title}`)}</legend>
        <div className={styles.options}>
          {criteriaOf[wish.party].map((criterion) => (
            <Checkbox
              key={criterion}
              id={`class-${criterion}`}
              size="md"
              checked={wish.criteria.includes(criterion)}
              onChange={(event) => toggle(criterion, event.currentTarget.checked)}
              label={t(`investorClass.criteria.${criterion}`, sums)}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
