import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../PageHeader/PageHeader.tsx';
import styles from './DeskPage.module.css';

interface DeskPageProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

const parts = [
  { to: '/desk', label: 'queue' },
  { to: '/desk/proposals', label: 'proposals' },
  { to: '/desk/identities', label: 'identities' },
  { to: '/desk/people', label: 'people' },
  { to: '/desk/markets', label: 'markets' },
  { to: '/desk/policy', label: 'policy' },
  { to: '/desk/clock', label: 'clock' },
  { to: '/desk/mail', label: 'mail' },
  { to: '/desk/audit', label: 'audit' },
] as const;

/** The frame of every part of the desk: where one is, and the way to the others. */
export function DeskPage({ title, lead, children }: DeskPageProps) {
  const { t } = useTranslation('ui');
  return (
    <>
      <PageHeader eyebrow={t('desk.eyebrow')} title={title} lead={lead} />
      <nav aria-label={t('desk.nav.label')} className={styles.parts}>
        {parts.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: true, includeSearch: false }}
            className={styles.part}
          >
            {t(`desk.nav.${label}`)}
          </Link>
        ))}
      </nav>
      {children}
    </>
  );
}
