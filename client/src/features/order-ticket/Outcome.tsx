import { Button } from '@mantine/core';
import type { PlacedOrder, PlaceOrder } from '@piazza/shared/contract';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './OrderTicket.module.css';
import { fieldOf } from './refusals.ts';
import type { Placement } from './usePlacing.ts';
import type { Ticket } from './useTicket.ts';

/** What became of the order that was sent last, in words; it takes the focus, so that it is heard. */
export function Outcome({ ticket: { placement, askAgain } }: { readonly ticket: Ticket }) {
  switch (placement.state) {
    case 'placed':
      return <Placed key={placement.placed.orderId} {...placement} />;
    case 'refused':
      // What is about a field is said there.
      return fieldOf(placement.error.code) === null ? <ErrorState error={placement.error} /> : null;
    case 'unsure':
    case 'asking':
      return <Unsure placement={placement} askAgain={askAgain} />;
    default:
      return null;
  }
}

interface PlacedProps {
  readonly order: PlaceOrder;
  readonly placed: PlacedOrder;
}

function usePlacedText(): (props: PlacedProps) => string {
  const { t } = useTranslation('orderTicket');
  const { number, moneyExact } = useFormat();
  return ({ order: { side, price }, placed: { filled, resting, cancelled } }) => {
    const sentences: string[] = [];
    if (filled > 0) sentences.push(t(`placed.filled_${side}`, { count: filled, quantity: number(filled) }));
    if (resting > 0)
      sentences.push(
        t(`placed.resting_${side}`, { count: resting, quantity: number(resting), price: moneyExact(price) }),
      );
    if (cancelled > 0)
      sentences.push(t('placed.cancelled', { count: cancelled, quantity: number(cancelled) }));
    return sentences.join(' ');
  };
}

function Placed(props: PlacedProps) {
  const { t } = useTranslation('orderTicket');
  const text = usePlacedText()(props);
  const box = useRef<HTMLOutputElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <output ref={box} tabIndex={-1} className={styles.placed}>
      <strong>{t('placed.title')}</strong> {text}
    </output>
  );
}

interface UnsureProps {
  readonly placement: Extract<Placement, { readonly state: 'unsure' | 'asking' }>;
  readonly askAgain: () => void;
}

/** Nobody answered. The same order, under the same key, is placed at most once. */
function Unsure({ placement: { state, order }, askAgain }: UnsureProps) {
  const { t } = useTranslation('orderTicket');
  const { number, moneyExact } = useFormat();
  const figures = { quantity: number(order.quantity), price: moneyExact(order.price) };
  return (
    <div role="alert" className={styles.unsure}>
      <p>
        <strong>{t('unsure.title')}</strong>
      </p>
      <p>{t(`unsure.text_${order.side}`, { ...figures, count: order.quantity })}</p>
      <Button variant="default" loading={state === 'asking'} onClick={askAgain}>
        {t('unsure.again')}
      </Button>
    </div>
  );
}
