import type { ListingView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { Facts, type Fact } from '../../ui/Facts/Facts.tsx';

/** What the units entitle to, and whether they can be passed on. */
export function InstrumentTerms({ listing }: { readonly listing: ListingView }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const { facts, texts } = listing.draft;
  const transfer = facts.transferability === 'none' ? 'noTransfer' : facts.transferability;
  const lines: Fact[] = [
    {
      label: t('holding.transferability'),
      value: transfer === null ? '–' : t(`holding.${transfer}`),
    },
    {
      label: t('holding.coupon'),
      value: facts.couponBps === null ? t('holding.noCoupon') : format.rate(facts.couponBps),
    },
  ];
  const redemption = texts.redemption.trim();
  if (redemption !== '') lines.push({ label: t('holding.redemption'), value: redemption });
  return <Facts facts={lines} />;
}
