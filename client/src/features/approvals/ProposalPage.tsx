import type { ProposalView } from '@piazza/shared/contract';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { Slot } from '../../slots/slots.ts';
import { DataTable } from '../../ui/DataTable/DataTable.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Approvals.module.css';
import { Check } from './Check.tsx';
import { useActText } from './useValueText.ts';

/** One act that waits for a second person: what it changes on one side, the decision on the other. */
export function ProposalPage() {
  const { t } = useTranslation(['approvals', 'ui']);
  const { proposalId } = useParams({ from: '/desk/proposals/$proposalId' });
  const proposal = useApi('approvals.read', { params: { proposalId } });
  if (proposal.isPending) return <Skeletons shape="page" />;
  if (proposal.isError)
    return <ErrorState error={proposal.error} size="page" onRetry={() => void proposal.refetch()} />;
  const { data } = proposal;
  const act = [t(`ui:act.${data.act.kind}`), data.act.name].filter(Boolean).join(': ');
  return (
    <>
      <PageHeader
        eyebrow={<Link to="/desk/proposals">{t('page.back')}</Link>}
        title={t('page.title', { act })}
        lead={<Lead proposal={data} />}
      />
      <div className={styles.sides}>
        <Content proposal={data} />
        <aside className={styles.aside} aria-label={t('page.decide')}>
          <Check key={data.contentHash} proposal={data} />
          <Slot name="deskItem" object={data.id} />
        </aside>
      </div>
    </>
  );
}

interface PartProps {
  readonly proposal: ProposalView;
}

/** Where the object of the act is shown; null where the proposal says all there is. */
function objectScreen({ kind, object }: ProposalView['act']): string | null {
  if (kind === 'class_grant') return '/desk/identities';
  if (kind === 'case_closing') return `/desk/surveillance/cases/${object}`;
  if (kind === 'call_terms') return `/markets/${object}`;
  return kind === 'policy_change' ? '/desk/policy' : null;
}

function Lead({ proposal: { maker, at, status, checker, decidedAt, expiresAt } }: PartProps) {
  const { t } = useTranslation('approvals');
  const format = useFormat();
  const said = t(maker.mine ? 'page.makerYou' : 'page.maker', {
    name: maker.name,
    date: format.dateTime(at),
  });
  if (decidedAt === null)
    return (
      <>
        {said}. {t('page.expires', { date: format.dateTime(expiresAt) })}
      </>
    );
  const values = { status: t(`status.${status}`), date: format.dateTime(decidedAt) };
  return (
    <>
      {said}.{' '}
      {checker === null ? t('page.ended', values) : t('page.decided', { ...values, name: checker.name })}
    </>
  );
}

function Content({ proposal }: PartProps) {
  const { t } = useTranslation('approvals');
  const text = useActText();
  const { act, reason, decidedReason, contentHash, id } = proposal;
  const columns = [
    {
      key: 'fact',
      title: t('page.fact'),
      cell: (row: (typeof act.facts)[number]) => text.name(row.name),
    },
    {
      key: 'before',
      title: t('page.before'),
      cell: (row: (typeof act.facts)[number]) => text.value(row.name, row.before),
    },
    {
      key: 'after',
      title: t('page.after'),
      cell: (row: (typeof act.facts)[number]) => <strong>{text.value(row.name, row.after)}</strong>,
    },
  ];
  return (
    <section aria-labelledby="what" className={styles.panel}>
      <h2 id="what">{t('page.what')}</h2>
      {act.name !== '' && (
        <p>
          {t('page.of')}: <strong>{act.name}</strong>
        </p>
      )}
      {objectScreen(act) !== null && (
        <p>
          <Link to={objectScreen(act) as '/desk'}>{t('page.see')}</Link>
        </p>
      )}
      <DataTable
        caption={t('page.what')}
        captionHidden
        columns={columns}
        rows={act.facts}
        rowKey={(row) => row.name}
      />
      <h3>{t('page.why')}</h3>
      <p className={styles.words}>{reason}</p>
      {decidedReason !== '' && <p className={styles.words}>{decidedReason}</p>}
      <p className={styles.fingerprint}>
        {t('page.fingerprint')}: <code>{contentHash.slice(0, 12)}</code>
        <br />
        <Link to="/desk/audit" search={{ object: id }}>
          {t('page.audit')}
        </Link>
      </p>
    </section>
  );
}
