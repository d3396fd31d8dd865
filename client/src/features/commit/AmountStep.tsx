import { Button, SegmentedControl } from '@mantine/core';
import type { OfferView } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { FormErrors, type FieldError } from '../../ui/FormErrors/FormErrors.tsx';
import { AmountField } from './AmountField.tsx';
import styles from './AmountStep.module.css';
import { textOf, wishOf } from './draft.ts';
import { PayBy } from './PayBy.tsx';
import { Shortfall } from './Shortfall.tsx';
import type { Flow } from './useFlow.ts';
import { useWishText } from './useWishText.ts';

interface AmountStepProps {
  readonly offer: OfferView;
  readonly flow: Flow;
  readonly onNext: () => void;
}

/** Cents that may be paid so at a time; a bank transfer and the balance know no limit. */
const mostBy = (kind: 'card' | 'sepa_debit' | undefined): number => {
  if (kind === undefined) return Infinity;
  return kind === 'card' ? policy.cardMostCents : policy.sepaMostCents;
};

/** Step 1: how much, in whole lots, and whether the wallet reaches. */
export function AmountStep({ offer, flow, onNext }: AmountStepProps) {
  const { t } = useTranslation('commit');
  const format = useFormat();
  const wishText = useWishText(offer);
  const { draft, change, chooseSize, size, free, fee } = flow;
  const dueOf = (cents: number): number => cents + fee.of(cents);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const wish = wishOf(draft, offer, format.locale);
  const due = size === null ? 0 : dueOf(size.amount);
  const missing = size === null || free === undefined || flow.method !== null ? 0 : due - free;
  const most = mostBy(flow.method?.kind);
  const tooMuch = size !== null && size.amount > most;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const short = t('amount.shortError', { missing: format.money(missing) });
    const over = tooMuch ? t('payBy.most', { limit: format.money(most) }) : null;
    const text = wish.kind === 'fits' ? (missing > 0 ? short : over) : wishText.short(wish, draft.by);
    setErrors(text === null ? [] : [{ field: 'commit-amount', text }]);
    if (text === null) onNext();
  };
  return (
    <>
      <div className={styles.errors}>
        <FormErrors errors={errors} />
      </div>
      <form id="commit-amount-form" onSubmit={submit} noValidate className={styles.form}>
        <ChooseBy flow={flow} />
        <AmountField
          offer={offer}
          draft={draft}
          wish={wish}
          choose={chooseSize}
          type={(text) => change({ text })}
        />
        <PayBy flow={flow} />
      </form>
      {size !== null && missing > 0 && (
        <Shortfall
          offer={offer}
          due={due}
          dueOf={dueOf}
          free={due - missing}
          choose={chooseSize}
          onToppedUp={() => document.getElementById('commit-next')?.focus()}
        />
      )}
      <div className={styles.acts}>
        <Button type="submit" id="commit-next" form="commit-amount-form" size="lg">
          {t('flow.next')}
        </Button>
      </div>
    </>
  );
}

/** By amount or by units; what was chosen already is kept, written the other way. */
function ChooseBy({ flow }: Pick<AmountStepProps, 'flow'>) {
  const { t } = useTranslation('commit');
  const { locale } = useFormat();
  const { draft, change, size } = flow;
  return (
    <SegmentedControl
      aria-label={t('amount.by')}
      value={draft.by}
      onChange={(by) => change({ by, text: size === null ? '' : textOf(size, by, locale) })}
      data={[
        { value: 'amount', label: t('amount.byAmount') },
        { value: 'units', label: t('amount.byUnits') },
      ]}
    />
  );
}
