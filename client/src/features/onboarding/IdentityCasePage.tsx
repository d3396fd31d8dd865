import { Button, Textarea } from '@mantine/core';
import type { IdentityCase } from '@piazza/shared/contract';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useApi, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Facts } from '../../ui/Facts/Facts.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Onboarding.module.css';

/** One case of "who is this": what was submitted, other accounts of the same tax code, and the verdict. */
export function IdentityCasePage() {
  const { t } = useTranslation('onboarding');
  const { personId } = useParams({ from: '/desk/identities/$personId' });
  const { data, error, refetch } = useApi('protection.identity', { params: { personId } });
  const back = <Link to="/desk/identities">{t('desk.identities')}</Link>;
  if (data === undefined)
    return (
      <>
        <PageHeader eyebrow={back} title={t('desk.identities')} />
        {error === null ? (
          <Skeletons shape="page" />
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} size="page" />
        )}
      </>
    );
  return (
    <>
      <PageHeader eyebrow={back} title={t('desk.title', { name: data.displayName })} lead={t('desk.lead')} />
      <div className={styles.columns}>
        <Details found={data} />
        <div>
          <Others found={data} />
          <Standing key={data.revision} found={data} />
        </div>
      </div>
    </>
  );
}

interface CaseProps {
  readonly found: IdentityCase;
}

function Details({ found }: CaseProps) {
  const { t } = useTranslation('onboarding');
  const format = useFormat();
  const { details, displayName, email, submittedAt } = found;
  const names = new Intl.DisplayNames(format.locale, { type: 'region' });
  const said =
    details === null
      ? []
      : [
          { label: t('identity.givenName'), value: details.givenName },
          { label: t('identity.familyName'), value: details.familyName },
          { label: t('identity.birthDate'), value: format.date(Date.parse(details.birthDate)) },
          {
            label: t('desk.residence'),
            value: `${details.street}, ${details.postalCode} ${details.city}, ${names.of(details.country) ?? ''}`,
          },
          {
            label: details.taxCountry === 'IT' ? t('identity.taxCode') : t('identity.taxCodeForeign'),
            value: `${details.taxCode} (${names.of(details.taxCountry) ?? ''})`,
          },
        ];
  return (
    <section aria-labelledby="case-details">
      <h2 id="case-details" className={styles.heading}>
        {t('desk.details')}
      </h2>
      {details === null && <p>{t('desk.erased')}</p>}
      <Facts
        facts={[
          ...said,
          { label: t('desk.account'), value: `${displayName} · ${email}` },
          { label: t('desk.since'), value: format.dateTime(submittedAt) },
        ]}
      />
    </section>
  );
}

function Others({ found: { sameAs } }: CaseProps) {
  const { t } = useTranslation('onboarding');
  if (sameAs.length === 0) return null;
  return (
    <section className={styles.warning} aria-labelledby="case-others">
      <h2 id="case-others">{t('desk.sameAs')}</h2>
      <ul>
        {sameAs.map(({ personId, displayName, status }) => (
          <li key={personId}>
            <Link to="/desk/identities/$personId" params={{ personId }}>
              {displayName}
            </Link>{' '}
            ({t(`desk.statuses.${status ?? 'none'}`)})
          </li>
        ))}
      </ul>
      <p>{t('desk.sameAsText')}</p>
    </section>
  );
}

/** The verdict, or the way to one. */
function Standing({ found }: CaseProps) {
  const { t } = useTranslation('onboarding');
  const format = useFormat();
  const { status, reviewer, reviewedAt, reason, own } = found;
  if (status === 'submitted') return own ? <p>{t('desk.own')}</p> : <Verdict found={found} />;
  const date = reviewedAt === null ? '' : format.dateTime(reviewedAt);
  return (
    <p className={styles.told}>
      <strong>{t(`desk.statuses.${status}`)}.</strong>{' '}
      {t('desk.decided', { name: reviewer ?? '', date, reason })}
    </p>
  );
}

const shortestReason = 3;
const verdicts = [
  ['approve', 'desk.approve', 'filled'],
  ['ask_again', 'desk.askAgain', 'default'],
  ['reject', 'desk.reject', 'default'],
] as const;

function Verdict({ found }: CaseProps) {
  const { t } = useTranslation('onboarding');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const review = useCommand('protection.reviewIdentity');
  const missing = reason.trim().length < shortestReason;
  const { personId, revision } = found;
  const give = (verdict: (typeof verdicts)[number][0]) => {
    setAsked(true);
    if (missing) return;
    review.mutate(
      { params: { personId }, body: { revision, verdict, reason: reason.trim() } },
      {
        onSuccess: (next) => {
          queryClient.setQueryData(queryKey('protection.identity', { params: { personId } }), next);
          void queryClient.invalidateQueries({ queryKey: ['protection.identities'] });
        },
      },
    );
  };
  return (
    <div className={styles.form}>
      {review.error !== null && <ErrorState error={review.error} />}
      <Textarea
        label={t('desk.reason')}
        description={t('desk.reasonHelp')}
        value={reason}
        error={asked && missing ? t('desk.reasonMissing') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={2}
        required
      />
      <div className={styles.acts}>
        {verdicts.map(([verdict, label, variant]) => (
          <Button
            key={verdict}
            variant={variant}
            loading={review.isPending && review.variables?.body.verdict === verdict}
            onClick={() => give(verdict)}
          >
            {t(label)}
          </Button>
        ))}
      </div>
    </div>
  );
}
