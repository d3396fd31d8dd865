import type { DutiesView } from '@piazza/shared/contract';
import type { OrganisationId } from '@piazza/shared/values';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi, useMe } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Duties.module.css';
import { Insiders } from './Insiders.tsx';
import { Payments } from './Payments.tsx';
import { Report } from './Report.tsx';
import { Trades } from './Trades.tsx';

/** What an issue owes and has given: for everybody, with more of it for its issuer and for operators. */
export function DutiesPage() {
  const { listingId } = useParams({ from: '/listings/$listingId/duties' });
  const me = useMe();
  const duties = useApi('duties.read', { params: { listingId } });
  const listing = useApi('listings.read', { params: { listingId } });
  const own = useApi('organisations.mine', undefined, { enabled: me?.roles.includes('enterprise') ?? false });
  if (duties.isPending || listing.isPending) return <Skeletons shape="page" />;
  if (duties.isError) return <ErrorState error={duties.error} size="page" />;
  const issuer = own.data?.items.some(({ id }) => id === listing.data?.organisation.id) ?? false;
  const operator = me?.roles.includes('operator') ?? false;
  return (
    <Duties duties={duties.data} {...{ issuer, operator }} organisationId={listing.data?.organisation.id} />
  );
}

interface Props {
  readonly duties: DutiesView;
  readonly issuer: boolean;
  readonly operator: boolean;
  readonly organisationId: OrganisationId | undefined;
}

function Duties({ duties, issuer, operator, organisationId }: Props) {
  const { t } = useTranslation('duties');
  const format = useFormat();
  const { listingId, closedPeriod, stop } = duties;
  const day = (text: string): string => format.longDate(Date.parse(`${text}T12:00:00Z`));
  return (
    <div className={styles.page}>
      <PageHeader title={t('title')} eyebrow={duties.title} lead={t('lead')} />
      {stop !== null && (
        <div role="note" className={styles.notice}>
          <p>{t(`notice.${stop}`)}</p>
        </div>
      )}
      {closedPeriod !== null && (
        <p className={styles.plain}>
          {t('closed', { from: format.longDate(closedPeriod.from), due: day(closedPeriod.reportDueOn) })}
        </p>
      )}
      <section aria-labelledby="duty-reports" className={styles.part}>
        <h2 id="duty-reports">{t('reports')}</h2>
        {duties.reports.length === 0 && <p>{t('none')}</p>}
        <ul className={styles.list}>
          {duties.reports.map((report) => (
            <Report
              key={report.id}
              {...{ report, issuer, operator, organisationId }}
              indicator={duties.indicator}
            />
          ))}
        </ul>
      </section>
      <Payments duties={duties} issuer={issuer} />
      <Trades duties={duties} issuer={issuer} />
      {(issuer || operator) && <Insiders listingId={listingId} issuer={issuer} />}
      <p>
        <Link to="/complaints" search={{ listing: listingId }}>
          {t('complain')}
        </Link>
      </p>
    </div>
  );
}
