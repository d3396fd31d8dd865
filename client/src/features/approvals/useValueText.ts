import { roles, tiers } from '@piazza/shared/contract';
import { caseOutcomes, settingNames, settings, type SettingUnit } from '@piazza/shared/policy';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';

const dayMs = 86_400_000;

/** Puts a number of the policy into the reader's words, by its unit. */
export function useSettingText(): (unit: SettingUnit, value: number) => string {
  const { t } = useTranslation('approvals');
  const format = useFormat();
  return (unit, value) => {
    if (unit === 'cents') return format.moneyExact(value);
    return unit === 'basis_points' ? format.rate(value) : t('days', { count: value / dayMs });
  };
}

interface ActText {
  /** Name of a fact of an act. */
  readonly name: (fact: string) => string;
  /** Its value, which the venue sends as a code, an id or a number. */
  readonly value: (fact: string, code: string | null) => string;
}

const known = [
  'roles',
  'role_granted',
  'role_withdrawn',
  'tier',
  'person',
  'case',
  'outcome',
  'request',
  'party',
  'commitmentBps',
  'tradeBps',
  'successBps',
  'admissionCents',
  'from',
  'call',
  'referenceCents',
  'collarBps',
  'lowestCents',
  'highestCents',
] as const;

const calls = ['resume', 'next_call'] as const;

/** Puts what an act changes into the reader's words. What this page does not know is shown as it is. */
export function useActText(): ActText {
  const { t } = useTranslation(['approvals', 'ui']);
  const format = useFormat();
  const settingText = useSettingText();
  const roleName = (code: string): string => {
    const role = roles.find((one) => one === code);
    return role === undefined ? code : t(`ui:role.${role}`);
  };
  return {
    name: (fact) => {
      const setting = settingNames.find((one) => one === fact);
      if (setting !== undefined) return t(`approvals:setting.${setting}`);
      const name = known.find((one) => one === fact);
      return name === undefined ? fact : t(`approvals:fact.${name}`);
    },
    value: (fact, code) => {
      if (code === null || code === '') return t('approvals:page.nothing');
      const setting = settingNames.find((one) => one === fact);
      if (setting !== undefined) return settingText(settings[setting].unit, Number(code));
      if (fact === 'from') return format.date(Number(code));
      if (fact.endsWith('Cents')) return format.moneyExact(Number(code));
      if (fact.endsWith('Bps')) return format.rate(Number(code));
      const call = calls.find((one) => fact === 'call' && one === code);
      if (call !== undefined) return t(`approvals:call.${call}`);
      if (fact === 'roles') return format.list(code.split(' ').map(roleName));
      if (fact.startsWith('role_')) return roleName(code);
      const outcome = caseOutcomes.find((one) => fact === 'outcome' && one === code);
      if (outcome !== undefined) return t(`approvals:outcome.${outcome}`);
      const tier = tiers.find((one) => fact === 'tier' && one === code);
      return tier === undefined ? code : t(`ui:tier.${tier}`);
    },
  };
}
