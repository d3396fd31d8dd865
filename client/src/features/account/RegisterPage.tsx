import { TextInput } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import styles from './Account.module.css';
import { AccountForm } from './AccountForm.tsx';
import { looksLikeEmail, minPasswordLength, useFields } from './fields.ts';
import { NewPassword } from './NewPassword.tsx';
import { RoleChoice, type OpenRole } from './RoleChoice.tsx';
import { keepWayBack } from './way-back.ts';
import { useWeakPassword } from './weak-password.ts';

/** Opens an account; the address is proved by a message before anything else. */
export function RegisterPage() {
  const { t } = useTranslation('account');
  const { to } = useSearch({ from: '/register' });
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { data: venue } = useApi('venue.read');
  if (sentTo !== null)
    return (
      <>
        <PageHeader title={t('register.doneTitle')} />
        <EmptyState title={sentTo}>
          <p>{t('register.doneText', { email: sentTo })}</p>
          {venue?.mode === 'SIMULATION' && <p>{t('register.doneSimulation')}</p>}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader title={t('register.title')} lead={t('register.lead')} />
      <div className={styles.narrow}>
        <RegisterForm
          onSent={(email) => {
            keepWayBack(to);
            setSentTo(email);
          }}
        />
        <p className={styles.links}>
          <span>
            {t('register.haveOne')}{' '}
            <Link to="/sign-in" search={{ to }}>
              {t('register.signIn')}
            </Link>
          </span>
        </p>
      </div>
    </>
  );
}

function RegisterForm({ onSent }: { readonly onSent: (email: string) => void }) {
  const { t } = useTranslation('account');
  const { locale } = useFormat();
  const [role, setRole] = useState<OpenRole>('investor');
  const register = useCommand('auth.register');
  const weak = useWeakPassword(register.error);
  const form = useFields({ displayName: '', email: '', password: '' }, (values) => ({
    ...(values.displayName.trim().length < 2 ? { displayName: t('error.displayName') } : {}),
    ...(looksLikeEmail(values.email) ? {} : { email: t('error.email') }),
    ...(values.password.length < minPasswordLength ? { password: t('error.newPassword') } : {}),
  }));
  const send = form.onSubmit(({ displayName, email, password }) => {
    const body = { displayName: displayName.trim(), email: email.trim(), password, role, locale };
    register.mutate({ body }, { onSuccess: () => onSent(body.email) });
  });
  const password = form.bind('password');
  return (
    <AccountForm
      submit={t('register.submit')}
      busy={register.isPending}
      errors={form.errors}
      refusal={register.error}
      onSubmit={send}
    >
      <RoleChoice value={role} onChange={setRole} />
      <TextInput
        {...form.bind('displayName')}
        label={t('field.displayName')}
        description={t('field.displayNameHint')}
        autoComplete="name"
        maxLength={80}
        required
      />
      <TextInput
        {...form.bind('email')}
        type="email"
        label={t('field.email')}
        autoComplete="email"
        maxLength={254}
        required
      />
      <NewPassword {...password} error={password.error ?? weak} />
    </AccountForm>
  );
}
