import type { OfferView } from '@piazza/shared/contract';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Output } from '../../../api/index.ts';
import { writeCsv } from './csv.ts';

type Holder = Output<'offers.holders'>['items'][number];

async function everyHolder(offerId: OfferView['id']): Promise<readonly Holder[]> {
  const all: Holder[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = { limit: 100, ...(cursor === null ? {} : { cursor }) };
    const page: Output<'offers.holders'> = await api('offers.holders', { params: { offerId }, query });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}

function hand(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Gathers the whole register and hands it to the reader as a file. */
export function useHoldersCsv(offer: OfferView) {
  const { t } = useTranslation('issuer');
  return useMutation({
    mutationFn: async () => {
      const holders = await everyHolder(offer.id);
      const head = [t('desk.holder'), t('desk.units'), `${t('desk.share')} ‰`, t('desk.since')];
      const rows = holders.map(({ displayName, units, sharePerMille, since }) => [
        displayName,
        String(units),
        String(sharePerMille),
        new Date(since).toISOString(),
      ]);
      hand(writeCsv([head, ...rows]), `${offer.id}-holders.csv`);
    },
  });
}
