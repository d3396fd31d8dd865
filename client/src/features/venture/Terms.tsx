import { tiers, type ListingFacts } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { Facts, type Fact } from '../../ui/Facts/Facts.tsx';
import { FieldHelp } from '../../ui/FieldHelp/FieldHelp.tsx';
import styles from './VenturePage.module.css';

function useMoneyTerms(facts: ListingFacts): readonly Fact[] {
  const { t } = useTranslation('venture');
  const format = useFormat();
  const { price, lot, minimumTicket, softCap, hardCap } = facts;
  const help = (name: 'lot' | 'softCap' | 'hardCap') => (
    <FieldHelp about={t(`terms.${name}`)}>{t(`terms.${name}Help`)}</FieldHelp>
  );
  const money = (cents: number | null) => (cents === null ? null : format.money(cents));
  const lotText =
    lot === null || price === null
      ? null
      : t('terms.lotUnits', { count: lot, amount: format.money(lot * price) });
  return [
    { label: t('terms.price'), value: money(price) },
    { label: t('terms.lot'), value: lotText, help: help('lot') },
    { label: t('terms.minimum'), value: money(minimumTicket) },
    { label: t('terms.softCap'), value: money(softCap), help: help('softCap') },
    { label: t('terms.hardCap'), value: money(hardCap), help: help('hardCap') },
  ];
}

/** The terms of the offer; what a draft has not settled yet is left out. */
export function Terms({ facts }: { readonly facts: ListingFacts }) {
  const { t } = useTranslation(['venture', 'ui']);
  const format = useFormat();
  const money = useMoneyTerms(facts);
  const { instrument, couponBps, transferability, reserves } = facts;
  const reserved = tiers
    .filter((tier) => reserves[tier] > 0)
    .map((tier) =>
      t('venture:terms.reserve', { tier: t(`ui:tier.${tier}`), share: format.rate(reserves[tier]) }),
    );
  const all: readonly Fact[] = [
    {
      label: t('venture:terms.instrument'),
      value: instrument === null ? null : t(`ui:instrument.${instrument}`),
    },
    { label: t('venture:terms.coupon'), value: couponBps === null ? null : format.rate(couponBps) },
    ...money,
    {
      label: t('venture:terms.transferability'),
      value: transferability === null ? null : t(`venture:terms.transfer.${transferability}`),
    },
    { label: t('venture:terms.reserves'), value: reserved.length === 0 ? null : reserved.join(', ') },
  ];
  return (
    <section aria-labelledby="terms" className={styles.box}>
      <h2 id="terms" className={styles.title}>
        {t('venture:terms.title')}
      </h2>
      <Facts facts={all.filter(({ value }) => value !== null)} />
    </section>
  );
}
