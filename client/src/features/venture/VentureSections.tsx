import type { ListingView } from '@piazza/shared/contract';
import { fixedWarning } from '@piazza/shared/policy';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { Slot } from '../../slots/slots.ts';
import { ImpactProspectus } from './ImpactProspectus.tsx';
import { Organisation } from './Organisation.tsx';
import { Prose } from './Prose.tsx';
import styles from './VentureSections.module.css';

/** What the venture says about itself, in the order a careful reader asks. */
export function VentureSections({ listing }: { readonly listing: ListingView }) {
  const { t } = useTranslation('venture');
  const { locale } = useFormat();
  const { texts, facts } = listing.draft;
  const told = (['story', 'useOfProceeds', 'team', 'redemption'] as const).filter(
    (name) => texts[name] !== '',
  );
  const ids = [...told.slice(0, 1), 'impact', ...told.slice(1), 'risks', 'organisation'] as const;
  return (
    <>
      <nav aria-label={t('onThisPage')} className={styles.contents}>
        {ids.map((id) => (
          <a key={id} href={`#${id}`}>
            {id === 'impact' ? t('impact.title') : t(id)}
          </a>
        ))}
      </nav>
      {texts.story !== '' && (
        <Section id="story" title={t('story')}>
          <Prose text={texts.story} large />
        </Section>
      )}
      <ImpactProspectus texts={texts} facts={facts} />
      {told.slice(1).map((name) => (
        <Section key={name} id={name} title={t(name)}>
          <Prose text={texts[name]} />
        </Section>
      ))}
      <Section id="risks" title={t('risks')}>
        <p className={styles.warning}>
          {t('riskLead')} <strong>{fixedWarning[locale]}</strong>
        </p>
        <Prose text={texts.risks} />
      </Section>
      <Section id="organisation" title={t('organisation')}>
        <div className={styles.organisation}>
          <Organisation organisationId={listing.organisation.id} />
        </div>
      </Section>
      <Slot name="listingSheet" listingId={listing.id} />
      <Slot name="listingDocuments" listingId={listing.id} />
    </>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

function Section({ id, title, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}
