import type { SettingView } from '@piazza/shared/contract';
import { policy, policyTable, type PolicyUnit } from '@piazza/shared/policy';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import styles from './Approvals.module.css';
import { useSettingText } from './useValueText.ts';

interface SettingsTableProps {
  readonly rows: readonly SettingView[];
  /** Where the reader may propose another number; null where they only read. */
  readonly onChange: ((setting: SettingView) => void) | null;
}

/** The numbers that two persons may change. */
export function SettingsTable({ rows, onChange }: SettingsTableProps) {
  const { t } = useTranslation('approvals');
  const text = useSettingText();
  const sourceText = useSourceText();
  const columns: readonly Column<SettingView>[] = [
    { key: 'name', title: t('policy.name'), cell: (row) => <Name setting={row} /> },
    {
      key: 'present',
      title: t('policy.present'),
      cell: ({ unit, present }) => <strong>{text(unit, present)}</strong>,
      numeric: true,
    },
    {
      key: 'table',
      title: t('policy.table'),
      cell: ({ unit, table }) => text(unit, table),
      numeric: true,
    },
    {
      key: 'bounds',
      title: t('policy.bounds'),
      cell: ({ unit, least, most }) => `${text(unit, least)} … ${text(unit, most)}`,
    },
    { key: 'source', title: t('policy.source'), cell: ({ source }) => sourceText(source) },
    ...(onChange === null
      ? []
      : [
          {
            key: 'acts',
            title: t('policy.acts'),
            cell: (row: SettingView) => (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('policy.proposeNamed', { name: t(`setting.${row.name}`) })}
                onClick={() => onChange(row)}
              >
                {t('policy.propose')}
              </Button>
            ),
          },
        ]),
  ];
  return (
    <div className={styles.table}>
      <DataTable caption={t('policy.caption')} columns={columns} rows={rows} rowKey={({ name }) => name} />
    </div>
  );
}

/** What it is called, and what it was before. */
function Name({ setting: { name, unit, versions } }: { readonly setting: SettingView }) {
  const { t } = useTranslation('approvals');
  const text = useSettingText();
  const format = useFormat();
  const now = useVenueNow(60_000);
  return (
    <span>
      {t(`setting.${name}`)}
      {versions.length > 0 && (
        <ul className={styles.versions} aria-label={t('policy.versions')}>
          {versions.map(({ value, from, maker, checker }, index) => (
            <li key={`${from} ${versions.length - index}`}>
              {t(from > now ? 'policy.coming' : 'policy.version', {
                value: text(unit, value),
                date: format.dateTime(from),
                maker,
                checker,
              })}
            </li>
          ))}
        </ul>
      )}
    </span>
  );
}

/** Laws are cited as they are; what is the venue's own is said in the reader's language. */
function useSourceText(): (source: string) => string {
  const { t } = useTranslation('approvals');
  return (source) => source.replace('Design', t('policy.design')).replace('Practice', t('policy.practice'));
}

function usePolicyText(): (unit: PolicyUnit, value: number) => string {
  const { t } = useTranslation('approvals');
  const format = useFormat();
  const setting = useSettingText();
  return (unit, value) => {
    switch (unit) {
      case 'count':
        return format.number(value);
      case 'percent':
        return format.percent(value / 100);
      case 'days':
        return t('days', { count: value });
      case 'seconds_ms':
        return t('seconds', { count: value / 1_000 });
      default:
        return setting(unit, value);
    }
  };
}

type Entry = (typeof policyTable)[number];

/** The numbers that only another version of the venue changes. */
export function FixedTable() {
  const { t } = useTranslation('approvals');
  const text = usePolicyText();
  const sourceText = useSourceText();
  const columns: readonly Column<Entry>[] = [
    { key: 'name', title: t('policy.name'), cell: ({ name }) => t(`table.${name}`) },
    {
      key: 'value',
      title: t('policy.present'),
      cell: ({ name, unit }) => text(unit, policy[name]),
      numeric: true,
    },
    { key: 'source', title: t('policy.source'), cell: ({ source }) => sourceText(source) },
  ];
  return (
    <DataTable caption={t('policy.fixed')} columns={columns} rows={policyTable} rowKey={({ name }) => name} />
  );
}
