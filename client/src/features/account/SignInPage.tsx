import { PasswordInput, TextInput } from '@mantine/core';
import type { Session } from '@piazza/shared/contract';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isRefused, session, useApi, useCommand } from '../../api/index.ts';
import { DemoAccounts } from '../../ui/DemoAccounts/DemoAccounts.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import styles from './Account.module.css';
import { AccountForm } from './AccountForm.tsx';
import { looksLikeEmail, useFields } from './fields.ts';
import { PasskeyEntry, SecondStep } from './SecondStep.tsx';

/** The way in; afterwards one is where one wanted to be. */
export function SignInPage() {
  const { t } = useTranslation('account');
  const { to } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const { data: venue } = useApi('venue.read');
  const accounts = venue?.demoAccounts ?? [];
  const goOn = () => router.history.replace(to ?? '/');
  const begin = (begun: Session) => {
    session.begin(begun);
    goOn();
  };
  return (
    <>
      <PageHeader title={t('signIn.title')} lead={t('signIn.lead')} />
      <div className={styles.columns}>
        <div>
          <SignInForm onSession={begin} />
          <PasskeyEntry onSession={begin} />
          <div className={styles.links}>
            <p>
              <Link to="/reset">{t('signIn.forgot')}</Link>
            </p>
            <p>
              {t('signIn.noAccount')}{' '}
              <Link to="/register" search={{ to }}>
                {t('signIn.register')}
              </Link>
            </p>
          </div>
        </div>
        {accounts.length > 0 && <DemoAccounts accounts={accounts} onEntered={goOn} />}
      </div>
    </>
  );
}

function SignInForm({ onSession }: { readonly onSession: (begun: Session) => void }) {
  const { t } = useTranslation('account');
  const login = useCommand('auth.login');
  const form = useFields({ email: '', password: '' }, ({ email, password }) => ({
    ...(looksLikeEmail(email) ? {} : { email: t('error.email') }),
    ...(password === '' ? { password: t('error.password') } : {}),
  }));
  const send = form.onSubmit(({ email, password }) =>
    login.mutate({ body: { email: email.trim(), password } }, { onSuccess: onSession }),
  );
  if (isRefused(login.error, 'second_factor_needed'))
    return <SecondStep facts={login.error.facts} onSession={onSession} onAgain={() => login.reset()} />;
  return (
    <AccountForm
      submit={t('signIn.submit')}
      busy={login.isPending}
      errors={form.errors}
      refusal={login.error}
      onSubmit={send}
    >
      <TextInput
        {...form.bind('email')}
        type="email"
        label={t('field.email')}
        autoComplete="username"
        maxLength={254}
        required
      />
      <PasswordInput
        {...form.bind('password')}
        label={t('field.password')}
        autoComplete="current-password"
        maxLength={128}
        required
        visibilityToggleButtonProps={{ 'aria-label': t('field.show') }}
      />
    </AccountForm>
  );
}
