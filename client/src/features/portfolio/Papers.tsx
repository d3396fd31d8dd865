import { Button, NativeSelect } from '@mantine/core';
import { millis, romeDay } from '@piazza/shared/values';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, saveFile } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { venueNow } from '../../realtime/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import styles from './Papers.module.css';
import { usePaper } from './use-paper.ts';

const dayMs = 86_400_000;
const kept = 5;
// Reading a response as text drops the mark by which spreadsheets know the encoding.
const byteOrderMark = '\uFEFF';

/** Statements and tax summaries of whole years; of the running year, up to yesterday. */
export function Papers() {
  const { t } = useTranslation('portfolio');
  const { locale: language } = useFormat();
  const yesterday = romeDay(millis(venueNow() - dayMs));
  const newest = Number(yesterday.slice(0, 4));
  const [year, setYear] = useState(newest);
  const { busy, said, error, take } = usePaper();
  const to = year === newest ? yesterday : `${year}-12-31`;
  const statement = async () => {
    const { name, bytes } = await api('statements.pdf', { query: { language, from: `${year}-01-01`, to } });
    saveFile(name, [new Uint8Array(bytes)], 'application/pdf');
  };
  const tax = async () => {
    const text = await api('statements.tax', { query: { year } });
    saveFile(t('papers.taxName', { year }), [byteOrderMark, text], 'text/csv;charset=utf-8');
  };
  return (
    <section className={styles.papers} aria-labelledby="papers">
      <h2 id="papers">{t('papers.title')}</h2>
      <p>{t('papers.text')}</p>
      <div className={styles.acts}>
        <NativeSelect
          label={t('papers.year')}
          value={String(year)}
          onChange={(event) => setYear(Number(event.currentTarget.value))}
          data={Array.from({ length: kept }, (_, back) => String(newest - back))}
        />
        <Button
          variant="default"
          loading={busy}
          leftSection={<IconDownload size={18} aria-hidden="true" />}
          onClick={() => take(statement)}
        >
          {t('papers.statement')}
        </Button>
        <Button
          variant="default"
          loading={busy}
          leftSection={<IconDownload size={18} aria-hidden="true" />}
          onClick={() => take(tax)}
        >
          {t('papers.tax')}
        </Button>
      </div>
      {error !== null && <ErrorState error={error} />}
      <LiveRegion text={said} />
    </section>
  );
}
