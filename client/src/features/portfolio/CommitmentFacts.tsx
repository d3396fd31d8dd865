import type { CommitmentView, OfferView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { Facts, type Fact } from '../../ui/Facts/Facts.tsx';
import { FieldHelp } from '../../ui/FieldHelp/FieldHelp.tsx';
import styles from './CommitmentPage.module.css';

interface CommitmentFactsProps {
  readonly commitment: CommitmentView;
  readonly offer: OfferView | undefined;
}

/** What a commitment is made of, and what came of it. */
export function CommitmentFacts({ commitment, offer }: CommitmentFactsProps) {
  const { t } = useTranslation('portfolio');
  const asked = useAsked(commitment, offer);
  const given = useGiven(commitment);
  const { offerId, listingId, status } = commitment;
  return (
    <section aria-labelledby="facts" className={styles.facts}>
      <h2 id="facts" className={styles.title}>
        {t('detail.facts')}
      </h2>
      <Facts facts={status === 'settled' ? [...asked, ...given] : asked} />
      <p className={styles.links}>
        <Link to="/offers/$offerId" params={{ offerId }}>
          {t('detail.offer')}
        </Link>
        {status === 'settled' && (
          <Link to="/portfolio/holdings/$listingId" params={{ listingId }}>
            {t('detail.holding')}
          </Link>
        )}
      </p>
    </section>
  );
}

function useAsked({ amount, units, tier }: CommitmentView, offer: OfferView | undefined): readonly Fact[] {
  const { t } = useTranslation(['portfolio', 'ui']);
  const format = useFormat();
  const help = <FieldHelp about={t('portfolio:detail.tier')}>{t('portfolio:detail.tierHelp')}</FieldHelp>;
  return [
    { label: t('portfolio:detail.amount'), value: format.moneyExact(amount) },
    { label: t('portfolio:detail.units'), value: format.number(units) },
    {
      label: t('portfolio:detail.price'),
      value: offer === undefined ? '…' : format.moneyExact(offer.price),
    },
    { label: t('portfolio:detail.tier'), value: t(`ui:tier.${tier}`), help },
  ];
}

function useGiven({ amount, allottedUnits, allottedAmount }: CommitmentView): readonly Fact[] {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  return [
    { label: t('detail.allotted'), value: format.number(allottedUnits) },
    { label: t('detail.paid'), value: format.moneyExact(allottedAmount) },
    { label: t('detail.returned'), value: format.moneyExact(amount - allottedAmount) },
  ];
}
