import { isPrice, tickCents } from '@piazza/shared/values';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useMarket } from '../../realtime/index.ts';
import { readEuro } from '../../ui/EuroInput/read.ts';
import { PriceInput } from '../../ui/PriceInput/PriceInput.tsx';
import type { PartProps } from './TicketForm.tsx';

interface PriceFieldProps extends PartProps {
  readonly error: string | undefined;
}

/** The limit, or the protection price of a market order. An empty field starts from the best price on the other side. */
export function PriceField({ ground: { market, marks }, ticket, error }: PriceFieldProps) {
  const { t } = useTranslation('orderTicket');
  const { locale, moneyExact } = useFormat();
  const { draft, change } = ticket;
  const best = useMarket(market.listingId, ({ bids, asks }) => (draft.side === 'buy' ? asks : bids)[0]?.[0]);
  const start = best ?? marks.last ?? marks.reference;
  const cents = readEuro(draft.price, locale);
  const tick = tickCents(cents !== null && isPrice(cents) ? cents : start) ?? 1;
  const { low, high } = market.collar;
  return (
    <PriceInput
      id="ticket-price"
      label={t(draft.type === 'market' ? 'price.protection' : 'price.limit')}
      description={
        draft.type === 'market'
          ? t(`price.protection_${draft.side}`)
          : t('price.help', { tick: moneyExact(tick), low: moneyExact(low), high: moneyExact(high) })
      }
      value={draft.price}
      error={error}
      start={start}
      bounds={market.collar}
      onChange={(price) => change({ price })}
    />
  );
}
