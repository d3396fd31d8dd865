import { checkItems, type DossierView, type ListingView } from '@piazza/shared/contract';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Facts } from '../../ui/Facts/Facts.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { CheckForm } from './CheckForm.tsx';
import { DocumentList } from './DocumentList.tsx';
import styles from './Dossier.module.css';
import { Uploader } from './Uploader.tsx';
import { useCountries } from './countries.ts';

type Item = (typeof checkItems)[number];

/** What an operator finds on an issuer before admitting its listing: what it says of itself, its papers, the checks. */
export function DueDiligence({ listing }: { readonly listing: ListingView }) {
  const { t } = useTranslation('dossier');
  const params = { organisationId: listing.organisation.id };
  const dossier = useApi('dossier.read', { params });
  return (
    <section aria-labelledby="due-diligence" className={styles.panel}>
      <h2 id="due-diligence">{t('diligence.title')}</h2>
      <p className={styles.lead}>{t('diligence.lead')}</p>
      {dossier.isPending && <Skeletons shape="rows" count={3} />}
      {dossier.isError && <ErrorState error={dossier.error} onRetry={() => void dossier.refetch()} />}
      {dossier.data !== undefined && <Whole dossier={dossier.data} />}
    </section>
  );
}

function Whole({ dossier }: { readonly dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const { openChecks } = dossier;
  return (
    <>
      <p>
        <strong>
          {openChecks.length === 0 ? t('diligence.done') : t('diligence.open', { count: openChecks.length })}
        </strong>
      </p>
      <Said dossier={dossier} />
      <Papers dossier={dossier} />
      <h3>{t('diligence.checks')}</h3>
      <ul className={styles.checks}>
        {checkItems.map((item) => (
          <Point key={item} item={item} dossier={dossier} />
        ))}
      </ul>
    </>
  );
}

/** What the issuer says of itself. */
function Said({ dossier }: { readonly dossier: DossierView }) {
  const { t } = useTranslation(['dossier', 'ui']);
  const format = useFormat();
  const nameOf = useCountries();
  const { registration: at, owners, cap, organisation } = dossier;
  const holders =
    owners.owners.length > 0
      ? owners.owners.map(({ name, shareBps }) => `${name} (${format.rate(shareBps)})`)
      : owners.seniorManager === null
        ? []
        : [`${owners.seniorManager.name}, ${owners.seniorManager.position}`];
  const written = (text: string) => (text === '' ? t('dossier:diligence.missing') : text);
  return (
    <Facts
      facts={[
        {
          label: t('dossier:diligence.form'),
          value: at.formWords === '' ? t(`ui:legalForm.${organisation.legalForm}`) : at.formWords,
        },
        {
          label: t('dossier:diligence.register'),
          value: written([at.registerName, at.registerNumber].filter((part) => part !== '').join(', ')),
        },
        { label: t('dossier:registration.vatNumber'), value: written(at.vatNumber) },
        {
          label: t('dossier:diligence.seat'),
          value: written(
            at.street === '' ? '' : `${at.street}, ${at.postalCode} ${at.town}, ${nameOf(at.country)}`,
          ),
        },
        { label: t('dossier:diligence.owners'), value: written(holders.join('; ')) },
        { label: t('dossier:offers.elsewhere'), value: format.money(cap.elsewhere) },
        {
          label: t('dossier:representatives.now'),
          value: dossier.representatives.map(({ name }) => name).join(', '),
        },
      ]}
    />
  );
}

function Papers({ dossier }: { readonly dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const { id } = dossier.organisation;
  const documents = useApi('documents.ofOrganisation', { params: { organisationId: id } });
  const there = documents.data?.items.filter(({ removedAt }) => removedAt === null) ?? [];
  return (
    <>
      <h3>{t('diligence.papers')}</h3>
      {there.length === 0 ? <p>{t('documents.none')}</p> : <DocumentList documents={there} inside />}
      <details className={styles.more}>
        <summary>{t('diligence.bring')}</summary>
        <Uploader organisationId={id} visibilities={['operators']} onDone={() => void documents.refetch()} />
      </details>
    </>
  );
}

function Point({ item, dossier }: { readonly item: Item; readonly dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const tick = dossier.checks.find((one) => one.item === item);
  return (
    <li className={styles.check}>
      {tick === undefined ? (
        <IconCircleDashed size={22} aria-hidden="true" className={styles.open ?? ''} />
      ) : (
        <IconCircleCheck size={22} aria-hidden="true" className={styles.done ?? ''} />
      )}
      <div className={styles.grow}>
        <strong>{t(`diligence.item.${item}.name`)}</strong>
        <p className={styles.lead}>{t(`diligence.item.${item}.text`)}</p>
        {tick !== undefined && (
          <p>
            {t('diligence.by', { name: tick.by, date: format.date(tick.at) })}: {tick.reason}
            {tick.document !== null && ` (${tick.document.name})`}
          </p>
        )}
        <CheckForm item={item} dossier={dossier} />
      </div>
    </li>
  );
}
