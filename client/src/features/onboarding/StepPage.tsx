import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';

interface StepPageProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** The frame of a step: its name, and the way back to the whole. */
export function StepPage({ title, lead, children }: StepPageProps) {
  const { t } = useTranslation('onboarding');
  const { to } = useSearch({ strict: false });
  const back = (
    <Link to="/onboarding" search={typeof to === 'string' ? { to } : {}}>
      {t('back')}
    </Link>
  );
  return (
    <>
      <PageHeader eyebrow={back} title={title} lead={lead} />
      {children}
    </>
  );
}
