import { Alert } from '@mantine/core';
import type { DossierView } from '@piazza/shared/contract';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { DeclarationsStep } from './DeclarationsStep.tsx';
import { DocumentsStep } from './DocumentsStep.tsx';
import styles from './Dossier.module.css';
import { OffersStep } from './OffersStep.tsx';
import { OwnersStep } from './OwnersStep.tsx';
import { RegistrationStep } from './RegistrationStep.tsx';
import { RepresentativesStep } from './RepresentativesStep.tsx';
import { StepList } from './StepList.tsx';
import type { Step } from './steps.ts';

export interface StepProps {
  readonly dossier: DossierView;
}

const parts: Readonly<Record<Step, ComponentType<StepProps>>> = {
  registration: RegistrationStep,
  owners: OwnersStep,
  representatives: RepresentativesStep,
  offers: OffersStep,
  declarations: DeclarationsStep,
  documents: DocumentsStep,
};

/** Who the organisation is, part by part; each is saved by itself, and one comes back to it when one likes. */
export function DossierPage() {
  const { t } = useTranslation('dossier');
  const { organisationId } = useParams({ from: '/issuer/organisations/$organisationId/dossier' });
  const { step = 'registration' } = useSearch({ from: '/issuer/organisations/$organisationId/dossier' });
  const dossier = useApi('dossier.read', { params: { organisationId } });
  if (dossier.isPending) return <Skeletons shape="page" />;
  if (dossier.isError)
    return <ErrorState error={dossier.error} onRetry={() => void dossier.refetch()} size="page" />;
  const { data } = dossier;
  const Part = parts[step];
  return (
    <>
      <PageHeader
        eyebrow={<Link to="/issuer">{t('back')}</Link>}
        title={t('title', { name: data.organisation.name })}
        lead={t('lead')}
      />
      <Standing dossier={data} />
      <StepList dossier={data} current={step} />
      <section aria-labelledby="dossier-step" className={styles.part}>
        <h2 id="dossier-step">{t(`step.${step}.title`)}</h2>
        <p className={styles.lead}>{t(`step.${step}.lead`)}</p>
        <Part key={step} dossier={data} />
      </section>
    </>
  );
}

function Standing({ dossier }: StepProps) {
  const { t } = useTranslation('dossier');
  const { gaps, openChecks } = dossier;
  const complete = gaps.length === 0;
  const text = !complete
    ? t('standing.gaps', { count: gaps.length })
    : openChecks.length > 0
      ? t('standing.complete')
      : t('standing.checked');
  return (
    <Alert color={complete ? 'bosco' : 'ocra'} variant="light" className={styles.standing ?? ''}>
      {text}
    </Alert>
  );
}
