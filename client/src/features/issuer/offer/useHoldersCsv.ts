import type { OfferView } from '@piazza/shared/contract';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, saveFile, type Output } from '../../../api/index.ts';
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
      saveFile(`${offer.id}-holders.csv`, [writeCsv([head, ...rows])], 'text/csv;charset=utf-8');
    },
  });
}
