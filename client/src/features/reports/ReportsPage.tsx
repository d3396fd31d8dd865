import { Button, NativeSelect, TextInput } from '@mantine/core';
import { reportNames, type Locale, type ReportName } from '@piazza/shared/contract';
import { millis, romeDay } from '@piazza/shared/values';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { venueNow } from '../../realtime/index.ts';
import { DeskPage } from '../../ui/DeskPage/DeskPage.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import styles from './Reports.module.css';
import { ofMarket, useReport, type Wish } from './useReport.ts';

function firstWish(language: Locale): Wish {
  const today = romeDay(millis(venueNow()));
  return { report: 'projects', from: `${today.slice(0, 4)}-01-01`, to: today, language, listingId: null };
}

/** Reports out: which, of which days, in which language; as a table and as a paper. */
export function ReportsPage() {
  const { t, i18n } = useTranslation('reports');
  const [wish, setWish] = useState(() => firstWish(i18n.language === 'it' ? 'it' : 'en'));
  const change = (part: Partial<Wish>) => setWish({ ...wish, ...part });
  const { take, busy, said, error } = useReport();
  const markets = useApi('markets.list', { query: { limit: 100 } });
  const listings = markets.data?.items ?? [];
  const listingId = wish.listingId ?? listings[0]?.listingId ?? null;
  const missing = ofMarket(wish.report) && listingId === null;
  const whole = { ...wish, listingId };
  return (
    <DeskPage title={t('title')} lead={t('lead')}>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        <NativeSelect
          label={t('which')}
          value={wish.report}
          onChange={({ currentTarget }) => change({ report: currentTarget.value as ReportName })}
          data={reportNames.map((value) => ({ value, label: t(`report.${value}`) }))}
        />
        <p className={styles.about}>{t(`about.${wish.report}`)}</p>
        <Days wish={wish} onChange={change} />
        {ofMarket(wish.report) && listingId !== null && (
          <NativeSelect
            label={t('listing')}
            description={t('listingHelp')}
            value={listingId}
            onChange={({ currentTarget }) => change({ listingId: currentTarget.value as typeof listingId })}
            data={listings.map(({ listingId: value, title: label }) => ({ value, label }))}
          />
        )}
        {missing && markets.isSuccess && <p>{t('noMarkets')}</p>}
        <NativeSelect
          label={t('language')}
          value={wish.language}
          onChange={({ currentTarget }) => change({ language: currentTarget.value as Locale })}
          data={(['it', 'en'] as const).map((value) => ({ value, label: t(value) }))}
        />
        <div className={styles.acts}>
          {(['csv', 'pdf'] as const).map((form) => (
            <Button
              key={form}
              variant={form === 'csv' ? 'default' : 'filled'}
              loading={busy === form}
              disabled={missing}
              leftSection={<IconDownload size={18} aria-hidden="true" />}
              onClick={() => void take(form, whole)}
            >
              {t(form)}
            </Button>
          ))}
        </div>
      </form>
      {error !== null && <ErrorState error={error} />}
      <LiveRegion text={said === '' ? '' : t('done', { name: said })} />
    </DeskPage>
  );
}

interface DaysProps {
  readonly wish: Wish;
  readonly onChange: (part: Partial<Wish>) => void;
}

function Days({ wish, onChange }: DaysProps) {
  const { t } = useTranslation('reports');
  return (
    <div className={styles.days}>
      <TextInput
        type="date"
        label={t('from')}
        value={wish.from}
        max={wish.to}
        onChange={({ currentTarget }) => onChange({ from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('to')}
        description={t('toHelp')}
        value={wish.to}
        min={wish.from}
        onChange={({ currentTarget }) => onChange({ to: currentTarget.value })}
      />
    </div>
  );
}
