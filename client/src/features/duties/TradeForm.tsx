import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { isPrice, type ListingId, type Units } from '@piazza/shared/values';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { EuroInput } from '../../ui/EuroInput/EuroInput.tsx';
import { readEuro, readWhole } from '../../ui/EuroInput/read.ts';
import styles from './Duties.module.css';
import { readAgain } from './read-again.ts';

interface Props {
  readonly listingId: ListingId;
}
const sides = ['buy', 'sell'] as const;
type Side = (typeof sides)[number];
const blank = { quantity: '', price: '', on: '' };

/** For the issuer: what one of its managers traded. Says whom to enter first where the list names no manager. */
export function IssuerTrade({ listingId }: Props) {
  const { t } = useTranslation('duties');
  const list = useApi('insiders.list', { params: { listingId } }).data?.insiders ?? [];
  const managers = list.filter(({ manager }) => manager);
  const [chosen, setChosen] = useState<string | null>(null);
  const entry = chosen ?? managers[0]?.entry.toString();
  if (entry === undefined) return <p>{t('noManagers')}</p>;
  return (
    <TradeForm listingId={listingId} entry={Number(entry)}>
      <NativeSelect
        label={t('whose')}
        value={entry}
        data={managers.map((one) => ({ value: one.entry.toString(), label: one.name }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
    </TradeForm>
  );
}

/** For investors: a manager declares a trade of their own. */
export function OwnTrade({ listingId }: Props) {
  const { t } = useTranslation('duties');
  return (
    <details className={styles.own}>
      <summary>{t('ownTrade')}</summary>
      <TradeForm listingId={listingId} entry={null} />
    </details>
  );
}

interface FormProps extends Props {
  /** The manager’s entry in the insider list; null for one’s own trade. */
  readonly entry: number | null;
  readonly children?: ReactNode;
}

function TradeForm({ listingId, entry, children }: FormProps) {
  const { t } = useTranslation('duties');
  const { locale } = useFormat();
  const [typed, setTyped] = useState(blank);
  const [side, setSide] = useState<Side>('buy');
  const [onVenue, setOnVenue] = useState(true);
  const declare = useCommand('insiders.declareTrade');
  const price = readEuro(typed.price, locale);
  const units = readWhole(typed.quantity, locale);
  const right = price !== null && isPrice(price) && units !== null && units > 0 && typed.on !== '';
  const set = (name: keyof typeof blank) => (text: string) => setTyped({ ...typed, [name]: text });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!right) return;
    const body = { entry, side, quantity: units as Units, price, on: typed.on, onVenue };
    const onSuccess = () => {
      setTyped(blank);
      readAgain();
    };
    declare.mutate({ params: { listingId }, body }, { onSuccess });
  };
  return (
    <form className={styles.form} noValidate onSubmit={send} aria-label={t('declareTrade')}>
      {children}
      <NativeSelect
        label={t('side')}
        value={side}
        data={sides.map((value) => ({ value, label: t(`sides.${value}`) }))}
        onChange={(event) => setSide(event.currentTarget.value === 'sell' ? 'sell' : 'buy')}
      />
      <div className={styles.pair}>
        <EuroInput
          id="trade-units"
          of="units"
          label={t('units')}
          value={typed.quantity}
          onChange={set('quantity')}
        />
        <EuroInput id="trade-price" label={t('price')} value={typed.price} onChange={set('price')} />
      </div>
      <TextInput
        type="date"
        label={t('tradeDay')}
        description={t('tradeHelp')}
        value={typed.on}
        onChange={(event) => set('on')(event.currentTarget.value)}
      />
      <Checkbox
        label={t('onVenue')}
        checked={onVenue}
        onChange={(event) => setOnVenue(event.currentTarget.checked)}
      />
      {declare.isError && <ErrorState error={declare.error} />}
      <div>
        <Button type="submit" variant="default" loading={declare.isPending} disabled={!right}>
          {t('declareTrade')}
        </Button>
      </div>
    </form>
  );
}
