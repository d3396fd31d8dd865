import { Button, Radio, TextInput } from '@mantine/core';
import { offPlatformOffer, type DossierView } from '@piazza/shared/contract';
import { z } from 'zod';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { EuroInput } from '../../ui/EuroInput/EuroInput.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Facts } from '../../ui/Facts/Facts.tsx';
import { FormErrors, type FieldError } from '../../ui/FormErrors/FormErrors.tsx';
import styles from './Dossier.module.css';
import type { StepProps } from './DossierPage.tsx';
import { readEuro, writeEuro } from './euro.ts';
import { useSaved } from './useSave.ts';

interface TypedOffer {
  readonly amount: string;
  readonly on: string;
  readonly where: string;
}
const blank: TypedOffer = { amount: '', on: '', where: '' };
const list = z.array(offPlatformOffer);

const open = ({ offers }: DossierView): readonly TypedOffer[] =>
  offers.map(({ amount, on, where }) => ({ amount: writeEuro(amount), on, where }));

/** Offers made elsewhere within twelve months, which count into the cap. */
export function OffersStep({ dossier }: StepProps) {
  const { t } = useTranslation('dossier');
  const [offers, setOffers] = useState(() => open(dossier));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const save = useCommand('dossier.saveOffers');
  const saved = useSaved();
  const send = (event: FormEvent) => {
    event.preventDefault();
    const parsed = list.safeParse(offers.map((one) => ({ ...one, amount: readEuro(one.amount) })));
    const wrong = new Set(parsed.error?.issues.map(({ path }) => path.slice(0, 2).join('.')));
    setErrors(
      [...wrong].map((path) => ({ field: `offers.${path}`, text: t(`offers.wrong.${nameIn(path)}`) })),
    );
    const params = { organisationId: dossier.organisation.id };
    if (parsed.success) save.mutate({ params, body: { offers: parsed.data } }, { onSuccess: saved });
  };
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      <Cap dossier={dossier} />
      <FormErrors errors={errors} />
      <Radio.Group
        label={t('offers.question')}
        value={offers.length > 0 ? 'yes' : 'no'}
        onChange={(value) => setOffers(value === 'yes' ? [blank] : [])}
      >
        <div className={styles.choices}>
          <Radio value="no" label={t('offers.none')} />
          <Radio value="yes" label={t('offers.some')} />
        </div>
      </Radio.Group>
      <OfferRows offers={offers} errors={errors} onChange={setOffers} />
      {save.error !== null && <ErrorState error={save.error} />}
      <Button type="submit" size="lg" loading={save.isPending}>
        {t('offers.declare')}
      </Button>
    </form>
  );
}

type WrongName = 'amount' | 'on' | 'where';
const nameIn = (path: string): WrongName => (path.split('.').at(-1) ?? 'amount') as WrongName;

function Cap({ dossier }: StepProps) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const { most, here, elsewhere } = dossier.cap;
  return (
    <Facts
      form="tiles"
      facts={[
        { label: t('offers.cap'), value: format.money(most) },
        { label: t('offers.here'), value: format.money(here) },
        { label: t('offers.elsewhere'), value: format.money(elsewhere) },
        { label: t('offers.left'), value: format.money(Math.max(0, most - here - elsewhere)) },
      ]}
    />
  );
}

interface RowsProps {
  readonly offers: readonly TypedOffer[];
  readonly errors: readonly FieldError[];
  readonly onChange: (offers: readonly TypedOffer[]) => void;
}

function OfferRows({ offers, errors, onChange }: RowsProps) {
  const { t } = useTranslation('dossier');
  const errorAt = (at: number, name: string) =>
    errors.find(({ field }) => field === `offers.${at}.${name}`)?.text;
  const change = (at: number, changes: Partial<TypedOffer>) =>
    onChange(offers.map((one, index) => (index === at ? { ...one, ...changes } : one)));
  return (
    <>
      {offers.map((offer, at) => (
        // eslint-disable-next-line react/no-array-index-key -- rows have no name of their own while they are typed
        <fieldset key={at} className={styles.row}>
          <legend>{t('offers.one', { number: at + 1 })}</legend>
          <EuroInput
            id={`offers.${at}.amount`}
            label={t('offers.amount')}
            value={offer.amount}
            error={errorAt(at, 'amount')}
            onChange={(amount) => change(at, { amount })}
          />
          <TextInput
            id={`offers.${at}.on`}
            type="date"
            label={t('offers.on')}
            value={offer.on}
            error={errorAt(at, 'on')}
            onChange={(event) => change(at, { on: event.currentTarget.value })}
          />
          <TextInput
            id={`offers.${at}.where`}
            label={t('offers.where')}
            value={offer.where}
            error={errorAt(at, 'where')}
            autoComplete="off"
            onChange={(event) => change(at, { where: event.currentTarget.value })}
          />
          <Button
            variant="subtle"
            color="vino"
            onClick={() => onChange(offers.filter((_, index) => index !== at))}
          >
            {t('offers.remove', { number: at + 1 })}
          </Button>
        </fieldset>
      ))}
      {offers.length > 0 && (
        <Button variant="default" onClick={() => onChange([...offers, blank])}>
          {t('offers.add')}
        </Button>
      )}
    </>
  );
}
