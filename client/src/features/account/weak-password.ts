import { useTranslation } from 'react-i18next';
import { isRefused } from '../../api/index.ts';

const reasons = ['too_short', 'common', 'repetitive', 'like_email'] as const;

/** Why the venue found a password weak, or undefined when that was not the refusal. */
export function useWeakPassword(error: unknown): string | undefined {
  const { t } = useTranslation('account');
  if (!isRefused(error, 'weak_password')) return undefined;
  const reason = reasons.find((each) => each === error.facts['reason']);
  return t(`weak.${reason ?? 'too_short'}`);
}
