import { Button, TextInput } from '@mantine/core';
import type { IssuerStatement } from '@piazza/shared/contract';
import { millis, romeDay, type OrganisationId } from '@piazza/shared/values';
import { IconDownload } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, saveFile, useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { venueNow } from '../../realtime/index.ts';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Facts } from '../../ui/Facts/Facts.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { useAct } from '../../ui/Proof/guard.ts';
import { Problem } from '../../ui/Proof/Problem.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { IssuerLines } from './IssuerLines.tsx';
import styles from './Payments.module.css';
import { useSigned } from './use-signed.ts';

const dayMs = 86_400_000;
// Reading a response as text drops the mark by which spreadsheets know the encoding.
const byteOrderMark = '\uFEFF';

interface Days {
  readonly from: string;
  readonly to: string;
}

/** The days of the running year that are over. */
function daysOfYear(): Days {
  const to = romeDay(millis(venueNow() - dayMs));
  return { from: `${to.slice(0, 4)}-01-01`, to };
}

/** An issuer's statement over some days: what moved its money, line by line, and as papers to keep. */
export function IssuerStatementPage() {
  const { t } = useTranslation('payments');
  const { organisationId } = useParams({ from: '/issuer/organisations/$organisationId/statement' });
  const organisation = useApi('organisations.mine').data?.items.find(({ id }) => id === organisationId);
  const [days, setDays] = useState(daysOfYear);
  const { data, error, isPending, refetch } = useApi('statements.issuer', {
    params: { organisationId },
    query: days,
  });
  const back = (
    <Link to="/issuer/organisations/$organisationId/money" params={{ organisationId }}>
      {t('account.back')}
    </Link>
  );
  return (
    <>
      <PageHeader
        eyebrow={back}
        title={t('account.title', { name: organisation?.name ?? '…' })}
        lead={t('account.lead')}
      />
      <div className={styles.sections}>
        <Period days={days} onChange={setDays} organisationId={organisationId} />
        {isPending && <Skeletons shape="rows" />}
        {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
        {data !== undefined && <Statement statement={data} days={days} />}
      </div>
    </>
  );
}

interface PeriodProps {
  readonly days: Days;
  readonly onChange: (days: Days) => void;
  readonly organisationId: OrganisationId;
}

/** Which days, and their papers. */
function Period({ days, onChange, organisationId }: PeriodProps) {
  const { t } = useTranslation('payments');
  const { locale: language } = useFormat();
  const [said, setSaid] = useState('');
  const { run, busy, error } = useAct();
  const params = { organisationId };
  const take = (paper: () => Promise<void>) =>
    run(async () => {
      await paper();
      setSaid(t('account.done'));
    });
  const pdf = async () => {
    const { name, bytes } = await api('statements.issuerPdf', { params, query: { ...days, language } });
    saveFile(name, [new Uint8Array(bytes)], 'application/pdf');
  };
  const csv = async () => {
    const text = await api('statements.issuerCsv', { params, query: days });
    saveFile(t('account.csvName', { ...days }), [byteOrderMark, text], 'text/csv;charset=utf-8');
  };
  return (
    <section className={styles.section} aria-label={t('account.period')}>
      <div className={styles.form}>
        {(['from', 'to'] as const).map((which) => (
          <TextInput
            key={which}
            type="date"
            label={t(`account.${which}`)}
            value={days[which]}
            max={daysOfYear().to}
            onChange={({ currentTarget: { value } }) => value !== '' && onChange({ ...days, [which]: value })}
          />
        ))}
        {(
          [
            ['pdf', pdf],
            ['csv', csv],
          ] as const
        ).map(([name, paper]) => (
          <Button
            key={name}
            variant="default"
            loading={busy}
            leftSection={<IconDownload size={18} aria-hidden="true" />}
            onClick={() => take(paper)}
          >
            {t(`account.${name}`)}
          </Button>
        ))}
      </div>
      <p className={styles.hint}>{t('account.same')}</p>
      <Problem error={error} />
      <LiveRegion text={said} />
    </section>
  );
}

function Statement({ statement, days }: { readonly statement: IssuerStatement; readonly days: Days }) {
  const { t } = useTranslation('payments');
  const signed = useSigned();
  const { opening, closing, keptBack, sums, lines, count, untouched } = statement;
  if (untouched) return <EmptyState title={t('account.noneTitle')}>{t('account.none')}</EmptyState>;
  const told = sums.filter(({ kind, change }) => kind !== 'other' || change !== '0.00');
  const facts = [
    { label: t('account.opening'), value: signed(opening) },
    ...told.map(({ kind, change }) => ({ label: t(`account.kind.${kind}`), value: signed(change) })),
    { label: t('account.closing'), value: <strong>{signed(closing)}</strong> },
    { label: t('account.keptBack'), value: signed(keptBack) },
  ];
  return (
    <>
      <section className={styles.section} aria-labelledby="sums">
        <h2 id="sums">{t('account.sums')}</h2>
        <Facts facts={facts} />
        <p className={styles.hint}>{t('account.free')}</p>
      </section>
      <section className={styles.section} aria-labelledby="lines">
        <h2 id="lines">{t('account.lines')}</h2>
        {lines.length === 0 ? (
          <p className={styles.hint}>{t('account.still', { ...days })}</p>
        ) : (
          <IssuerLines lines={lines} />
        )}
        {count > lines.length && (
          <p className={styles.hint}>{t('account.more', { shown: lines.length, count })}</p>
        )}
      </section>
    </>
  );
}
