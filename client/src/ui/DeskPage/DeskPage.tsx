import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
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
  { to: '/desk/surveillance', label: 'surveillance' },
  { to: '/desk/duties', label: 'duties' },
  { to: '/desk/conflicts', label: 'conflicts' },
  { to: '/desk/people', label: 'people' },
  { to: '/desk/markets', label: 'markets' },
  { to: '/desk/payments', label: 'payments' },
  { to: '/desk/policy', label: 'policy' },
  { to: '/desk/fees', label: 'fees' },
  { to: '/desk/clock', label: 'clock' },
  { to: '/desk/mail', label: 'mail' },
  { to: '/desk/reports', label: 'reports' },
  { to: '/desk/audit', label: 'audit' },
] as const;

/** Where the parts do not fit, the one that is open comes into sight. */
function useOpenInSight() {
  const nav = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  useEffect(() => {
    const open = [...(nav.current?.querySelectorAll('a') ?? [])].find(({ pathname }) => pathname === path);
    if (nav.current === null || open === undefined) return;
    nav.current.scrollLeft = open.offsetLeft - (nav.current.clientWidth - open.clientWidth) / 2;
  }, [path]);
  return nav;
}

/** The frame of every part of the desk: where one is, and the way to the others. */
export function DeskPage({ title, lead, children }: DeskPageProps) {
  const { t } = useTranslation('ui');
  const nav = useOpenInSight();
  return (
    <>
      <PageHeader eyebrow={t('desk.eyebrow')} title={title} lead={lead} />
      <nav ref={nav} aria-label={t('desk.nav.label')} className={styles.parts}>
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
      <SecondFactorAdvice />
      {children}
    </>
  );
}

/** Who oversees the venue should not do so by a password alone; they are told, and not forced. */
function SecondFactorAdvice() {
  const { t } = useTranslation('ui');
  const { data } = useApi('security.read');
  if (data?.secondFactorAdvised !== true) return null;
  return (
    <p className={styles.advice}>
      {t('desk.secondFactor.text')} <Link to="/profile/security">{t('desk.secondFactor.link')}</Link>
    </p>
  );
}
