import type { SettingUnit } from '@piazza/shared/policy';

const factor: Readonly<Record<SettingUnit, number>> = { cents: 100, basis_points: 100, days_ms: 86_400_000 };

/** The value of a setting as somebody types it, in euro, percent or days; null for what is none. Comma or point. */
export function readSetting(unit: SettingUnit, typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  const shape = unit === 'days_ms' ? /^\d{1,4}$/ : /^\d{1,9}(?:\.\d{1,2})?$/;
  return shape.test(text) ? Math.round(Number(text) * factor[unit]) : null;
}
