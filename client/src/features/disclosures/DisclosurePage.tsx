import type { DisclosureView } from '@piazza/shared/contract';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { Slot } from '../../slots/slots.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { Pair } from './Compare.tsx';
import { Decision } from './Decision.tsx';
import styles from './Disclosures.module.css';

/** A change or a defect of a live sheet, as an operator reads and decides it. */
export function DisclosurePage() {
  const { disclosureId } = useParams({ from: '/desk/disclosures/$disclosureId' });
  const disclosure = useApi('disclosures.read', { params: { disclosureId } });
  if (disclosure.isPending) return <Skeletons shape="page" />;
  if (disclosure.isError)
    return <ErrorState error={disclosure.error} onRetry={() => void disclosure.refetch()} size="page" />;
  return <Detail disclosure={disclosure.data} />;
}

function Detail({ disclosure }: { readonly disclosure: DisclosureView }) {
  const { t } = useTranslation('disclosures');
  const format = useFormat();
  const { id, kind, status, title, words, offerId, decided, suspendedUntil, correctBy } = disclosure;
  return (
    <>
      <PageHeader
        title={t('page.title', { kind: t(`told.${kind}`), title })}
        lead={`${t(`told.status.${status}`)} · ${format.dateTime(disclosure.at)}`}
        {...(offerId === null
          ? {}
          : {
              actions: (
                <Link to="/offers/$offerId" params={{ offerId }}>
                  {t('page.offer')}
                </Link>
              ),
            })}
      />
      <div className={styles.sheet}>
        <section aria-labelledby="words">
          <h2 id="words" className={styles.heading}>
            {t(`page.wordsOf.${kind}`)}
          </h2>
          <p>{words}</p>
          {suspendedUntil !== null && <p>{t('desk.until', { date: format.dateTime(suspendedUntil) })}</p>}
          {suspendedUntil === null && correctBy !== null && status === 'signalled' && (
            <p>{t('desk.by', { date: format.dateTime(correctBy) })}</p>
          )}
        </section>
        {disclosure.filing !== null && <Filing filing={disclosure.filing} kind={kind} />}
        <Slot name="deskItem" object={id} />
        {decided !== null && (
          <p>{t('page.decided', { date: format.dateTime(decided.at), words: decided.words })}</p>
        )}
        <Decision disclosure={disclosure} />
      </div>
    </>
  );
}

interface FilingProps {
  readonly filing: NonNullable<DisclosureView['filing']>;
  readonly kind: DisclosureView['kind'];
}

function Filing({ filing, kind }: FilingProps) {
  const { t } = useTranslation(['disclosures', 'issuerFields']);
  const format = useFormat();
  const label = (field: string): string =>
    t(`issuerFields:${field}.label` as 'issuerFields:texts.risks.label');
  return (
    <section aria-labelledby="filing">
      <h2 id="filing" className={styles.heading}>
        {t('disclosures:page.filing', { date: format.dateTime(filing.at) })}
      </h2>
      {kind === 'defect' && <p>{filing.words}</p>}
      <p>{t('disclosures:page.pages', { pages: filing.pages })}</p>
      {filing.changes.map(({ field, before, after }) => (
        <Pair
          key={field}
          changed
          label={label(field)}
          before={{ title: t('disclosures:page.before'), text: before }}
          after={{ title: t('disclosures:page.after'), text: after }}
        />
      ))}
    </section>
  );
}
