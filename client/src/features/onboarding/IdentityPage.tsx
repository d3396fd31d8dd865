import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { Onboarding } from '@piazza/shared/contract';
import { countries } from '@piazza/shared/identity';
import { policy } from '@piazza/shared/policy';
import { romeDay } from '@piazza/shared/values';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { FormErrors } from '../../ui/FormErrors/FormErrors.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import {
  detailsOf,
  identityGaps,
  noDetails,
  type IdentityField,
  type IdentityGap,
  type IdentityValues,
} from './identity-form.ts';
import styles from './Onboarding.module.css';
import { StepPage } from './StepPage.tsx';
import { useOnward } from './useOnward.ts';
import { useStepText } from './useStepText.ts';

const hourMs = 3_600_000;

/** Who one is, as the document says it. */
export function IdentityPage() {
  const { t } = useTranslation('onboarding');
  const format = useFormat();
  const text = useStepText();
  const { data, error, refetch } = useApi('protection.read');
  const limit = format.money(policy.identityApprovalFromCents);
  return (
    <StepPage title={t('identity.title')} lead={t('identity.lead', { limit })}>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeletons shape="rows" count={6} />}
      {data !== undefined && (
        <>
          {data.identity !== null && <p className={styles.told}>{text('identity', data)}</p>}
          <IdentityForm key={data.identity?.submittedAt} onboarding={data} />
        </>
      )}
    </StepPage>
  );
}

function useGapText(): (gap: IdentityGap) => string {
  const { t } = useTranslation('onboarding');
  return ([field, kind]) => {
    if (kind === 'missing') return t('identity.missing', { field: t(`identity.${field}`) });
    if (kind === 'underAge') return t('identity.underAge', { age: policy.investorAge });
    return kind === 'foreignProblem' ? t('identity.foreignProblem') : t(`identity.problem.${kind}`);
  };
}

function IdentityForm({ onboarding }: { readonly onboarding: Onboarding }) {
  const { t } = useTranslation('onboarding');
  const now = useVenueNow(hourMs);
  const onward = useOnward();
  const gapText = useGapText();
  const [values, setValues] = useState<IdentityValues>(onboarding.identity?.details ?? noDetails);
  const [gaps, setGaps] = useState<readonly IdentityGap[]>([]);
  const submit = useCommand('protection.submitIdentity');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const found = identityGaps(values, romeDay(now as never));
    setGaps(found);
    if (found.length === 0) submit.mutate({ body: detailsOf(values) }, { onSuccess: onward });
  };
  const bind = (field: IdentityField) => ({
    id: field,
    label: t(`identity.${field}`),
    value: values[field],
    error: gaps.filter(([of]) => of === field).map(gapText)[0],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [field]: value }));
    },
    required: true,
  });
  const errors = gaps.map((gap) => ({ field: gap[0], text: gapText(gap) }));
  return (
    <form noValidate onSubmit={send} className={styles.form}>
      <FormErrors errors={errors} />
      {errors.length === 0 && submit.error !== null && <ErrorState error={submit.error} />}
      <Fields bind={bind} isForeign={values.taxCountry !== 'IT'} />
      <Button type="submit" loading={submit.isPending} className={styles.submit ?? ''}>
        {onboarding.identity === null ? t('identity.send') : t('identity.sendAgain')}
      </Button>
    </form>
  );
}

interface FieldsProps {
  readonly bind: (field: IdentityField) => object;
  readonly isForeign: boolean;
}

function Fields({ bind, isForeign }: FieldsProps) {
  const { t } = useTranslation('onboarding');
  const { locale } = useFormat();
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const options = countries
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <>
      <div className={styles.pair}>
        <TextInput {...bind('givenName')} autoComplete="given-name" maxLength={80} />
        <TextInput {...bind('familyName')} autoComplete="family-name" maxLength={80} />
      </div>
      <TextInput {...bind('birthDate')} type="date" autoComplete="bday" />
      <TextInput {...bind('street')} autoComplete="street-address" maxLength={120} />
      <div className={styles.pair}>
        <TextInput {...bind('postalCode')} autoComplete="postal-code" maxLength={12} />
        <TextInput {...bind('city')} autoComplete="address-level2" maxLength={80} />
      </div>
      <NativeSelect {...bind('country')} data={options} autoComplete="country" />
      <NativeSelect {...bind('taxCountry')} data={options} />
      <TextInput
        {...bind('taxCode')}
        label={isForeign ? t('identity.taxCodeForeign') : t('identity.taxCode')}
        description={isForeign ? undefined : t('identity.taxCodeHelp')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
      />
    </>
  );
}
