import { Button } from '@mantine/core';
import type { Locale } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, saveFile } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import styles from './Disclosures.module.css';

interface DownloadSheetProps {
  readonly listingId: ListingId;
  /** The version in force, or the draft's, where it is left out. */
  readonly version?: number;
}

/** The sheet as PDF in both languages. A plain link could not carry the access token, which lives in memory alone. */
export function DownloadSheet({ listingId, version }: DownloadSheetProps) {
  const { t } = useTranslation('disclosures');
  const [busy, setBusy] = useState<Locale | null>(null);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<unknown>(null);
  const download = async (language: Locale) => {
    setBusy(language);
    setError(null);
    const query = { language, ...(version === undefined ? {} : { version }) };
    try {
      const { name, bytes } = await api('kiis.pdf', { params: { listingId }, query });
      saveFile(name, [new Uint8Array(bytes)], 'application/pdf');
      setSaid(t('sheet.pdfDone'));
    } catch (failure) {
      setError(failure);
    }
    setBusy(null);
  };
  return (
    <>
      <div className={styles.acts}>
        {(['it', 'en'] as const).map((language) => (
          <Button
            key={language}
            size="sm"
            variant="default"
            loading={busy === language}
            leftSection={<IconDownload size={18} aria-hidden="true" />}
            onClick={() => void download(language)}
          >
            {t('sheet.pdf', { language: t(`sheet.${language}`) })}
          </Button>
        ))}
      </div>
      {error !== null && <ErrorState error={error} />}
      <LiveRegion text={said} />
    </>
  );
}
