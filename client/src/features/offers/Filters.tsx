import { Button, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { instruments, offerStatuses, sectors } from '@piazza/shared/contract';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cx } from '../../ui/cx.ts';
import { sdgGoals } from '../../ui/SdgBadge/SdgBadge.tsx';
import styles from './Filters.module.css';
import { SearchField } from './SearchField.tsx';
import { offersSearch, type OffersSearch } from './search.ts';

interface Choice {
  readonly name: Exclude<keyof OffersSearch, 'q'>;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function useChoices(): readonly Choice[] {
  const { t } = useTranslation(['offers', 'ui']);
  const any = { value: '', label: t('offers:filters.any') };
  return [
    {
      name: 'status',
      options: [any, ...offerStatuses.map((value) => ({ value, label: t(`ui:status.${value}`) }))],
    },
    {
      name: 'sector',
      options: [any, ...sectors.map((value) => ({ value, label: t(`ui:sector.${value}`) }))],
    },
    {
      name: 'instrument',
      options: [any, ...instruments.map((value) => ({ value, label: t(`ui:instrument.${value}`) }))],
    },
    {
      name: 'sdg',
      options: [any, ...sdgGoals.map((value) => ({ value, label: `${value} · ${t(`ui:sdg.${value}`)}` }))],
    },
    {
      name: 'sort',
      options: (['closing', 'newest', 'progress'] as const).map((value) => ({
        value,
        label: t(`offers:sort.${value}`),
      })),
    },
  ];
}

/** Native selects: a phone opens its own picker, and the keyboard works as everywhere. */
export function Filters() {
  const { t } = useTranslation('offers');
  const search = useSearch({ from: '/offers' });
  const navigate = useNavigate({ from: '/offers' });
  const [opened, { toggle }] = useDisclosure(false);
  const choices = useChoices();
  const narrow = (changes: Readonly<Record<string, string | undefined>>) =>
    void navigate({
      search: offersSearch.parse({ ...search, ...changes }),
      replace: true,
      resetScroll: false,
    });
  return (
    <search className={styles.filters} aria-label={t('filters.label')}>
      <SearchField value={search.q ?? ''} onChange={(q) => narrow({ q: q === '' ? undefined : q })} />
      <Button
        variant="default"
        className={styles.toggle ?? ''}
        leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden="true" />}
        aria-expanded={opened}
        onClick={toggle}
      >
        {t('filters.show')}
      </Button>
      <div className={cx(styles.choices, opened && styles.opened)}>
        {choices.map(({ name, options }) => (
          <NativeSelect
            key={name}
            label={t(`filters.${name}`)}
            data={options}
            value={search[name] ?? ''}
            onChange={({ currentTarget: { value } }) => narrow({ [name]: value === '' ? undefined : value })}
          />
        ))}
        {Object.values(search).some(Boolean) && (
          <Link to="/offers" className={styles.clear} resetScroll={false}>
            {t('filters.clear')}
          </Link>
        )}
      </div>
    </search>
  );
}
