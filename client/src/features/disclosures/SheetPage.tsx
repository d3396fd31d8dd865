import type { KiisView } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { Compare } from './Compare.tsx';
import styles from './Disclosures.module.css';
import { DownloadSheet } from './DownloadSheet.tsx';

/** The information sheet of a listing: a version of it, or two side by side. */
export function SheetPage() {
  const { t } = useTranslation('disclosures');
  const { listingId } = useParams({ from: '/listings/$listingId/sheet' });
  const { version, from } = useSearch({ from: '/listings/$listingId/sheet' });
  const { locale } = useFormat();
  const query = { language: locale, ...(version === undefined ? {} : { version }) };
  const sheet = useApi('kiis.read', { params: { listingId }, query });
  if (sheet.isPending) return <Skeletons shape="page" />;
  if (sheet.isError)
    return <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} size="page" />;
  const shown = sheet.data.version;
  return (
    <>
      <PageHeader
        eyebrow={
          <Link to="/listings/$listingId" params={{ listingId }}>
            {t('sheet.back')}
          </Link>
        }
        title={sheet.data.title}
        lead={sheet.data.subtitle}
      />
      <div className={styles.sheet}>
        <Versions listingId={listingId} shown={shown} />
        {from !== undefined && shown !== null ? (
          <Compare listingId={listingId} from={from} to={shown} />
        ) : (
          <Sheet sheet={sheet.data} />
        )}
      </div>
    </>
  );
}

interface VersionsProps {
  readonly listingId: ListingId;
  readonly shown: number | null;
}

function Versions({ listingId, shown }: VersionsProps) {
  const { t } = useTranslation('disclosures');
  const format = useFormat();
  const items = useApi('kiis.versions', { params: { listingId } }).data?.items ?? [];
  const newest = items[0]?.version;
  return (
    <section aria-labelledby="versions" className={styles.panel}>
      <h2 id="versions" className={styles.heading}>
        {t('versions.title')}
      </h2>
      {shown === null && <p>{t('sheet.draft')}</p>}
      <ul className={styles.list}>
        {items.map(({ version, inForceSince, pages, disclosureId }) => (
          <li key={version} className={styles.acts}>
            <span>
              <strong>{t('sheet.version', { version, date: format.dateTime(inForceSince) })}</strong> ·{' '}
              {t(disclosureId === null ? 'versions.first' : 'versions.changed')} ·{' '}
              {t('sheet.pages', { count: pages })}
              {version === newest && ` · ${t('versions.inForce')}`}
            </span>
            {version !== shown && (
              <Link to="/listings/$listingId/sheet" params={{ listingId }} search={{ version }}>
                {t('versions.read', { version })}
              </Link>
            )}
            {version > 1 && (
              <Link
                to="/listings/$listingId/sheet"
                params={{ listingId }}
                search={{ version, from: version - 1 }}
              >
                {t('versions.compare', { version: version - 1 })}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <DownloadSheet listingId={listingId} {...(shown === null ? {} : { version: shown })} />
    </section>
  );
}

/** The sheet itself, in the order of its model. */
function Sheet({ sheet }: { readonly sheet: KiisView }) {
  const { t } = useTranslation('disclosures');
  return (
    <>
      <p>{sheet.disclaimer}</p>
      <section aria-labelledby="risk-warning" className={styles.warning}>
        <h2 id="risk-warning" className={styles.heading}>
          {sheet.warningTitle}
        </h2>
        <p>{sheet.riskWarning}</p>
      </section>
      <section aria-labelledby="reflection">
        <h2 id="reflection" className={styles.heading}>
          {sheet.reflectionTitle}
        </h2>
        <p>{sheet.reflection}</p>
      </section>
      <nav aria-label={t('sheet.onThisPage')} className={styles.contents}>
        {sheet.parts.map(({ part, title }) => (
          <a key={part} href={`#part-${part}`}>
            {title}
          </a>
        ))}
      </nav>
      {sheet.parts.map(({ part, title, items }) => (
        <section key={part} aria-labelledby={`part-${part}`}>
          <h2 id={`part-${part}`} className={styles.heading}>
            {title}
          </h2>
          <dl className={styles.facts}>
            {items.map(({ field, label, text }) => (
              <div key={field}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
