import type { ListingFacts, ListingTexts } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { SdgBadge } from '../../ui/SdgBadge/SdgBadge.tsx';
import styles from './ImpactProspectus.module.css';
import { Prose } from './Prose.tsx';

interface ImpactProspectusProps {
  readonly texts: ListingTexts;
  readonly facts: ListingFacts;
}

const dimensions = ['what', 'who', 'howMuch', 'contribution', 'impactRisk'] as const;
const proofs = ['counterfactual', 'evidencePlan'] as const;

/** The promise of the venture: outcome, indicator, from where to where by when, and how it can be checked. */
export function ImpactProspectus({ texts, facts }: ImpactProspectusProps) {
  const { t } = useTranslation('venture');
  return (
    <section aria-labelledby="impact" className={styles.prospectus}>
      <h2 id="impact" className={styles.title}>
        {t('impact.title')}
      </h2>
      <p className={styles.lead}>{t('impact.lead')}</p>
      <p className={styles.outcome}>{texts.outcome}</p>
      <FromTo texts={texts} facts={facts} />
      {facts.sdgTarget !== null && <SdgBadge target={facts.sdgTarget} form="named" />}
      <h3 className={styles.subtitle}>{t('impact.dimensions')}</h3>
      <ol className={styles.dimensions}>
        {dimensions.map((name) => (
          <li key={name}>
            <h4>{t(`impact.${name}`)}</h4>
            <Prose text={texts[name]} />
          </li>
        ))}
      </ol>
      <div className={styles.proofs}>
        {proofs.map((name) => (
          <div key={name}>
            <h3 className={styles.subtitle}>{t(`impact.${name}`)}</h3>
            <Prose text={texts[name]} />
          </div>
        ))}
      </div>
    </section>
  );
}

/** Baseline and target as two arches, the second as high as the promise. */
function FromTo({ texts, facts }: ImpactProspectusProps) {
  const { t } = useTranslation('venture');
  const format = useFormat();
  const { baseline, target, targetDate, indicator } = facts;
  if (baseline === null || target === null || targetDate === null) return null;
  return (
    <div className={styles.promise}>
      <p className={styles.step}>
        <span className={styles.number}>{format.number(baseline)}</span>
        {t('impact.from')}
      </p>
      <span aria-hidden="true" className={styles.arrow}>
        →
      </span>
      <p className={styles.step}>
        <span className={styles.number}>{format.number(target)}</span>
        {t('impact.to', { date: format.date(Date.parse(targetDate)) })}
      </p>
      <p className={styles.unit}>
        <strong>{texts.indicatorUnit}</strong>
        {indicator !== null && <span className={styles.iris}>{t('impact.iris', { code: indicator })}</span>}
      </p>
    </div>
  );
}
