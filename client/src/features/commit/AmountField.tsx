import { ActionIcon, Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { OfferView } from '@piazza/shared/contract';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { EuroInput } from '../../ui/EuroInput/EuroInput.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { cx } from '../../ui/cx.ts';
import { lotsOf, neighbour, type Size } from './amounts.ts';
import styles from './AmountField.module.css';
import type { Draft, Wish } from './draft.ts';
import { useWishText } from './useWishText.ts';

interface AmountFieldProps {
  readonly offer: OfferView;
  readonly draft: Draft;
  readonly wish: Wish;
  readonly type: (text: string) => void;
  readonly choose: (size: Size) => void;
}

/** Of the sizes near a wish, the one below or above it. */
function nearest(choices: readonly Size[], kind: Wish['kind'], step: 1 | -1): Size | null {
  if (kind === 'between') return choices.at(step === 1 ? -1 : 0) ?? null;
  return (kind === 'too_little') === (step === 1) ? (choices[0] ?? null) : null;
}

// Somebody who types is not interrupted at every letter.
const announceMs = 900;

/** The field, a lot more or less, and what the offer makes of it. Nothing is rounded: near sizes are there to choose. */
export function AmountField({ offer, draft, wish, type, choose }: AmountFieldProps) {
  const { t } = useTranslation('commit');
  const format = useFormat();
  const { smallest, lot } = lotsOf(offer);
  const text = useWishText(offer).full(wish, draft.by);
  const [said] = useDebouncedValue(text, announceMs);
  const rule = t('amount.rule', {
    price: format.money(offer.price),
    lot: format.number(lot.units),
    lotAmount: format.money(lot.amount),
    smallest: format.money(smallest.amount),
  });
  const step = (by: 1 | -1): Size | null => {
    if (wish.kind === 'fits') return neighbour(offer, wish.size, by);
    if ('choices' in wish) return nearest(wish.choices, wish.kind, by);
    return wish.kind === 'empty' && by === 1 ? smallest : null;
  };
  return (
    <div>
      <div className={styles.row}>
        <LotButton kind="lotLess" to={step(-1)} choose={choose} />
        <EuroInput
          id="commit-amount"
          of={draft.by === 'amount' ? 'euro' : 'units'}
          label={draft.by === 'amount' ? t('amount.amountLabel') : t('amount.unitsLabel')}
          value={draft.text}
          onChange={type}
        />
        <LotButton kind="lotMore" to={step(1)} choose={choose} />
      </div>
      <Answer wish={wish} text={text} choose={choose} />
      <p className={styles.rule}>{rule}</p>
      <LiveRegion text={said} />
    </div>
  );
}

interface AnswerProps extends Pick<AmountFieldProps, 'wish' | 'choose'> {
  readonly text: string;
}

/** What the offer makes of the wish, and the sizes near one that it does not take. */
function Answer({ wish, text, choose }: AnswerProps) {
  const { t } = useTranslation('commit');
  const format = useFormat();
  return (
    <div className={styles.answer}>
      <p
        className={cx(
          styles.text,
          wish.kind === 'fits' ? styles.fits : wish.kind !== 'empty' && styles.unfit,
        )}
      >
        {text}
      </p>
      {'choices' in wish && (
        <div className={styles.choices}>
          {wish.choices.map((size) => (
            <Button key={size.units} variant="default" onClick={() => choose(size)}>
              {t('amount.choice', { amount: format.money(size.amount), units: format.number(size.units) })}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

interface LotButtonProps {
  readonly kind: 'lotLess' | 'lotMore';
  readonly to: Size | null;
  readonly choose: (size: Size) => void;
}

function LotButton({ kind, to, choose }: LotButtonProps) {
  const { t } = useTranslation('commit');
  const Icon = kind === 'lotLess' ? IconMinus : IconPlus;
  return (
    <ActionIcon
      variant="default"
      className={cx(styles.lot)}
      aria-label={t(`amount.${kind}`)}
      aria-disabled={to === null}
      {...(to === null ? { 'data-disabled': true } : {})}
      onClick={() => to !== null && choose(to)}
    >
      <Icon size={20} aria-hidden="true" />
    </ActionIcon>
  );
}
