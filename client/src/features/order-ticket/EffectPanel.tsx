import { useDebouncedValue } from '@mantine/hooks';
import type { PlaceOrder } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useMarket } from '../../realtime/index.ts';
import { Facts } from '../../ui/Facts/Facts.tsx';
import { useFee, type ShownFee } from '../../ui/Fee/useFee.ts';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { effectOf, type Effect } from './effect.ts';
import styles from './OrderTicket.module.css';
import type { PartProps } from './TicketForm.tsx';
import { useEffectText } from './useEffectText.ts';
import type { Ground } from './useGround.ts';

/** A fact of an order, in words. */
interface Figure {
  readonly label: string;
  readonly value: string;
}

// Somebody who types is not interrupted at every letter.
const announceMs = 900;

/** What the order would cost and do, were it the next to arrive. It says so to screen readers when typing pauses. */
export function EffectPanel({ ground, ticket: { reading, own } }: PartProps) {
  const { t } = useTranslation('orderTicket');
  const { order } = reading;
  const effect = useEffectOf(ground, order);
  const { trading, gathering } = useEffectText();
  const facts = useFacts(ground, order, effect);
  if (order === null || effect === null)
    return (
      <div className={styles.effect}>
        <h3 className={styles.effectTitle}>{t('effect.title')}</h3>
        <p className={styles.soft}>{t('effect.none')}</p>
      </div>
    );
  const says = (effect.kind === 'trades' ? trading(effect, order) : gathering(effect, order)).join(' ');
  const rule = ground.phase === 'continuous' ? (order.selfMatch ?? 'cancel_newest') : 'call';
  const warning = own ? t(`own.${rule}`) : '';
  const numbers = facts.map(({ label, value }) => `${label}: ${value}.`).join(' ');
  return (
    <div className={styles.effect}>
      <h3 className={styles.effectTitle}>{t('effect.title')}</h3>
      <p className={styles.says}>{says}</p>
      {own && <p className={styles.warning}>{warning}</p>}
      <Facts facts={facts} />
      <Said text={`${says} ${warning} ${numbers}`} />
    </div>
  );
}

function Said({ text }: { readonly text: string }) {
  const [said] = useDebouncedValue(text, announceMs);
  return <LiveRegion text={said} />;
}

// The book moves with every picture; an estimate is read, not watched.
const stepMs = 200;

/** Follows the book; null while there is no order to judge, or no book. */
function useEffectOf({ market, phase, marks }: Ground, order: PlaceOrder | null): Effect | null {
  const { listingId } = market;
  const bids = useMarket(listingId, (live) => live.bids, stepMs);
  const asks = useMarket(listingId, (live) => live.asks, stepMs);
  const known = useMarket(listingId, (live) => live.standing !== 'loading');
  return order === null || !known ? null : effectOf({ bids, asks }, phase, order, marks);
}

/** Units that would stay bound: in a call all of them until its end, in continuous trading those that wait. */
const boundUnits = (effect: Effect, { quantity }: PlaceOrder): number =>
  effect.kind === 'trades' ? effect.rests : quantity;

/** Cents or units that would still be free. */
function freeAfter(ground: Ground, order: PlaceOrder, effect: Effect): number | undefined {
  const bound = boundUnits(effect, order);
  if (order.side === 'buy') {
    const paid = effect.kind === 'trades' ? effect.value : 0;
    return ground.freeCents === undefined ? undefined : ground.freeCents - paid - order.price * bound;
  }
  const sold = effect.kind === 'trades' ? effect.filled : 0;
  return ground.freeUnits === undefined ? undefined : ground.freeUnits - sold - bound;
}

/** Cents that the fee comes to: of each trade by itself, as it is taken. */
const feeOn = (effect: Effect, expected: number, fee: ShownFee): number =>
  effect.kind === 'trades'
    ? effect.fills.reduce((sum, [price, traded]) => sum + fee.of(price * traded), 0)
    : fee.of(expected);

/** Cost or proceeds, and what of the money or the units stays bound. */
function useFacts(ground: Ground, order: PlaceOrder | null, effect: Effect | null): readonly Figure[] {
  const { t } = useTranslation('orderTicket');
  const { moneyExact, number } = useFormat();
  const fee = useFee('tradeBps');
  if (order === null || effect === null) return [];
  const { side, price } = order;
  const units = (count: number) => t('facts.units', { count, units: number(count) });
  const facts: Figure[] = [];
  const expected = effect.kind === 'trades' ? effect.value : effect.filled * (effect.after?.price ?? 0);
  if (expected > 0) facts.push({ label: t(`facts.expected_${side}`), value: moneyExact(expected) });
  if (effect.kind === 'trades' && effect.fills.length > 1)
    facts.push({ label: t('facts.average'), value: moneyExact(Math.round(expected / effect.filled)) });
  // Who sells pays it.
  if (side === 'sell') facts.push(...fee.facts(feeOn(effect, expected, fee)));
  const bound = boundUnits(effect, order);
  if (bound > 0)
    facts.push({ label: t('facts.hold'), value: side === 'buy' ? moneyExact(price * bound) : units(bound) });
  const free = freeAfter(ground, order, effect);
  if (free !== undefined)
    facts.push({ label: t('facts.free'), value: side === 'buy' ? moneyExact(free) : units(free) });
  return facts;
}
