import { Button } from '@mantine/core';
import type { Onboarding } from '@piazza/shared/contract';
import { IconCheck } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Onboarding.module.css';
import { nextStep, stateOf, steps, type Step, type StepState } from './standing.ts';
import { useStepText } from './useStepText.ts';

/** What is done and what is next, on one page; each step is kept as it is done. */
export function OnboardingPage() {
  const { t } = useTranslation('onboarding');
  const { data, error, refetch } = useApi('protection.read');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {data === undefined && error === null && <Skeletons shape="rows" count={4} />}
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <Steps onboarding={data} />}
    </>
  );
}

function Steps({ onboarding }: { readonly onboarding: Onboarding }) {
  const { t } = useTranslation('onboarding');
  const next = nextStep(onboarding);
  return (
    <>
      {next === null && <Ready />}
      <ol className={styles.steps} aria-label={t('steps')}>
        {steps.map((step, index) => (
          <StepRow key={step} step={step} number={index + 1} onboarding={onboarding} isNext={step === next} />
        ))}
        <ClassRow onboarding={onboarding} />
      </ol>
    </>
  );
}

/** Nothing stands before a commitment any more. */
function Ready() {
  const { t } = useTranslation('onboarding');
  const { to } = useSearch({ from: '/onboarding' });
  return (
    <section className={styles.ready} aria-labelledby="ready">
      <h2 id="ready" className={styles.name}>
        {t('readyTitle')}
      </h2>
      <p>{t('readyText')}</p>
      <Button renderRoot={(props) => <Link to={to ?? '/offers'} {...props} />}>
        {to === undefined ? t('toOffers') : t('toOffer')}
      </Button>
    </section>
  );
}

interface StepRowProps {
  readonly step: Step;
  readonly number: number;
  readonly onboarding: Onboarding;
  readonly isNext: boolean;
}

function StepRow({ step, number, onboarding, isNext }: StepRowProps) {
  const { t } = useTranslation('onboarding');
  const text = useStepText();
  const { to } = useSearch({ from: '/onboarding' });
  const state = stateOf(step, onboarding);
  const open = t(state === 'done' || state === 'waiting' ? 'again' : 'open');
  return (
    <li className={styles.step} data-next={isNext}>
      <Mark state={state} number={number} />
      <div>
        <h2 className={styles.name}>{t(`${step}.title`)}</h2>
        <span className={styles.state}>
          <strong>{t(`state.${state}`)}.</strong> {text(step, onboarding)}
        </span>
      </div>
      <Button
        className={styles.go ?? ''}
        variant={isNext ? 'filled' : 'default'}
        aria-label={isNext ? t(`go.${step}`) : `${open}: ${t(`${step}.title`)}`}
        renderRoot={(props) => (
          <Link to={`/onboarding/${step}`} search={to === undefined ? {} : { to }} {...props} />
        )}
      >
        {isNext ? t(`go.${step}`) : open}
      </Button>
    </li>
  );
}

function Mark({ state, number }: { readonly state: StepState; readonly number?: number }) {
  return (
    <span className={styles.mark} data-state={state} aria-hidden="true">
      {state === 'done' ? <IconCheck size={20} /> : (number ?? '·')}
    </span>
  );
}

/** Not a step: nobody needs it. */
function ClassRow({ onboarding }: { readonly onboarding: Onboarding }) {
  const { t } = useTranslation('onboarding');
  const text = useStepText();
  const state = onboarding.investorClass.request?.status === 'waiting' ? 'waiting' : 'optional';
  return (
    <li className={styles.step}>
      <Mark state={state} />
      <div>
        <h2 className={styles.name}>{t('investorClass.title')}</h2>
        <span className={styles.state}>
          <strong>{t(`state.${state}`)}.</strong> {text('class', onboarding)}
        </span>
      </div>
      <Button
        className={styles.go ?? ''}
        variant="default"
        aria-label={`${t('open')}: ${t('investorClass.title')}`}
        renderRoot={(props) => <Link to="/onboarding/class" {...props} />}
      >
        {t('open')}
      </Button>
    </li>
  );
}
