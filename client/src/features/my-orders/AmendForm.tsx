import { Button, TextInput } from '@mantine/core';
import type { OrderView } from '@piazza/shared/contract';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useOrderCommand } from '../../realtime/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { writeEuro } from '../../ui/EuroInput/read.ts';
import { PriceInput } from '../../ui/PriceInput/PriceInput.tsx';
import { readAmendment, traded } from './amending.ts';
import styles from './MyOrders.module.css';

interface AmendFormProps {
  readonly order: OrderView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Price and quantity of an order at rest, and what the change does to its place in line. */
export function AmendForm({ order, onDone, onClose }: AmendFormProps) {
  const { t } = useTranslation('myOrders');
  const { locale, number } = useFormat();
  const [price, setPrice] = useState(() => writeEuro(order.price, locale));
  const [quantity, setQuantity] = useState(String(order.quantity));
  const amend = useOrderCommand('orders.amend');
  const reading = readAmendment(order, { price, quantity }, locale);
  const { standing, change } = reading;
  const done = traded(order);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (standing === 'keeps' || standing === 'loses')
      amend.mutate({ params: { orderId: order.id }, body: change }, { onSuccess: onDone });
  };
  return (
    <form noValidate className={styles.amend} onSubmit={submit} aria-label={t('amend.legend')}>
      <div className={styles.fields}>
        <PriceInput
          id={`amend-price-${order.id}`}
          label={t('amend.price')}
          value={price}
          start={order.price}
          onChange={setPrice}
          error={reading.price === null ? t('amend.badPrice') : undefined}
        />
        <TextInput
          id={`amend-quantity-${order.id}`}
          label={t('amend.quantity')}
          description={
            done > 0 ? t('amend.quantityHelp', { count: done, quantity: number(done) }) : undefined
          }
          value={quantity}
          inputMode="numeric"
          autoComplete="off"
          maxLength={13}
          onChange={(event) => setQuantity(event.currentTarget.value)}
          error={reading.quantity === null ? t('amend.badQuantity') : undefined}
        />
      </div>
      {standing !== 'bad' && (
        <output className={standing === 'loses' ? styles.loses : styles.soft}>
          {t(`amend.${standing}`)}
        </output>
      )}
      {amend.error !== null && <ErrorState error={amend.error} />}
      <Acts isSaving={amend.isPending} onClose={onClose} />
    </form>
  );
}

interface ActsProps {
  readonly isSaving: boolean;
  readonly onClose: () => void;
}

function Acts({ isSaving, onClose }: ActsProps) {
  const { t } = useTranslation('myOrders');
  return (
    <div className={styles.acts}>
      <Button type="submit" size="sm" loading={isSaving}>
        {t('amend.save')}
      </Button>
      <Button size="sm" variant="default" onClick={onClose}>
        {t('amend.back')}
      </Button>
    </div>
  );
}
