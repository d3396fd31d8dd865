import type { ComplaintView } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queryClient, useApi, useCommand, useMe } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import { Slot } from '../../slots/slots.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Facts } from '../../ui/Facts/Facts.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Conduct.module.css';
import { Deciding } from './Deciding.tsx';
import { Naming } from './Naming.tsx';

/** One complaint, for its author and the operators. */
export function ComplaintPage() {
  const { t } = useTranslation('conduct');
  const me = useMe();
  const { complaintId } = useParams({ from: '/complaints/$complaintId' });
  const read = useApi('complaints.read', { params: { complaintId } });
  if (read.isPending) return <Skeletons shape="page" />;
  if (read.isError) return <ErrorState error={read.error} onRetry={() => void read.refetch()} size="page" />;
  const complaint = read.data;
  const operator = me?.roles.includes('operator') ?? false;
  return (
    <>
      <PageHeader
        title={t('complaint.title', { id: complaint.id })}
        lead={t(`status.${complaint.status}`)}
        actions={<Link to="/complaints">{t('complaints.title')}</Link>}
      />
      <div className={styles.column}>
        <Standing complaint={complaint} />
        <Said complaint={complaint} />
        {complaint.mine && complaint.endedAt === null && <Withdraw id={complaint.id} />}
        {operator && <Deciding complaint={complaint} />}
        {operator && <Naming complaint={complaint} />}
        {operator && complaint.endedAt === null && <Slot name="deskItem" object={complaint.id} />}
        <Form complaint={complaint} />
      </div>
    </>
  );
}

interface Shown {
  readonly complaint: ComplaintView;
}

function Standing({ complaint }: Shown) {
  const { at, dueAt, endedAt, closed, admissible } = complaint;
  const { t } = useTranslation('conduct');
  const format = useFormat();
  return (
    <Facts
      facts={[
        { label: t('complaint.at'), value: format.dateTime(at) },
        ...(endedAt === null || admissible !== null
          ? [{ label: t('admissibility.title'), value: <Admissibility complaint={complaint} /> }]
          : []),
        ...(endedAt === null ? [{ label: t('complaint.due'), value: format.date(dueAt) }] : []),
        ...(endedAt === null ? [] : [{ label: t('complaint.ended'), value: format.dateTime(endedAt) }]),
        ...(closed === null
          ? []
          : [{ label: t('complaint.outcome'), value: t(`outcome.${closed.outcome}`) }]),
      ]}
    />
  );
}

/** Whether it is admissible, once that was told; until then, by when it is. */
function Admissibility({ complaint: { admissible, tellBy } }: Shown) {
  const { t } = useTranslation('conduct');
  const format = useFormat();
  const now = useVenueNow(60_000);
  if (admissible !== null)
    return t(`admissibility.${admissible.is ? 'yes' : 'no'}`, { date: format.date(admissible.at) });
  return t(`admissibility.${tellBy < now ? 'late' : 'by'}`, { date: format.date(tellBy) });
}

/** All that the venue has said on it, oldest first. */
function Said({ complaint: { extensions, answers, closed } }: Shown) {
  const { t } = useTranslation('conduct');
  const format = useFormat();
  const entries = [
    ...extensions.map((one) => ({
      ...one,
      title: t('complaint.extended', { date: format.date(one.until) }),
    })),
    ...answers.map((one) => ({ ...one, title: t('complaint.answered') })),
    ...(closed === null ? [] : [{ ...closed, title: t(`outcome.${closed.outcome}`) }]),
  ].toSorted((a, b) => a.at - b.at);
  return (
    <section aria-labelledby="said" className={styles.panel}>
      <h2 id="said">{t('complaint.said')}</h2>
      {entries.length === 0 && <p>{t('complaint.nothingSaid')}</p>}
      {entries.map(({ at, title, words }) => (
        <div key={`${at}${title}`}>
          <strong>{title}</strong> <span className={styles.soft}>{format.dateTime(at)}</span>
          <p className={styles.said}>{words}</p>
        </div>
      ))}
    </section>
  );
}

function Withdraw({ id }: { readonly id: ComplaintView['id'] }) {
  const { t } = useTranslation('conduct');
  const withdraw = useCommand('complaints.withdraw');
  const send = () =>
    withdraw.mutate(
      { params: { complaintId: id } },
      { onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['complaints.read'] }) },
    );
  return (
    <div>
      <Button variant="default" loading={withdraw.isPending} onClick={send}>
        {t('complaint.withdraw')}
      </Button>
      {withdraw.isError && <ErrorState error={withdraw.error} />}
    </div>
  );
}

function Form({ complaint: { form } }: Shown) {
  const { t } = useTranslation('conduct');
  if (form === null) return <p>{t('complaint.gone')}</p>;
  const { complainant, representative } = form;
  const who = ({ name, registration, address, email, phone }: typeof complainant) =>
    [name, registration, address, email, phone].filter((part) => part !== '').join(' · ');
  const facts = [
    { label: t('form.complainant'), value: who(complainant) },
    ...(representative === null
      ? []
      : [{ label: t('form.representative'), value: `${who(representative)} · ${representative.authority}` }]),
    { label: t('field.service'), value: t(`service.${form.service}`) },
    ...(form.listingId === null
      ? []
      : [{ label: t('field.listing'), value: <ListingLink listingId={form.listingId} /> }]),
    { label: t('field.reference'), value: form.reference },
    { label: t('field.people'), value: form.people },
    { label: t('field.description'), value: <span className={styles.said}>{form.description}</span> },
    { label: t('field.happenedOn'), value: form.happenedOn },
    { label: t('field.damage'), value: <span className={styles.said}>{form.damage || '–'}</span> },
    { label: t('field.other'), value: <span className={styles.said}>{form.other || '–'}</span> },
    { label: t('field.documents'), value: form.documents.join(', ') },
  ];
  return (
    <section aria-labelledby="form" className={styles.panel}>
      <h2 id="form">{t('complaint.form')}</h2>
      <Facts facts={facts.map(({ label, value }) => ({ label, value: value === '' ? '–' : value }))} />
    </section>
  );
}

function ListingLink({ listingId }: { readonly listingId: ListingId }) {
  const title = useApi('listings.read', { params: { listingId } }).data?.draft.texts.title ?? '';
  return (
    <Link to="/listings/$listingId" params={{ listingId }}>
      {title === '' ? listingId : title}
    </Link>
  );
}
