import type { PlaceOrder } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import type { Gathers, Trades } from './effect.ts';

// More prices than these are summed up.
const named = 3;

/** Puts into words what an order would do: the effect on the book, as sentences. */
export function useEffectText() {
  const { t } = useTranslation('orderTicket');
  const { number, moneyExact, list } = useFormat();

  const parts = ({ fills }: Trades): string => {
    const shown = fills.length > named + 1 ? fills.slice(0, named) : fills;
    const words = shown.map(([price, quantity]) =>
      t('effect.part', { quantity: number(quantity), price: moneyExact(price) }),
    );
    const others = fills.slice(shown.length);
    const last = others.at(-1);
    if (last === undefined) return list(words);
    const sum = others.reduce((total, [, quantity]) => total + quantity, 0);
    return list([...words, t('effect.upTo', { quantity: number(sum), price: moneyExact(last[0]) })]);
  };

  const trading = (effect: Trades, { side, price }: PlaceOrder): readonly string[] => {
    const { filled, rests, behind, dropped, refused, interruptedAt } = effect;
    if (refused !== null) return [t(`effect.${refused}`, { count: filled, filled: number(filled) })];
    const sentences: string[] = [];
    if (filled > 0) sentences.push(t(`effect.trades_${side}`, { parts: parts(effect) }));
    if (interruptedAt !== null) sentences.push(t('effect.interrupts', { price: moneyExact(interruptedAt) }));
    const figures = { quantity: number(rests), price: moneyExact(price) };
    if (rests > 0) {
      sentences.push(t(filled > 0 ? 'effect.restWaits' : 'effect.waits', { ...figures, count: rests }));
      if (behind > 0) sentences.push(t('effect.behind', { count: behind, quantity: number(behind) }));
    }
    if (dropped > 0) sentences.push(t('effect.dropped', { count: dropped, quantity: number(dropped) }));
    return sentences;
  };

  const gathering = ({ before, after, filled }: Gathers, { quantity }: PlaceOrder): readonly string[] => {
    if (after === null) return [t('effect.noPrice')];
    const price = moneyExact(after.price);
    const volume = number(after.volume);
    const indication =
      before === null
        ? t('effect.first', { price, volume })
        : before.price === after.price
          ? t('effect.same', { price, volume, before: number(before.volume) })
          : t('effect.moves', { before: moneyExact(before.price), price, volume });
    return [
      indication,
      t(filled === 0 ? 'effect.shareNone' : filled < quantity ? 'effect.sharePart' : 'effect.shareAll', {
        filled: number(filled),
        quantity: number(quantity),
      }),
    ];
  };

  return { trading, gathering };
}
