import type { Access } from '@piazza/shared/contract';
import { Button } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';

/** Shows a screen to those whom its route is for, and tells the others what is missing. The server decides anyway. */
export function Guard({ access, children }: { readonly access: Access; readonly children?: ReactNode }) {
  const me = useMe();
  if (access === 'public') return children;
  if (me === null) return <SignInFirst />;
  if (access === 'signed_in' || access.some((role) => me.roles.includes(role))) return children;
  return <OtherRoles roles={access} />;
}

function SignInFirst() {
  const { t } = useTranslation('common');
  const { href } = useLocation();
  return (
    <>
      <PageHeader title={t('guard.signInTitle')} />
      <EmptyState
        title={t('nav.signIn')}
        action={
          <Button renderRoot={(props) => <Link to="/sign-in" search={{ to: href }} {...props} />}>
            {t('nav.signIn')}
          </Button>
        }
      >
        {t('guard.signInText')}
      </EmptyState>
    </>
  );
}

function OtherRoles({ roles }: { readonly roles: Exclude<Access, string> }) {
  const { t } = useTranslation(['common', 'ui']);
  const format = useFormat();
  return (
    <>
      <PageHeader title={t('common:guard.rolesTitle')} />
      <p>{t('common:guard.rolesText', { roles: format.list(roles.map((role) => t(`ui:role.${role}`))) })}</p>
    </>
  );
}
