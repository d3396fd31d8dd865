import { Button } from '@mantine/core';
import type { CommitmentView, StatementLine } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, saveFile } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import styles from './Papers.module.css';
import { usePaper } from './use-paper.ts';

/** The contract note of what was allotted to a commitment. */
export function CommitmentNote({ commitment }: { readonly commitment: CommitmentView }) {
  const { t } = useTranslation('portfolio');
  const { locale: language } = useFormat();
  const { busy, said, error, take } = usePaper();
  if (commitment.allottedUnits === 0 || commitment.status !== 'settled') return null;
  const note = async () => {
    const params = { commitmentId: commitment.id };
    const { name, bytes } = await api('statements.commitmentNote', { params, query: { language } });
    saveFile(name, [new Uint8Array(bytes)], 'application/pdf');
  };
  return (
    <div className={styles.note}>
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconDownload size={18} aria-hidden="true" />}
        onClick={() => take(note)}
      >
        {t('papers.note')}
      </Button>
      {error !== null && <ErrorState error={error} />}
      <LiveRegion text={said} />
    </div>
  );
}

/** The contract note of the trade that a line of units is about; nothing for any other line. */
export function TradeNote({ line }: { readonly line: StatementLine }) {
  const { t } = useTranslation('portfolio');
  const { locale: language } = useFormat();
  const { busy, said, error, take } = usePaper();
  const { listing, trade } = line.subject;
  if (trade === undefined || listing === undefined || line.asset === 'EUR') return null;
  const note = async () => {
    const params = { listingId: listing as ListingId, trade: Number(trade) };
    const { name, bytes } = await api('statements.tradeNote', { params, query: { language } });
    saveFile(name, [new Uint8Array(bytes)], 'application/pdf');
  };
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        loading={busy}
        aria-label={t('papers.noteOf', { trade })}
        onClick={() => take(note)}
      >
        {t('papers.note')}
      </Button>
      {error !== null && <ErrorState error={error} />}
      <LiveRegion text={said} />
    </>
  );
}
