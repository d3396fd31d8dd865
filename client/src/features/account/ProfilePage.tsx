import { NativeSelect, TextInput } from '@mantine/core';
import type { Me } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { session, useCommand, useMe } from '../../api/index.ts';
import { asLocale, useFormat } from '../../locale/use-format.ts';
import { Facts } from '../../ui/Facts/Facts.tsx';
import { FieldHelp } from '../../ui/FieldHelp/FieldHelp.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import styles from './Account.module.css';
import { AccountForm } from './AccountForm.tsx';
import { useFields } from './fields.ts';

/** Name and language, which one may change; roles, tier and class, which the venue records. */
export function ProfilePage() {
  const { t } = useTranslation('account');
  const me = useMe();
  if (me === null) return null;
  return (
    <>
      <PageHeader title={t('profile.title')} lead={t('profile.lead')} />
      <div className={styles.columns}>
        <ProfileForm me={me} />
        <Standing me={me} />
      </div>
    </>
  );
}

function ProfileForm({ me }: { readonly me: Me }) {
  const { t } = useTranslation(['account', 'common']);
  const update = useCommand('me.update');
  const form = useFields<Record<'displayName' | 'locale', string>>(
    { displayName: me.displayName, locale: me.locale },
    ({ displayName }) =>
      displayName.trim().length < 2 ? { displayName: t('account:error.displayName') } : {},
  );
  const send = form.onSubmit(({ displayName, locale }) =>
    update.mutate(
      { body: { displayName: displayName.trim(), locale: asLocale(locale) } },
      { onSuccess: (next) => session.changeMe(next) },
    ),
  );
  const saved = update.isSuccess ? t('account:profile.saved') : '';
  return (
    <AccountForm
      submit={t('account:profile.save')}
      busy={update.isPending}
      errors={form.errors}
      refusal={update.error}
      onSubmit={send}
    >
      <TextInput
        {...form.bind('displayName')}
        label={t('account:field.displayName')}
        description={t('account:field.displayNameHint')}
        autoComplete="name"
        maxLength={80}
        required
      />
      <NativeSelect
        id="locale"
        label={t('account:field.locale')}
        value={form.values.locale}
        data={(['it', 'en'] as const).map((value) => ({ value, label: t(`common:language.${value}`) }))}
        onChange={({ currentTarget }) => form.set('locale', currentTarget.value)}
      />
      <div aria-hidden="true">{saved}</div>
      <LiveRegion text={saved} />
    </AccountForm>
  );
}

function Standing({ me }: { readonly me: Me }) {
  const { t } = useTranslation(['account', 'ui']);
  const format = useFormat();
  const { email, roles, tier, investorClass, riskWarningAcknowledgedAt } = me;
  const seen =
    riskWarningAcknowledgedAt === null
      ? t('account:profile.warningUnseen')
      : t('account:profile.warningSeen', { date: format.date(riskWarningAcknowledgedAt) });
  const investor = [
    {
      label: t('account:profile.tier'),
      value: t(`ui:tier.${tier}`),
      help: <FieldHelp about={t('account:profile.tier')}>{t('account:profile.tierHelp')}</FieldHelp>,
    },
    {
      label: t('account:profile.class'),
      value: t(`account:profile.classes.${investorClass}`),
      help: <FieldHelp about={t('account:profile.class')}>{t('account:profile.classHelp')}</FieldHelp>,
    },
  ];
  return (
    <section aria-labelledby="standing">
      <h2 id="standing" className={styles.heading}>
        {t('account:profile.standing')}
      </h2>
      <Facts
        facts={[
          { label: t('account:profile.email'), value: email },
          {
            label: t('account:profile.roles'),
            value:
              roles.length === 0
                ? t('account:profile.noRoles')
                : format.list(roles.map((role) => t(`ui:role.${role}`))),
          },
          ...(roles.includes('investor') ? investor : []),
          { label: t('account:profile.warning'), value: seen },
        ]}
      />
      {roles.includes('investor') && (
        <p>
          <Link to="/onboarding">{t('account:profile.onboarding')}</Link>
        </p>
      )}
      <p>
        <Link to="/profile/security">{t('account:profile.security')}</Link>
      </p>
      <p>
        <Link to="/reset">{t('account:profile.password')}</Link>
      </p>
    </section>
  );
}
