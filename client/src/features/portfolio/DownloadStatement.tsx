import { Button } from '@mantine/core';
import { romeDay, millis } from '@piazza/shared/values';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, saveFile } from '../../api/index.ts';
import { venueNow } from '../../realtime/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';

// Reading a response as text drops the mark by which spreadsheets know the encoding.
const byteOrderMark = '\uFEFF';

/** Downloads the whole statement. A plain link could not carry the access token, which lives in memory alone. */
export function DownloadStatement() {
  const { t } = useTranslation('portfolio');
  const [state, setState] = useState<{ busy: boolean; said: string; error: unknown }>({
    busy: false,
    said: '',
    error: null,
  });
  const download = async () => {
    setState({ busy: true, said: '', error: null });
    try {
      const text = await api('wallet.statementCsv');
      const name = t('statement.csvName', { date: romeDay(millis(venueNow())) });
      saveFile(name, [byteOrderMark, text], 'text/csv;charset=utf-8');
      setState({ busy: false, said: t('statement.csvDone'), error: null });
    } catch (error) {
      setState({ busy: false, said: '', error });
    }
  };
  return (
    <div>
      <Button
        variant="default"
        loading={state.busy}
        leftSection={<IconDownload size={18} aria-hidden="true" />}
        onClick={() => void download()}
      >
        {t('statement.csv')}
      </Button>
      {state.error !== null && <ErrorState error={state.error} />}
      <LiveRegion text={state.said} />
    </div>
  );
}
