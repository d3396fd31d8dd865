import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import type { SlotProps } from '../../slots/slots.ts';
import styles from './Disclosures.module.css';
import { DownloadSheet } from './DownloadSheet.tsx';

/** In the wizard: how many pages the sheet of the draft takes, as last saved, and how it looks as PDF. */
export function SheetLength({ listingId }: SlotProps['sheetLength']) {
  const { t } = useTranslation('disclosures');
  const { locale } = useFormat();
  const sheet = useApi('kiis.read', { params: { listingId }, query: { language: locale } }).data;
  if (sheet === undefined) return null;
  const { pages, mostPages, linesOver } = sheet;
  return (
    <div className={linesOver > 0 ? styles.warning : styles.panel}>
      <output>
        {linesOver > 0
          ? t('sheet.tooLong', { pages, lines: linesOver, most: mostPages })
          : t('sheet.count', { pages, most: mostPages })}
      </output>
      <DownloadSheet listingId={listingId} />
    </div>
  );
}
