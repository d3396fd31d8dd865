import { Button, TextInput } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import styles from './Account.module.css';
import { AccountForm } from './AccountForm.tsx';
import { looksLikeEmail, minPasswordLength, useFields } from './fields.ts';
import { NewPassword } from './NewPassword.tsx';
import { useWeakPassword } from './weak-password.ts';

/** Asks for a link to choose a new password; with the token of such a link, chooses it. */
export function ResetPage() {
  const { token } = useSearch({ from: '/reset' });
  return token === undefined ? <AskForLink /> : <ChoosePassword token={token} />;
}

function AskForLink() {
  const { t } = useTranslation('account');
  const request = useCommand('auth.requestPasswordReset');
  const form = useFields({ email: '' }, ({ email }) =>
    looksLikeEmail(email) ? {} : { email: t('error.email') },
  );
  if (request.isSuccess)
    return (
      <>
        <PageHeader title={t('reset.sentTitle')} />
        <EmptyState title={form.values.email}>{t('reset.sentText', { email: form.values.email })}</EmptyState>
      </>
    );
  return (
    <>
      <PageHeader title={t('reset.title')} lead={t('reset.lead')} />
      <div className={styles.narrow}>
        <AccountForm
          submit={t('reset.submit')}
          busy={request.isPending}
          errors={form.errors}
          refusal={request.error}
          onSubmit={form.onSubmit(({ email }) => request.mutate({ body: { email: email.trim() } }))}
        >
          <TextInput
            {...form.bind('email')}
            type="email"
            label={t('field.email')}
            autoComplete="username"
            maxLength={254}
            required
          />
        </AccountForm>
      </div>
    </>
  );
}

function ChoosePassword({ token }: { readonly token: string }) {
  const { t } = useTranslation('account');
  const confirm = useCommand('auth.confirmPasswordReset');
  const weak = useWeakPassword(confirm.error);
  const form = useFields({ password: '' }, ({ password }) =>
    password.length < minPasswordLength ? { password: t('error.newPassword') } : {},
  );
  if (confirm.isSuccess)
    return (
      <>
        <PageHeader title={t('reset.doneTitle')} />
        <EmptyState
          title={t('reset.doneText')}
          action={
            <Button renderRoot={(props) => <Link to="/sign-in" {...props} />}>{t('signIn.submit')}</Button>
          }
        >
          {null}
        </EmptyState>
      </>
    );
  const bound = form.bind('password');
  return (
    <>
      <PageHeader title={t('reset.title')} lead={t('reset.confirmLead')} />
      <div className={styles.narrow}>
        <AccountForm
          submit={t('reset.confirmSubmit')}
          busy={confirm.isPending}
          errors={form.errors}
          refusal={confirm.error}
          onSubmit={form.onSubmit(({ password }) => confirm.mutate({ body: { token, password } }))}
        >
          <NewPassword {...bound} error={bound.error ?? weak} />
        </AccountForm>
      </div>
    </>
  );
}
