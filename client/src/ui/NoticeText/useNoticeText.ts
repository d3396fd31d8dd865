import { actKinds, noticeKinds, tiers, roles, type Notice } from '@piazza/shared/contract';
import { parseAmount } from '@piazza/shared/values';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';

/** Puts a notice into the reader's language. A kind this page does not know is announced in general words. */
export function useNoticeText(): (notice: Pick<Notice, 'kind' | 'subject'>) => string {
  const { t } = useTranslation(['notices', 'ui']);
  const format = useFormat();
  // Which values a text needs depends on the kind; the venue sends them along.
  const say = t as (key: string, values: Record<string, string>) => string;
  return ({ kind, subject }) => {
    const name = noticeKinds.find((each) => each === kind);
    if (name === undefined) return t('notices:other');
    const until = subject['reflectionEndsAt'];
    if (name === 'commitment_placed' && until === undefined) return t('notices:commitment_placed_firm');
    const end = subject['until'];
    const money = (of: string): string => {
      const sum = subject[of];
      return sum === undefined ? '' : format.moneyExact(parseAmount(sum));
    };
    const tier = tiers.find((each) => each === subject['tier']);
    const act = actKinds.find((each) => each === subject['act']);
    const role = roles.find((each) => each === subject['role']);
    return say(`notices:${name}`, {
      ...subject,
      amount: money('amount'),
      low: money('low'),
      high: money('high'),
      until: end === undefined ? '' : format.date(Date.parse(end)),
      reflectionEndsAt: until === undefined ? '' : format.dateTime(Date.parse(until)),
      tier: tier === undefined ? '' : t(`ui:tier.${tier}`),
      act: act === undefined ? '' : t(`ui:act.${act}`),
      role: role === undefined ? '' : t(`ui:role.${role}`),
    });
  };
}
